import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Batch } from "../../shared/chain/Batch.ts";
import { createReader, type ReaderOptions } from "../../shared/chain/createReader.ts";
import type { Followed } from "../../shared/chain/Followed.ts";
import type { BlockId, Header } from "../../shared/chain/Header.ts";
import type { Rpc } from "../../shared/chain/Rpc.ts";
import type { Database } from "../../shared/database/index.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { commit } from "../state/commit.ts";
import { createState } from "../state/createState.ts";
import { Discontinuity } from "../state/Discontinuity.ts";
import { hasSchema, resetSchema } from "../state/schema.ts";
import { readTip } from "../state/tip.ts";
import { undo } from "../state/undo.ts";
import { apply } from "./apply.ts";
import { reveal } from "./reveal.ts";
import { deploymentSources, type Sources, withDatasets } from "./Sources.ts";

export interface IndexingOptions {
  readonly client: Datawell;
  readonly database: Database;
  readonly rpc: Rpc;
  /** Blocks below the head that a reorganization can undo exactly; a deeper one rebuilds the index. */
  readonly window?: number;
  /** The most blocks to ask a node for at once. */
  readonly span?: number;
  readonly reader?: ReaderOptions; // how patiently the node is asked
}

/** Contradictions in a row, about a minute of them, after which the index is not believed, but built anew. */
const PATIENCE = 8;

export interface Indexing {
  readonly followed: Followed;
  /** The newest block that the node has told of, undefined before the first answer. */
  readonly head: () => Header | undefined;
}

/** The index of a deployment as a follower keeps it. Makes its tables, and throws away those of another deployment. */
export async function createIndexing(options: IndexingOptions): Promise<Indexing> {
  const { client, database, rpc, window = 128, span = 2_000 } = options;
  const deployment = { chainId: String(client.chainId), factory: client.factory.address };
  await prepare(database, deployment);
  let sources = await loadSources(client, database);
  let head: Header | undefined;
  let contradictions = 0;

  async function onReorg(height: number | undefined): Promise<void> {
    await undo(database, height);
    sources = await loadSources(client, database);
  }

  async function onBlocks(batch: Batch): Promise<void> {
    const before = await readTip(database);
    const state = createState(database);
    const after = await apply(client, state, sources, batch);
    await commit(database, { batch, changes: state.changes(), before, deployment, window });
    sources = after;
    contradictions = 0;
    head = batch.head;
  }

  const followed: Followed = {
    reader: createReader(rpc, options.reader),
    chainId: client.chainId,
    birth: client.birth,
    window,
    span,
    addresses: () => [...sources.keys()],
    reveal: (logs) => reveal(client, logs),
    position: () => position(database),
    onReorg,
    onBlocks: async (batch) => {
      try {
        await onBlocks(batch);
      } catch (error) {
        if (error instanceof Discontinuity && ++contradictions === PATIENCE) await onReorg(undefined);
        throw error;
      }
    },
  };
  return { followed, head: () => head };
}

async function prepare(database: Database, { chainId, factory }: { chainId: string; factory: string }): Promise<void> {
  const tip = (await hasSchema(database)) ? await readTip(database) : undefined;
  if (tip?.chainId === chainId && tip.factory === factory) return;
  await database.transaction(resetSchema);
}

async function loadSources(client: Datawell, database: Database): Promise<Sources> {
  const datasets = await database.query<Dataset>("SELECT token, pair, pool FROM indexer_datasets ORDER BY token");
  return withDatasets(deploymentSources(client), datasets);
}

async function position(database: Database): Promise<readonly BlockId[]> {
  const blocks = await database.query<BlockId>("SELECT number, hash FROM indexer_blocks ORDER BY number DESC");
  return blocks.map(({ number, hash }) => ({ number: Number(number), hash }));
}
