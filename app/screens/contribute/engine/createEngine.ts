import { AttestationError } from "#sdk/attestation/AttestationError.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { now } from "#sdk/chain/now.ts";
import { connect } from "#sdk/connect.ts";
import { contentRoot } from "#sdk/data/contentRoot.ts";
import { DataError } from "#sdk/data/DataError.ts";
import type { Table } from "#sdk/data/table.ts";
import type { AppDeployment } from "../../../chain/deployment.ts";
import { createReader, type PageReader } from "../../../chain/reader/createReader.ts";
import { measure } from "../files/measure.ts";
import { readFiles } from "../files/readFiles.ts";
import { attest } from "./attest.ts";
import { attesterSetOf } from "./attesterSetOf.ts";
import { choose } from "./choose.ts";
import { createSlot } from "./createSlot.ts";
import type { Engine, Page } from "./Engine.ts";
import { horizonOf } from "./horizonOf.ts";
import type { Remote } from "./talk.ts";

interface Opened {
  readonly client: Datawell;
  readonly attesters: readonly string[]; // addresses of their services
}

/** Reads, measures, hashes and has attested what a provider contributes. All records stay in here. */
export function createEngine(page: Remote<Page>): Engine {
  let opened: Opened | undefined;
  const records = createSlot();
  const parent = createSlot();
  const refused = new Set<string>(); // services that did not sign

  const site = (): Opened => {
    if (opened === undefined) throw new Error("No deployment was opened");
    return opened;
  };
  return {
    open: (deployment) => {
      opened = { client: connect(deployment, readerOf(deployment)), attesters: deployment.services?.attesters ?? [] };
    },
    read: async ({ pool, files, fields, isUpdate }) => {
      const { client, attesters } = site();
      const { requireLast, fill } = records.begin();
      const reach = async (step: number, words: string): Promise<void> => {
        requireLast();
        await page.progress(step, 3, words);
      };
      await reach(0, "Reading the records");
      const table = await readFiles(files, fields);
      await reach(1, "Asking how old records may be");
      const [time, set] = await Promise.all([now(client), attesterSetOf(client, pool).catch(() => undefined)]);
      const freshnessHorizon = set && (await horizonOf(client, { pool, set, attesters }));
      await reach(2, "Measuring their quality");
      fill(table);
      const found = measure(table, {
        now: Number(time),
        ...(freshnessHorizon !== undefined && { freshnessHorizon }),
        parent: isUpdate ? parent.table() : undefined,
      });
      return { ...found, ...(set && { threshold: Number(set.threshold) }) };
    },
    readParent: async ({ files, fields, secret }) => {
      const { fill } = parent.begin();
      const table = await readFiles(files, fields);
      fill(table);
      return contentRoot(table.rows, secret);
    },
    commit: (secret) => contentRoot(known(records.table()).rows, secret),
    attesterSet: (pool) => attesterSetOf(site().client, pool),
    attest: async (request) => {
      const { client, attesters } = site();
      const set = await attesterSetOf(client, request.pool);
      const chosen = await choose(client, { pool: request.pool, set, attesters, refused });
      try {
        const offer = { request, attesters: chosen, set, table: known(records.table()), parent: parent.table() };
        return await attest(client, page, offer);
      } catch (error) {
        if (error instanceof AttestationError) for (const one of error.refusals) refused.add(one.attester);
        throw error;
      }
    },
  };
}

const readerOf = ({ rpcUrl, chainId }: AppDeployment): PageReader => createReader(rpcUrl, BigInt(chainId));

function known(table: Table | undefined): Table {
  if (table !== undefined) return table;
  throw new DataError("NoRecords", "the records are not here any more", "Choose the files again");
}
