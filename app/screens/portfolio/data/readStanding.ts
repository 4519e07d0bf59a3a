import { balances } from "#sdk/actions/dataset/balances.ts";
import { find } from "#sdk/actions/dataset/find.ts";
import { makerFee } from "#sdk/actions/market/makerFee.ts";
import { reservesOf } from "#sdk/actions/market/reservesOf.ts";
import { account as accountOf } from "#sdk/actions/pool/account.ts";
import { terms } from "#sdk/actions/pool/terms.ts";
import { tokenAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { read } from "#sdk/chain/read.ts";
import { shareDown } from "#sdk/math/pair/shareDown.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { basisOf } from "./basisOf.ts";
import { depositsOf } from "./depositsOf.ts";
import { outcomeOf } from "./outcomeOf.ts";
import { readClaims } from "./readClaims.ts";
import { readMade } from "./readMade.ts";

export type Standing = Awaited<ReturnType<typeof readStanding>>;
export type Position = NonNullable<Awaited<ReturnType<typeof readPosition>>>;

const WHOLE = 10n ** 18n; // one Data Token in wei
const BPS = 10_000n;

export interface StandingParams {
  readonly token: string;
  readonly who: string;
}

/**
 * Everything an account has in one dataset, from the chain; its names as strangers wrote them.
 * @throws DatawellError UnknownDataset: whoever named the token was wrong
 */
export async function readStanding(client: Datawell, { token, who }: StandingParams) {
  const dataset = await find(client, { token });
  const { pool } = dataset;
  const at = tokenAt(token);
  const [name, symbol, held, reserves, due, account, fixed] = await Promise.all([
    read(client, at, "name", []),
    read(client, at, "symbol", []),
    balances(client, { dataset, who }),
    reservesOf(client, dataset),
    makerFee(client, dataset),
    accountOf(client, { pool, who }),
    terms(client, { pool }),
  ]);
  const market = { data: reserves.data, base: reserves.base, supply: reserves.supply + due.liquidity };
  const [position, claims, made] = await Promise.all([
    readPosition(client, { dataset, who, held: held.liquidity, market }),
    readClaims(client, { pool, who, account }),
    fixed.maker === who ? readMade(client, dataset) : undefined,
  ]);
  return {
    ...dataset,
    name,
    symbol,
    held,
    price: reserves.data === 0n ? 0n : (reserves.base * WHOLE) / reserves.data, // ALITA wei for one Data Token
    account,
    rewardInBase: fixed.rewardInBase,
    position,
    claims,
    made,
  };
}

interface PositionParams {
  readonly dataset: Dataset;
  readonly who: string;
  readonly held: bigint; // liquidity tokens
  readonly market: { readonly data: bigint; readonly base: bigint; readonly supply: bigint };
}

/** The liquidity of an account, and how it did; undefined: it has none. */
async function readPosition(client: Datawell, { dataset, who, held, market }: PositionParams) {
  if (held === 0n || market.supply === 0n) return undefined;
  const { data, base, supply } = market;
  const now = { liquidity: held, data: shareDown(held, data, supply), base: shareDown(held, base, supply) };
  const basis = basisOf(await depositsOf(client, { dataset, who }));
  return { ...now, shareBps: (held * BPS) / supply, outcome: outcomeOf({ basis, now }) };
}
