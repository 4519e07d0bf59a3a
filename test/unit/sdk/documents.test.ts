import { readFileSync } from "node:fs";
import { expect } from "chai";
import { FRESHNESS_HORIZON, QUALITY_GATE, QUALITY_WEIGHTS } from "#sdk/data/assessQuality.ts";
import { contentDigest, contentTag } from "#sdk/data/contentTag.ts";
import { contentRoot, recordSalt } from "#sdk/data/contentRoot.ts";
import { sketchOf } from "#sdk/data/sketchOf.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import { DEFAULT_SIMILARITY_LANES, MIN_FEATURES } from "#sdk/math/minHash.ts";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { exampleDocument } from "./helpers/exampleDocument.ts";

const specification = (name: string) => readFileSync(new URL(`../../../docs/spec/${name}.md`, import.meta.url), "utf8");

describe("Specifications of the data layer", () => {
  it("metadata-document.md shows the example, its digest and its address", () => {
    const text = specification("metadata-document");
    const [, example] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
    expect(JSON.parse(example as string)).to.deep.equal(exampleDocument);
    const digest = metadataDigest(exampleDocument as unknown as DatasetDocument);
    expect(text).to.include(digest).and.include(contractUri(digest));
  });

  it("content-root.md shows the digest, tag, salt and root of its example", () => {
    const text = specification("content-root");
    const key = `0x${"0b".repeat(32)}`;
    const fields: readonly Field[] = [
      { name: "species", type: "text", nullable: false },
      { name: "mass", type: "number", nullable: true },
    ];
    const rows: readonly Row[] = [
      ["Adelie", 3750],
      ["Gentoo", 5000.5],
      ["Chinstrap", null],
    ];
    expect(text)
      .to.include(contentDigest(rows, fields))
      .and.include(contentTag(rows, fields, key));
    expect(text).to.include(recordSalt(key, 0)).and.include(contentRoot(rows, key));
  });

  it("quality.md shows the weights, the gate and the horizon", () => {
    const text = specification("quality");
    for (const [part, weight] of Object.entries(QUALITY_WEIGHTS))
      expect(text).to.match(new RegExp(`\\| ${part} .*\\| +${weight} \\|`));
    for (const [part, least] of Object.entries(QUALITY_GATE)) expect(text).to.include(`${part} >= ${least}`);
    expect(text).to.include(`${FRESHNESS_HORIZON} seconds`);
  });

  it("similarity.md shows the sketch of its example and the default threshold", () => {
    const text = specification("similarity");
    const fields: readonly Field[] = [
      { name: "Name", type: "text", nullable: false },
      { name: "value", type: "number", nullable: false },
    ];
    const rows: readonly Row[] = Array.from({ length: 100 }, (_, i) => [`Row ${i}`, i * 1.01]);
    expect(text).to.include(sketchOf(rows, fields, `0x${"5a".repeat(32)}`));
    expect(text).to.include(`**${DEFAULT_SIMILARITY_LANES} of 64**`).and.include(`${MIN_FEATURES} distinct features`);
  });
});
