/** 0.5 %, bps: how far a price may move between quote and transaction unless the user says otherwise. */
export const DEFAULT_SLIPPAGE = 50n;
