import { shelf } from "../shelf.ts";

const KEY = "datawell.wallet";

/** The wallet that was used last, so that a reload needs no click and the picker shows it first. */
export const lastWallet = {
  read: (): string | undefined => shelf.getItem(KEY) ?? undefined,
  remember: (id: string | undefined): void => shelf.tryToKeep(KEY, id),
};
