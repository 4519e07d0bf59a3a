import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonRpcApiProvider } from "ethers";
import { connect, type DeploymentFile } from "#sdk/connect.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { createIndexer } from "../../services/indexer/createIndexer.ts";
import { openDatabase } from "../../services/shared/database/index.ts";
import { createLog } from "../../services/shared/log/index.ts";
import { createSandbox, type Sandbox } from "../../services/shared/sandbox/index.ts";
import { createStore } from "../../services/store/createStore.ts";
import { FRESHNESS_HORIZON } from "../story/attest.ts";
import { ATTESTERS_KEY } from "../story/slices.ts";
import type { Running } from "./Running.ts";
import { startAttesters } from "./startAttesters.ts";

export interface ServicesParams {
  readonly file: DeploymentFile;
  readonly provider: JsonRpcApiProvider;
  readonly attesters: readonly Datawell[]; // who sign
}

/** Attesters, store and indexer of this machine. */
export interface Services {
  readonly urls: { readonly attesters: readonly string[]; readonly store: string; readonly indexer: string };
  readonly sandbox: Sandbox; // in which the programs of all devices run
  readonly stop: () => Promise<void>;
}

/** Starts the services that need no job: they keep what they know in memory and in a folder that goes with them. */
export async function startServices({ file, provider, attesters: people }: ServicesParams): Promise<Services> {
  const folder = mkdtempSync(join(tmpdir(), "datawell-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true })); // however it ends
  const logOf = (service: string) => createLog({ service, level: "error" });
  const attesters = await startAttesters({
    people,
    secret: ATTESTERS_KEY,
    freshnessHorizon: FRESHNESS_HORIZON,
    log: logOf("attester"),
  });
  const store = createStore({
    database: "sqlite::memory:",
    keyFile: join(folder, "store-keys.json"),
    deployment: file,
    rpc: provider,
    log: logOf("store"),
  });
  const { url: storeUrl } = await store.start();
  const indexer = await startIndexer(connect(file, provider), provider);
  const sandbox = createSandbox();
  return {
    sandbox,
    urls: { attesters: attesters.at, store: storeUrl, indexer: indexer.at },
    stop: async () => {
      await Promise.all([attesters.stop(), store.stop(), indexer.stop(), sandbox.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startIndexer(client: Datawell, rpc: JsonRpcApiProvider): Promise<Running> {
  const database = await openDatabase("sqlite::memory:");
  const log = createLog({ service: "indexer", level: "error" });
  const indexer = await createIndexer({ client, rpc, database, log, follower: { interval: 500 } });
  const { url } = await indexer.start();
  return {
    at: url,
    stop: async () => {
      await indexer.stop();
      await database.close();
    },
  };
}
