import { id, ZeroHash } from "ethers";
import { contentRoot } from "#sdk/data/contentRoot.ts";
import { contentTag } from "#sdk/data/contentTag.ts";
import { dataUnits } from "#sdk/data/dataUnits.ts";
import { sketchOf as sealedSketch } from "#sdk/data/sketchOf.ts";
import type { Table } from "#sdk/data/table.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { type Contribution, ContributionKind } from "#sdk/types/Contribution.ts";
import type { Person } from "./cast.ts";
import { describe } from "./documents.ts";

/** What a provider has on its own device. */
export interface Slice {
  readonly title: string;
  readonly table: Table;
}

/** Shared by the attesters of the story's pools; without it nobody can test a guess against a tag or a sketch. */
export const ATTESTERS_KEY = id("the attesters' key");

/** The salt of a provider's records. */
const secretOf = ({ address }: Person): string => id(`secret of ${address}`);

/** What the chain learns of a slice: commitments, never a record. */
export const commitTo = (provider: Person, { title, table }: Slice, parent: string = ZeroHash): Contribution => ({
  provider: provider.address,
  kind: ContributionKind.Device,
  contentRoot: contentRoot(table.rows, secretOf(provider)),
  contentTag: contentTag(table.rows, table.fields, ATTESTERS_KEY),
  sketch: sketchOf(table),
  metadata: metadataDigest(describe({ title, author: provider.name, fields: table.fields })),
  units: dataUnits(table.rows, table.fields),
  parent,
});

export const sketchOf = ({ rows, fields }: Table): string => sealedSketch(rows, fields, ATTESTERS_KEY);
