import { BrowserProvider, type Eip1193Provider, id, type JsonRpcApiProvider, toQuantity, Wallet } from "ethers";
import { network } from "hardhat";
import { LOCAL_CHAIN_ID } from "../../scripts/chain/Chain.ts";
import { PROVIDER_OPTIONS } from "../../scripts/chain/providerOptions.ts";

/** One EVM for everybody who is measured: a chain that gives the same figures on every machine and every day. */
export interface Stage {
  readonly provider: JsonRpcApiProvider;
  /** An account with ether, the same for the same name. */
  readonly account: (name: string) => Promise<Wallet>;
  /** Time of the latest block, unix seconds. */
  readonly time: () => Promise<bigint>;
  /** Lets time pass (seconds). */
  readonly pass: (seconds: bigint) => Promise<void>;
  /** Does something and takes it back, so that no measurement knows of another. */
  readonly isolated: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

const HARDFORK = "osaka";
const BLOCK_TIME = 12n; // seconds
/** Later than any clock on which this runs: the SDK goes by the later of the chain's and the machine's. */
const BIRTH = new Date("2050-01-01T00:00:00Z");
const FUNDS = toQuantity(10n ** 24n); // ether wei

export async function openStage(): Promise<Stage> {
  const connection = await network.create({ override: { initialDate: BIRTH, hardfork: HARDFORK } });
  const send = (method: string, params: unknown[] = []): Promise<unknown> =>
    connection.provider.request({ method, params });

  const provider = new BrowserProvider(inFullBlocks(connection.provider), LOCAL_CHAIN_ID, PROVIDER_OPTIONS);
  const time = () => latest(connection.provider);

  return {
    provider,
    time,
    async account(name) {
      const wallet = new Wallet(id(name), provider);
      await send("hardhat_setBalance", [wallet.address, FUNDS]);
      return wallet;
    },
    async pass(seconds) {
      await send("evm_setNextBlockTimestamp", [Number((await time()) + seconds)]);
      await send("evm_mine");
    },
    async isolated(work) {
      const before = await send("evm_snapshot");
      try {
        return await work();
      } finally {
        await send("evm_revert", [before]);
      }
    },
    close: () => connection.close(),
  };
}

/** Every transaction in a block of its own, BLOCK_TIME after the last, however long the machine took. */
function inFullBlocks(chain: Eip1193Provider): Eip1193Provider {
  return {
    async request(call) {
      if (call.method === "eth_sendRawTransaction") {
        const next = (await latest(chain)) + BLOCK_TIME;
        await chain.request({ method: "evm_setNextBlockTimestamp", params: [Number(next)] });
      }
      return chain.request(call);
    },
  };
}

async function latest(chain: Eip1193Provider): Promise<bigint> {
  const block = (await chain.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as {
    readonly timestamp: string;
  };
  return BigInt(block.timestamp);
}
