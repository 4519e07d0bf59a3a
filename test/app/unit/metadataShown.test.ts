import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { canonicalMetadata } from "#sdk/metadata/canonicalMetadata.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { describeDataset } from "#sdk/metadata/describeDataset.ts";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { validateMetadata } from "#sdk/metadata/validateMetadata.ts";
import type { StoreClient } from "#sdk/store/connectStore.ts";
import { describe as describeDocument } from "../../../app/data/metadata/describe.ts";
import { jsonLd } from "../../../app/data/metadata/jsonLd.ts";
import { readDocument } from "../../../app/data/metadata/readDocument.ts";
import { snippets } from "../../../app/screens/dataset/snippets.ts";

const HONEST = describeDataset({
  name: "Weather of Zürich",
  description: "Hourly.\nSince 1864.",
  license: "CC-BY-4.0",
  creator: { type: "Person", name: "Ada" },
  keywords: ["weather", "climate"],
  datePublished: "2026-01-31",
  version: "1.0.0",
  fields: [
    { name: "celsius", type: "number", nullable: false, description: "two metres above ground" },
    { name: "sky", type: "text", nullable: true },
  ],
  requirements: ["Measured, not modelled"],
  usageScenarios: ["Forecasts"],
  potentialCustomers: ["Farmers"],
});

/** A document of the schema with anything in it. */
const documentWith = (changes: Readonly<Record<string, unknown>>): DatasetDocument =>
  validateMetadata({ ...HONEST, ...changes });

/** A store that answers these bytes, whatever it is asked for. */
const storeOf = (bytes: Uint8Array): StoreClient => ({
  url: "https://store.example",
  datawell: {} as StoreClient["datawell"], // is not asked
  fetch: async () => new Response(bytes as Uint8Array<ArrayBuffer>),
});

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => "nothing",
    (error: { readonly code?: string }) => error.code,
  );
}

describe("a metadata document on the page", () => {
  describe("is believed", () => {
    const uri = contractUri(metadataDigest(HONEST));

    it("if its bytes hash to what the contract names", async () => {
      expect(await readDocument(storeOf(canonicalMetadata(HONEST)), uri)).to.deep.equal(HONEST);
    });

    it("not if the store answers another valid document", async () => {
      const other = documentWith({ license: "CC0-1.0" });
      expect(await codeOf(readDocument(storeOf(canonicalMetadata(other)), uri))).to.equal("WrongContent");
    });

    it("not if the same document comes in other bytes", async () => {
      const spaced = new TextEncoder().encode(JSON.stringify(HONEST, null, 2));
      expect(await codeOf(readDocument(storeOf(spaced), uri))).to.equal("WrongContent");
    });

    it("not from a contract that names no content address", async () => {
      for (const named of ["https://evil.example/metadata.json", "ipfs://QmOld", "data:,{}", ""]) {
        const failed = await readDocument(storeOf(canonicalMetadata(HONEST)), named).then(
          () => false,
          () => true,
        );
        expect(failed, named).to.equal(true);
      }
    });
  });

  it("shows what its maker says", () => {
    const shown = describeDocument(HONEST);
    expect(shown.paragraphs).to.deep.equal(["Hourly.", "Since 1864."]);
    expect(shown.makers).to.deep.equal(["Ada"]);
    const licence = { text: "CC-BY-4.0", link: "https://spdx.org/licenses/CC-BY-4.0.html", host: "spdx.org" };
    expect(shown.licences).to.deep.equal([licence]);
    expect(shown.keywords).to.deep.equal(["weather", "climate"]);
    expect(shown.fields).to.deep.equal([
      { name: "celsius", types: "Float", isRequired: true, description: "two metres above ground" },
      { name: "sky", types: "Text", isRequired: false, description: "" },
    ]);
    expect(shown.sample).to.equal(undefined);
  });

  it("shows a sample, whichever way Croissant writes it", () => {
    const records = { name: "records", field: [{ name: "sky", dataType: "sc:Text" }] };
    const rows = [{ "records/sky": "blue", depth: 3 }, { "records/sky": null }];
    for (const word of ["examples", "cr:examples", "data", "cr:data"]) {
      const { sample } = describeDocument(documentWith({ recordSet: [{ ...records, [word]: rows }] }));
      expect(sample, word).to.deep.equal({ names: ["sky", "depth"], rows: [["blue", "3"], ["", ""]] }); // prettier-ignore
    }
  });

  describe("of somebody hostile", () => {
    it("leads nowhere but to https", () => {
      const evil = "javascript:alert(document.domain)";
      const shown = describeDocument(
        documentWith({
          license: [evil, { url: evil }, "data:text/html,<b>"],
          url: evil,
          distribution: [{ "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: evil }],
        }),
      );
      const links = [...shown.licences, ...shown.files, ...(shown.site ? [shown.site] : [])].map(({ link }) => link);
      expect(links).to.deep.equal([undefined, undefined, undefined, undefined, undefined]);
      expect(shown.licences[0]?.text).to.equal(evil); // is shown as what it is
    });

    it("cannot name a link after another place", () => {
      const file = { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: "https://evil.example/x" };
      const { files, site } = describeDocument(
        documentWith({
          url: "https://good.example/",
          distribution: [
            { ...file, name: "https://good.example/x" },
            { ...file, name: "good.example/x" },
          ],
        }),
      );
      expect(files.map(({ host }) => host)).to.deep.equal(["evil.example", "evil.example"]);
      expect(site).to.deep.equal({ text: "https://good.example/", link: "https://good.example/" });
    });

    it("cannot turn, hide or overflow what stands beside it", () => {
      const shown = describeDocument(
        documentWith({
          name: "\u202Ereversed\u200B",
          description: "x".repeat(5_000),
          keywords: Array.from({ length: 50 }, () => `k\u0000${"\u0301".repeat(98)}`),
          creator: Array.from({ length: 10_000 }, () => ({ "@type": "Person", name: "many" })),
        }),
      );
      expect(shown.title).to.equal("\uFFFDreversed\uFFFD");
      expect(shown.keywords[0]).to.equal("k\uFFFD\u0301\u0301");
      expect(shown.makers).to.have.length(50);
    });

    it("cannot put a giant table into the page", () => {
      const wide = Object.fromEntries(
        Array.from({ length: 1_000 }, (_, index) => [`column ${index}`, "9".repeat(100)]),
      );
      const records = {
        field: [{ name: "n", dataType: "sc:Integer" }],
        examples: Array.from({ length: 500 }, () => wide),
      };
      const { sample } = describeDocument(documentWith({ recordSet: records }));
      expect(sample?.rows).to.have.length(20);
      expect(sample?.names).to.have.length(32);
      expect(sample?.rows[0]?.[0]).to.equal(`${"9".repeat(80)}…`);
    });

    it("cannot crash the page by samples of another shape", () => {
      for (const examples of [null, 7, "text", [], [null, 1, "a", [1]], [[["x"]]]]) {
        const records = { field: [{ name: "n", dataType: "sc:Integer" }], examples };
        expect(describeDocument(documentWith({ recordSet: records })).sample, JSON.stringify(examples)).to.equal(
          undefined,
        );
      }
      const odd = { field: [{ name: "n", dataType: "sc:Integer" }], examples: { n: { deep: [1] } } };
      expect(describeDocument(documentWith({ recordSet: odd })).sample?.rows).to.deep.equal([['{"deep":[1]}']]);
    });
  });

  describe("for machines", () => {
    const onChain = {
      token: ZeroAddress,
      chainId: "31337",
      name: "Weather\u202E",
      contractUri: "ipfs://bafkrei",
      page: "https://datawell.example/#/dataset/0x",
    };

    it("is still a valid Croissant document, with the token it belongs to", () => {
      const thing = jsonLd(onChain, HONEST);
      expect(validateMetadata(thing)).to.include({ name: "Weather of Zürich", url: onChain.page });
      expect(thing.identifier).to.deep.equal([`eip155:31337/erc20:${ZeroAddress}`, "ipfs://bafkrei"]);
    });

    it("says what the chain knows while the document is not there", () => {
      expect(jsonLd(onChain)).to.include({ "@type": "Dataset", name: "Weather\uFFFD", url: onChain.page });
    });
  });

  it("is used in code that quotes what it inserts", () => {
    const codes = Object.values(snippets(ZeroAddress, 'https://rpc.example/"+alert(1)+"'));
    for (const code of codes) expect(code).to.include(String.raw`"https://rpc.example/\"+alert(1)+\""`);
  });
});
