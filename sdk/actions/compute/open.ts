import { hexlify, MaxUint256, randomBytes } from "ethers";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { read } from "../../chain/read.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { transact } from "../../chain/transact.ts";
import { addSlippage } from "../../math/addSlippage.ts";
import { DEFAULT_SLIPPAGE } from "../../math/DEFAULT_SLIPPAGE.ts";
import { allow } from "../../permits/allow.ts";
import { NO_PERMIT } from "../../permits/noPermit.ts";
import type { Job, JobOrder } from "../../types/Job.ts";
import { type JobQuote, quote as quoteJob } from "./quote.ts";

export interface OpenParams extends JobOrder {
  readonly payWith: "both" | "base"; // ALITA and Data Token, or ALITA alone: the Data Token is bought inside
  readonly quote?: JobQuote; // what the user was shown, by default the price of this moment
  readonly slippageBps?: bigint; // by default 50n
  readonly salt?: string; // 32 bytes, by default random
}

export interface Opened {
  readonly jobId: string;
  readonly job: Job; // keep it: every later step brings it along
  readonly baseEscrow: bigint; // ALITA wei held
  readonly basePaid: bigint; // ALITA wei paid, a Data Token bought inside included
}

/**
 * Opens a compute job and escrows its price: one transaction, a permit for each token inside.
 * @throws DatawellError BaseAboveMax, DataAboveMax, PoolNotOpen, CohortTooSmall, CohortBelowPolicy, EpsilonOutOfRange,
 * PrivacyBudgetExceeded, DeadlineOutOfRange, UnitsOutOfRange, OracleTooYoung, ERC20InsufficientBalance
 */
export async function open(client: Datawell, params: OpenParams): Promise<Sent<Opened>> {
  const { payWith, quote: shown, slippageBps = DEFAULT_SLIPPAGE, salt = hexlify(randomBytes(32)), ...order } = params;
  const cost = shown ?? (await quoteJob(client, order));
  const bounds = {
    maxBase: payWith === "both" ? cost.base : most(cost.baseAlone, slippageBps), // no market moves the first
    maxData: most(cost.data, slippageBps),
  };
  const request = { ...order, ...bounds, salt };
  const { billing } = client;
  const call = await (payWith === "both" ? encodeBoth : encodeBase)(client, request);
  const receipt = await transact(client, { to: billing.address, calls: [call] });
  const { jobId, job, baseEscrow, basePaid } = eventIn(receipt, billing, "OpenJob");
  return sent(receipt, { jobId, job, baseEscrow, basePaid });
}

const most = (amount: bigint, bps: bigint): bigint => (amount === MaxUint256 ? amount : addSlippage(amount, bps));

interface Request extends JobOrder {
  readonly maxBase: bigint;
  readonly maxData: bigint;
  readonly salt: string;
}

async function encodeBoth(client: Datawell, request: Request): Promise<string> {
  const { alita, billing } = client;
  const token = await read(client, poolAt(request.pool), "token", []);
  const spender = billing.address;
  const forBase = await allow(client, { token: alita.address, spender, amount: request.maxBase });
  const forData = await allow(client, { token, spender, amount: request.maxData });
  return encode(billing, "openJob", [request, forBase ?? NO_PERMIT, forData ?? NO_PERMIT]);
}

async function encodeBase(client: Datawell, request: Request): Promise<string> {
  const { alita, billing } = client;
  const permit = await allow(client, { token: alita.address, spender: billing.address, amount: request.maxBase });
  return encode(billing, "openJobWithBase", [request, permit ?? NO_PERMIT]);
}
