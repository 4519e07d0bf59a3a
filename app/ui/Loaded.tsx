import type { ComponentChildren, ComponentType } from "preact";
import { CodeFault } from "./CodeFault.tsx";
import { useCode } from "./useCode.ts";

export interface LoadedProps<P> {
  readonly name: string;
  readonly load: () => Promise<ComponentType<P>>;
  readonly of: P; // what the part is given
  readonly room?: ComponentChildren; // what stands there meanwhile
}

/** A part of the page whose code is loaded when it is first shown. */
export function Loaded<P extends object>({ name, load, of, room }: LoadedProps<P>) {
  const { shown, hasFailed, retry } = useCode(name, load);
  if (hasFailed) return <CodeFault retry={retry} />;
  return shown === undefined ? <>{room}</> : <shown.Content {...of} />;
}
