import type { JsonRpcApiProvider } from "ethers";
import { toDeploymentFile } from "#deploy/deployments.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { connect } from "#sdk/connect.ts";
import type { Chain } from "../../../scripts/chain/Chain.ts";
import { inProcess } from "../../../scripts/chain/inProcess.ts";
import type { Cast } from "../../../scripts/story/cast.ts";
import type { Estate } from "../../../scripts/story/chapters/books.ts";
import { createNarrator } from "../../../scripts/story/narrator.ts";
import { playOn, storyBegins } from "../../../scripts/story/playOn.ts";
import { advance } from "../../../services/shared/chain/advance.ts";
import { createFollower } from "../../../services/shared/chain/follow.ts";
import type { ReaderOptions } from "../../../services/shared/chain/createReader.ts";
import type { Rpc } from "../../../services/shared/chain/Rpc.ts";
import { type Database, openDatabase } from "../../../services/shared/database/index.ts";
import { createIndexing } from "../../../services/indexer/follow/createIndexing.ts";
import { compareTables } from "../../../services/indexer/verify/compareTables.ts";

/** The whole story on a chain of its own: every kind of event, a few hundred of them. */
export interface World {
  readonly chain: Chain;
  readonly provider: JsonRpcApiProvider;
  readonly cast: Cast;
  readonly estate: Estate;
  readonly client: Datawell;
}

/** Milliseconds; on a busy machine the story takes minutes. */
export const STORY_TIMEOUT = 300_000;

let told: Promise<World> | undefined;

/** The story takes seconds, so all tests of the indexer read the same; whoever writes undoes it. */
export const world = (): Promise<World> => (told ??= tell());

async function tell(): Promise<World> {
  const chain = await inProcess(storyBegins());
  const { deployment, cast, estate, stop } = await playOn(
    chain,
    createNarrator(() => {}),
  );
  await stop(); // the index under test is the only one that asks
  const client = connect(toDeploymentFile(deployment, ""), chain.provider);
  return { chain, provider: chain.provider, cast, estate, client };
}

export const memory = (): Promise<Database> => openDatabase("sqlite::memory:");

export interface Following {
  readonly client: Datawell;
  readonly rpc: Rpc;
  readonly database: Database;
  readonly window?: number;
  readonly span?: number;
  readonly reader?: ReaderOptions;
}

/** Follows to the head, as a service that has just been started. */
export async function follow(following: Following): Promise<void> {
  const { followed } = await createIndexing(following);
  await createFollower(followed).catchUp();
}

/** Looks in a row at which there must be nothing new: a node may tell of an old head. */
const QUIET = 4;

/** Follows to the head however often a step fails. */
export async function persist(following: Following): Promise<void> {
  const { followed } = await createIndexing(following);
  for (let steps = 0, quiet = 0; quiet < QUIET; steps++) {
    if (steps === 500) throw new Error("The follower never came through");
    const step = await advance(followed).catch(() => "failed");
    if (step === "idle") quiet++;
    else if (step !== "failed") quiet = 0;
  }
}

/** Indexes built from nothing over a faultless node, by the head that they go up to. */
const built = new Map<string, Promise<Database>>();

/** Where an index differs from one built from nothing over a faultless node. */
export async function differences(there: World, database: Database) {
  const { hash } = (await there.provider.getBlock("latest"))!;
  const known = built.get(hash!) ?? build(there);
  built.set(hash!, known);
  return compareTables(database, await known, 5);
}

async function build({ client, provider }: World): Promise<Database> {
  const database = await memory();
  await follow({ client, rpc: provider, database });
  return database;
}

/** Plays something on the chain and takes it back afterwards. */
export async function meanwhile<T>({ provider }: World, work: () => Promise<T>): Promise<T> {
  const snapshot = await provider.send("evm_snapshot", []);
  try {
    return await work();
  } finally {
    await provider.send("evm_revert", [snapshot]);
  }
}
