import type { Shown } from "#sdk/actions/dataset/show.ts";

/** The symbol of what a dataset rewards and stakes with. */
export const rewardSymbol = ({ status, token, symbol }: Shown): string =>
  status.rewardToken.toLowerCase() === token.toLowerCase() ? symbol : "ALITA";
