import { hexlify, MaxUint256, randomBytes } from "ethers";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { read } from "../../chain/read.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { addSlippage } from "../../math/addSlippage.ts";
import { DEFAULT_SLIPPAGE } from "../../math/DEFAULT_SLIPPAGE.ts";
import { escrowOf } from "../../math/job/escrowOf.ts";
import { transactTaking } from "../../permits/transactTaking.ts";
import type { Taking } from "../../permits/withPermits.ts";
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
  readonly dataEscrow: bigint; // Data Token wei held
  readonly basePaid: bigint; // ALITA wei paid, a Data Token bought inside included
}

/**
 * Opens a compute job and escrows its price: one transaction, permits in front.
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
  const { call, takings } = await (payWith === "both" ? payBoth : payBase)(client, request);
  const receipt = await transactTaking(client, { to: billing.address, takings, call });
  const { jobId, job, basePaid } = eventIn(receipt, billing, "OpenJob");
  const escrow = escrowOf(job);
  return sent(receipt, { jobId, job, baseEscrow: escrow.base, dataEscrow: escrow.data, basePaid });
}

const most = (amount: bigint, bps: bigint): bigint => (amount === MaxUint256 ? amount : addSlippage(amount, bps));

interface Request extends JobOrder {
  readonly maxBase: bigint;
  readonly maxData: bigint;
  readonly salt: string;
}

interface Payment {
  readonly call: string;
  readonly takings: readonly Taking[];
}

async function payBoth(client: Datawell, request: Request): Promise<Payment> {
  const { alita, billing } = client;
  const token = await read(client, poolAt(request.pool), "token", []);
  const takings = [
    { token: alita.address, amount: request.maxBase },
    { token, amount: request.maxData },
  ];
  return { call: encode(billing, "openJob", [request]), takings };
}

function payBase({ alita, billing }: Datawell, request: Request): Payment {
  const takings = [{ token: alita.address, amount: request.maxBase }];
  return { call: encode(billing, "openJobWithBase", [request]), takings };
}
