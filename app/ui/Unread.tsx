import type { Live } from "../chain/useLive.ts";
import { Fault } from "./Fault.tsx";

export interface UnreadProps {
  readonly of: Live<unknown>;
}

/** Tells why something could not be read, as long as nothing of it is known: old news is better than none. */
export const Unread = ({ of: { data, error, retry } }: UnreadProps) => (
  <Fault of={data === undefined ? error : undefined} retry={retry} />
);
