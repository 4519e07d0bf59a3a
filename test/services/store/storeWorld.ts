import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Datawell, pool as pools } from "#sdk";
import { connectStore, generateDeviceKeys, publishDocument, publishUrls, type StoreClient } from "#sdk/store/index.ts";
import { createStore, type StoreOptions } from "../../../services/store/createStore.ts";
import { createLog } from "../../../services/shared/log/index.ts";
import { sdkWorld } from "../../fixtures/sdk.ts";
import { DOCUMENT } from "./document.ts";

type Answer = (method: string) => Promise<unknown> | undefined;

export type StoreOverrides = Partial<StoreOptions>;

export const URLS = ["https://files.example/secret-path/rows.csv?key=hunter2", "ipfs://bafkreifile"];

/** A chain with a dataset, a remote contribution of Alice's and a licence of the consumer's; and stores beside it. */
export async function storeWorld() {
  const world = await sdkWorld();
  const { pool } = await world.launch();
  const { contribution } = await world.contribute(world.alice, pool, { kind: 1n });
  await pools.buyLicence(world.consumer, { pool });
  const { contentTag } = contribution;
  const folder = mkdtempSync(join(tmpdir(), "datawell-store-"));
  const stops: (() => Promise<void>)[] = [];
  const lines: string[] = [];
  const fault: { answer: Answer } = { answer: () => undefined };
  const rpc = {
    send: async (method: string, params: unknown[]) =>
      (await fault.answer(method)) ?? world.provider.send(method, params),
  };

  const optionsOf = (overrides: StoreOverrides = {}): StoreOptions => ({
    database: "sqlite::memory:",
    keyFile: join(folder, `keys-${stops.length}.json`),
    deployment: world.file,
    rpc,
    log: createLog({ service: "store", level: "debug", write: (line) => lines.push(line) }),
    limits: { writesPerMinute: 10_000, releasesPerMinute: 10_000, requestsPerMinute: 100_000 },
    ...overrides,
  });

  /** Starts a store; it ends with the world. */
  const start = async (overrides: StoreOverrides = {}) => {
    const store = createStore(optionsOf(overrides));
    stops.push(store.stop);
    const { url } = await store.start();
    const as = (datawell: Datawell): StoreClient => connectStore({ url, datawell });
    return { url, as, stop: store.stop };
  };

  /** Lets the node answer something else, while `work` runs. */
  const whileNode = async <T>(answer: Answer, work: () => Promise<T>): Promise<T> => {
    fault.answer = answer;
    try {
      return await work();
    } finally {
      fault.answer = () => undefined;
    }
  };

  /** The example document, and Alice's addresses for it. */
  const publish = async (as: (client: Datawell) => StoreClient, mode: "store" | "owner" = "store", urls = URLS) => {
    const { cid: document } = await publishDocument(as(world.maker), { document: DOCUMENT, pool });
    const device = await generateDeviceKeys();
    const params = { urls, document, pool, contentTag, ownerKey: device.publicKey, mode };
    return { document, device, record: await publishUrls(as(world.alice), params) };
  };

  const end = async () => {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...world, pool, contentTag, folder, whileNode, lines, start, publish, end };
}

export type StoreWorld = Awaited<ReturnType<typeof storeWorld>>;

/** The error of a promise that must fail. */
export async function failure(
  promise: Promise<unknown>,
): Promise<Error & { readonly code: string; readonly status?: number }> {
  try {
    await promise;
  } catch (error) {
    return error as Error & { readonly code: string };
  }
  throw new Error("It went through");
}
