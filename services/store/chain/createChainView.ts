import type { Provider } from "ethers";
import { isSignedBy, type Signed } from "#sdk/auth/isSignedBy.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { connect, type DeploymentFile } from "#sdk/connect.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import type { RecordBinding } from "#sdk/store/RecordBinding.ts";
import { type Refusal, refusalOf } from "#sdk/store/refusalOf.ts";
import type { Role } from "#sdk/store/wire.ts";
import type { Rpc } from "../../shared/chain/Rpc.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { withTimeout } from "../../shared/chain/withTimeout.ts";
import { patientProvider } from "./patientProvider.ts";

export interface ChainViewOptions {
  readonly deployment: DeploymentFile;
  readonly rpc: Rpc;
  readonly timeoutMs?: number; // of all that one question takes; 5,000 unless told otherwise
  /** Seconds that the newest block may lag behind the clock; without it, any node's word is taken for the present. */
  readonly maxBlockAge?: number;
  readonly now: () => number; // unix seconds
}

export interface Claim {
  readonly author: string;
  readonly pool: string;
  readonly contentTag: string;
}

/**
 * What the store asks the chain. Whatever keeps the chain from telling (no answer, a late one, garbage, another chain,
 * an old block) is a ServiceError 503: nobody gets anything on a guess.
 */
export interface ChainView {
  readonly chainId: bigint;
  /** Reads the chain, and gives up on a node that is late. */
  readonly provider: Provider;
  readonly isSignedBy: (signed: Signed) => Promise<boolean>;
  /** What an author is to a dataset. @throws ServiceError 422 UnknownPool */
  readonly roleOf: (claim: Claim) => Promise<Role>;
  /** Why an account may not have a record's key; undefined if it may. */
  readonly refusalOf: (record: Omit<RecordBinding, "document">, account: string) => Promise<Refusal | undefined>;
  /** Throws while the chain does not tell. */
  readonly check: () => Promise<void>;
}

export function createChainView(options: ChainViewOptions): ChainView {
  const { deployment, rpc, timeoutMs = 5_000, maxBlockAge, now } = options;
  const provider = patientProvider(rpc, Number(deployment.chainId), timeoutMs);
  const client = connect(deployment, provider);

  async function requireRightChain(): Promise<void> {
    const chainId = await provider.send("eth_chainId", []);
    if (BigInt(chainId) !== client.chainId) throw new Error(`The node is on chain ${BigInt(chainId)}`);
    if (maxBlockAge === undefined) return;
    const block = await provider.send("eth_getBlockByNumber", ["latest", false]);
    if (!(Number(block.timestamp) >= now() - maxBlockAge))
      throw new Error(`The newest block is of ${Number(block.timestamp)}`);
  }

  const asked = async <T>(question: () => Promise<T>): Promise<T> => {
    try {
      const [answer] = await withTimeout(
        Promise.all([question(), requireRightChain()]),
        timeoutMs,
        "what it was asked",
      );
      return answer;
    } catch (error) {
      throw error instanceof ServiceError ? error : unavailable(error);
    }
  };

  return {
    chainId: client.chainId,
    provider,
    isSignedBy: (signed) => asked(() => isSignedBy(provider, signed)),
    refusalOf: (record, account) => asked(() => refusalOf(client, record, account)),
    check: () => asked(async () => undefined),
    roleOf: ({ author, pool, contentTag }) =>
      asked(async () => {
        await requirePool(pool);
        const [maker, [contributor, , revokedAt]] = await Promise.all([
          read(client, poolAt(pool), "maker", []),
          read(client, poolAt(pool), "consentOf", [contentTag]),
        ]);
        if (maker === author) return "maker";
        return contributor === author && revokedAt === 0n ? "provider" : "other";
      }),
  };

  async function requirePool(pool: string): Promise<void> {
    if ((await provider.getCode(pool)) === "0x") throw unknown(pool);
    const token = await read(client, poolAt(pool), "token", []).catch((error: unknown) => {
      throw error instanceof DatawellError && error.name === "Reverted" ? unknown(pool) : error;
    });
    if ((await read(client, client.factory, "poolOf", [token])) !== pool) throw unknown(pool);
  }
}

const unknown = (pool: string): ServiceError =>
  new ServiceError({
    status: 422,
    code: "UnknownPool",
    fault: `${pool} is not the pool of a dataset on this chain`,
    remedy: "Pass the address of a dataset's pool",
  });

const unavailable = (cause: unknown): ServiceError =>
  new ServiceError({
    status: 503,
    code: "ChainUnavailable",
    fault: "The chain cannot be asked now",
    remedy: "Try again later",
    retryAfter: 5,
    cause,
  });
