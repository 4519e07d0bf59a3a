import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { id } from "ethers";
import { attestRemotely, journalInMemory, type RemoteAttestationParams } from "#sdk/attestation/index.ts";
import type { Datawell } from "#sdk";
import type { Field, Row, Table } from "#sdk/data/table.ts";
import { describeDataset } from "#sdk/metadata/describeDataset.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { type AttesterOptions, type AttesterService, createAttester } from "../../../../services/attester/index.ts";
import { createLog } from "../../../../services/shared/log/index.ts";
import { realTable } from "../../../../bench/similarity/realTables.ts";
import { type ParamsOverrides, sdkWorld } from "../../../fixtures/sdk.ts";

/** What the attesters of these tests share. */
export const SECRET = id("the attesters' secret");

/** A provider's own. */
export const PROVIDER_SECRET = id("a provider's secret");

const whole = realTable("seattle-weather.csv");

/** Days of real weather, 1461 in all; the fields without those that are missing nowhere and everywhere the same. */
export const weather = (from: number, to: number): Table => ({
  fields: whole.fields,
  rows: whole.rows.slice(from, to),
});

export const documentOf = (fields: readonly Field[], name = "Weather"): DatasetDocument =>
  describeDataset({
    name,
    description: "Daily weather",
    license: "CC0-1.0",
    creator: { type: "Person", name: "Wanda" },
    keywords: ["weather"],
    datePublished: "2026-01-31",
    version: "1.0.0",
    fields,
    requirements: ["One row per day"],
    usageScenarios: ["Forecasts"],
    potentialCustomers: ["Farmers"],
  });

export const DOCUMENT = documentOf(whole.fields);

export interface Started {
  readonly service: AttesterService;
  readonly url: string;
}

/** A chain with a dataset of weather, and attesters that can be started on it. Its lines of log are kept. */
export async function attesterWorld() {
  const world = await sdkWorld();
  const folder = mkdtempSync(join(tmpdir(), "datawell-attester-"));
  const lines: string[] = [];
  const log = createLog({ service: "attester", level: "debug", write: (line) => void lines.push(line) });
  const running: AttesterService[] = [];

  const start = async (index: number, options: Partial<AttesterOptions> = {}): Promise<Started> => {
    const service = createAttester({
      client: world.attesters[index] as Datawell,
      secret: SECRET,
      database: `sqlite:${join(folder, `${index}.sqlite`)}`,
      freshnessHorizon: 40 * 365 * 86_400,
      log,
      ...options,
    });
    const { url } = await service.start();
    running.push(service);
    return { service, url };
  };

  const launch = (overrides: ParamsOverrides = {}) =>
    world.launch({ metadata: metadataDigest(DOCUMENT), ...overrides });

  const journal = journalInMemory();

  /** What Alice has attested unless told otherwise, by the one device that she has. */
  const paramsOf = (pool: string, table: Table, attesters: readonly Started[]): RemoteAttestationParams => ({
    attesters: attesters.map(({ url }) => url),
    set: world.set,
    pool,
    table,
    secret: PROVIDER_SECRET,
    journal,
    metadata: DOCUMENT,
  });

  const close = async (): Promise<void> => {
    await Promise.all(running.map((service) => service.stop()));
    rmSync(folder, { recursive: true });
  };

  return { ...world, folder, lines, start, launch, paramsOf, close, attestRemotely };
}

export type AttesterWorld = Awaited<ReturnType<typeof attesterWorld>>;

/** Rows that conform to nothing: what a liar fills up with. */
export const rubbish = (count: number, fields: readonly Field[]): readonly Row[] =>
  Array.from({ length: count }, (_, index) => fields.map((_field, column) => `rubbish ${index} ${column}`));
