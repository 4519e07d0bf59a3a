import {
  amountInUp,
  amountOutDown,
  firstLiquidityDown,
  fit,
  liquidityDown,
  makerFeeDown,
  quoteDown,
  type Reserves,
  shareDown,
} from "#sdk";

/** A pair as its contract keeps it, from the SDK's exact twins, with what was sent to it unasked. */
export interface PairModel extends Reserves {
  readonly kLast: bigint;
  readonly share: bigint; // bps of the fees that are the maker's
  readonly donatedData: bigint;
  readonly donatedBase: bigint;
}

/** What somebody has, token wei; below zero: owed. */
export interface Purse {
  readonly data: bigint;
  readonly base: bigint;
  readonly liquidity: bigint;
}

export const EMPTY_PURSE: Purse = { data: 0n, base: 0n, liquidity: 0n };

/** A pair and one person in front of it. */
export interface Position {
  readonly pair: PairModel;
  readonly purse: Purse;
}

/** Something the person does with an amount; undefined: the pair refuses, or nothing would happen. */
export type Deed = (position: Position, amount: bigint) => Position | undefined;

/** What it costs to buy more than there is, ALITA wei. */
const NOT_TO_BE_HAD = 2n ** 128n;

/* TRADING */

export const buy: Deed = ({ pair, purse }, amount) => {
  const out = amountOutDown(amount, pair.base, pair.data);
  if (amount <= 0n || out === 0n) return undefined;
  return {
    pair: { ...pair, base: pair.base + amount, data: pair.data - out },
    purse: { ...purse, base: purse.base - amount, data: purse.data + out },
  };
};

export const sell: Deed = ({ pair, purse }, amount) => {
  const out = amountOutDown(amount, pair.data, pair.base);
  if (amount <= 0n || out === 0n) return undefined;
  return {
    pair: { ...pair, data: pair.data + amount, base: pair.base - out },
    purse: { ...purse, data: purse.data - amount, base: purse.base + out },
  };
};

/** The purse once everything but ALITA is turned into ALITA in the pair itself, or bought back there. */
export function liquidated(position: Position): bigint {
  const { liquidity } = position.purse;
  const { pair, purse } = liquidity > 0n ? (exit(position, liquidity) ?? position) : position;
  if (purse.data >= 0n) return purse.base + amountOutDown(purse.data, pair.data, pair.base);
  if (-purse.data >= pair.data) return purse.base - NOT_TO_BE_HAD;
  return purse.base - amountInUp(-purse.data, pair.base, pair.data);
}

/** What Data Token is worth at the pair's price, ALITA wei. */
export const worth = (data: bigint, pair: Reserves): bigint => quoteDown(data, pair.data, pair.base);

/* LIQUIDITY */

export const firstLiquidity = firstLiquidityDown;

export const join: Deed = ({ pair, purse }, amount) => {
  const data = quoteDown(amount, pair.base, pair.data) + 1n;
  return joinWith({ pair, purse }, data, amount);
};

/** A join with at most so much of each token. */
function joinWith({ pair, purse }: Position, data: bigint, base: bigint): Position | undefined {
  const taken = fit(data, base, pair);
  const paid = withMakerPaid(pair);
  const liquidity = liquidityDown(taken.data, taken.base, paid);
  if (liquidity <= 0n) return undefined;
  const grown = { data: pair.data + taken.data, base: pair.base + taken.base, supply: paid.supply + liquidity };
  return {
    pair: settled({ ...pair, ...grown }),
    purse: {
      data: purse.data - taken.data,
      base: purse.base - taken.base,
      liquidity: purse.liquidity + liquidity,
    },
  };
}

export const exit: Deed = ({ pair, purse }, amount) => {
  const liquidity = amount < purse.liquidity ? amount : purse.liquidity;
  const { supply } = withMakerPaid(pair);
  const [data, base] = [shareDown(liquidity, pair.data, supply), shareDown(liquidity, pair.base, supply)];
  if (data === 0n || base === 0n) return undefined;
  const left = { data: pair.data - data, base: pair.base - base, supply: supply - liquidity };
  return {
    pair: settled({ ...pair, ...left }),
    purse: { data: purse.data + data, base: purse.base + base, liquidity: purse.liquidity - liquidity },
  };
};

/* DONATIONS */

export const donateBase: Deed = ({ pair, purse }, amount) => ({
  pair: { ...pair, donatedBase: pair.donatedBase + amount },
  purse: { ...purse, base: purse.base - amount },
});

export const donateData: Deed = ({ pair, purse }, amount) => ({
  pair: { ...pair, donatedData: pair.donatedData + amount },
  purse: { ...purse, data: purse.data - amount },
});

export const sync: Deed = ({ pair, purse }) => {
  const { donatedData, donatedBase } = pair;
  const taken = { data: pair.data + donatedData, base: pair.base + donatedBase, donatedData: 0n, donatedBase: 0n };
  return { pair: settled({ ...withMakerPaid(pair), ...taken }), purse };
};

export const skim: Deed = ({ pair, purse }) => ({
  pair: { ...pair, donatedData: 0n, donatedBase: 0n },
  purse: { ...purse, data: purse.data + pair.donatedData, base: purse.base + pair.donatedBase },
});

export const collect: Deed = ({ pair, purse }) => ({ pair: settled(withMakerPaid(pair)), purse });

/* MAKER FEE */

function withMakerPaid(pair: PairModel): PairModel {
  const { data, base, supply, kLast, share } = pair;
  return { ...pair, supply: supply + makerFeeDown(supply, { k: data * base, kLast, share }) };
}

const settled = (pair: PairModel): PairModel => (pair.share === 0n ? pair : { ...pair, kLast: pair.data * pair.base });
