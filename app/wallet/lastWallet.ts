const KEY = "datawell.wallet";

/** The wallet that was used last, so that a reload needs no click and the picker shows it first. */
export const lastWallet = {
  read: (): string | undefined => localStorage.getItem(KEY) ?? undefined,
  remember: (id: string | undefined): void => {
    if (id === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  },
};
