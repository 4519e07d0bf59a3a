import { expect } from "chai";
import { sha256, toUtf8Bytes } from "ethers";
import canonicalize from "canonicalize";
import { DataError } from "#sdk/data/DataError.ts";
import { canonicalMetadata } from "#sdk/metadata/canonicalMetadata.ts";
import { cidToDigest, digestToCid } from "#sdk/metadata/cid.ts";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { declaredFields } from "#sdk/metadata/declaredFields.ts";
import { describeDataset } from "#sdk/metadata/describeDataset.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { MetadataError } from "#sdk/metadata/MetadataError.ts";
import { parseMetadata, validateMetadata } from "#sdk/metadata/validateMetadata.ts";
import { exampleDocument } from "./helpers/exampleDocument.ts";
import { thrown } from "./helpers/thrown.ts";

const without = (key: string) => Object.fromEntries(Object.entries(exampleDocument).filter(([name]) => name !== key));
const issues = (document: unknown) => thrown(MetadataError, () => validateMetadata(document)).issues;

describe("Metadata document", () => {
  it("is a schema.org Dataset with what a market needs to know", () => {
    expect(validateMetadata(exampleDocument)).to.equal(exampleDocument);
    expect(parseMetadata(JSON.stringify(exampleDocument))).to.deep.equal(exampleDocument);
  });

  it("may be Croissant 1.1 with record sets, files and properties of its own", () => {
    const { variableMeasured: _, ...rest } = exampleDocument;
    const croissant = {
      ...rest,
      "@context": {
        "@vocab": "https://schema.org/",
        cr: "http://mlcommons.org/croissant/",
      },
      "@type": "sc:Dataset",
      conformsTo: ["http://mlcommons.org/croissant/1.1"],
      isLiveDataset: true,
      distribution: [
        {
          "@type": "cr:FileObject",
          "@id": "penguins.csv",
          encodingFormat: "text/csv",
          sha256: "00".repeat(32),
          contentUrl: "penguins.csv",
        },
        {
          "@type": "cr:FileSet",
          encodingFormat: "image/jpeg",
          includes: "*.jpg",
        },
      ],
      recordSet: [
        {
          "@type": "cr:RecordSet",
          "@id": "penguins",
          field: [
            {
              "@type": "cr:Field",
              "@id": "penguins/mass",
              name: "mass",
              dataType: "cr:Int64",
              source: {
                fileObject: { "@id": "penguins.csv" },
                extract: { column: "mass" },
              },
            },
            {
              "@type": "cr:Field",
              name: "photo",
              dataType: ["sc:ImageObject", "https://schema.org/URL"],
              "dw:nullable": false,
            },
            { "@type": "cr:Field", name: "seen", dataType: "sc:DateTime" },
          ],
        },
      ],
    };
    expect(declaredFields(validateMetadata(croissant))).to.deep.equal([
      { name: "mass", type: "integer", nullable: true },
      { name: "photo", type: "text", nullable: false },
      { name: "seen", type: "date", nullable: true },
    ]);
  });

  it("declares its fields as measured variables too", () => {
    expect(declaredFields(exampleDocument as unknown as DatasetDocument)).to.deep.equal([
      { name: "species", type: "text", nullable: false },
      { name: "body mass", type: "number", nullable: true },
    ]);
  });

  it("can be made from plain words, and gives the fields back", () => {
    const fields = [
      { name: "day", type: "date", nullable: false },
      { name: "steps", type: "integer", nullable: false },
      { name: "awake", type: "boolean", nullable: true },
    ] as const;
    const document = describeDataset({
      name: "Steps",
      description: "Daily steps counted by phones",
      license: "CC-BY-4.0",
      creator: { type: "Person", name: "Ada" },
      keywords: ["health"],
      datePublished: "2026-01-31",
      version: "1.0.0",
      fields,
      requirements: ["At least thirty days"],
      usageScenarios: ["Public health"],
      potentialCustomers: ["Health insurers"],
    });
    expect(declaredFields(document)).to.deep.equal(fields);
  });

  describe("faults", () => {
    const required = ["@type", "name", "description", "license", "creator", "keywords", "datePublished", "version"];
    for (const key of [...required, "dw:requirements", "rai:dataUseCases", "audience"]) {
      it(`names ${key} when it is missing`, () => {
        expect(
          issues(without(key)).map(({ pointer, fault }) => ({
            pointer,
            fault,
          })),
        ).to.deep.equal([{ pointer: `/${key}`, fault: "is missing" }]);
      });
    }

    it("asks for declared fields in either vocabulary", () => {
      expect(issues(without("variableMeasured"))).to.deep.equal([
        {
          pointer: "/recordSet",
          fault: "is missing, and so is variableMeasured",
          remedy: 'Declare the fields: [{ "field": [{ "name": "...", "dataType": "sc:Text" }] }]',
        },
      ]);
    });

    it("points into lists and says the remedy", () => {
      const { variableMeasured: _, ...rest } = exampleDocument;
      expect(
        issues({
          ...rest,
          recordSet: {
            field: [
              { name: "a", dataType: "sc:Text" },
              { name: "", dataType: "sc:Text" },
            ],
          },
        }),
      ).to.deep.equal([
        {
          pointer: "/recordSet/field/1/name",
          fault: "is empty",
          remedy: "Give the field a name of 1 to 200 characters",
        },
      ]);
    });

    it("reports all of them at once", () => {
      const document = {
        ...exampleDocument,
        name: " ",
        datePublished: "31.1.2026",
        keywords: [],
      };
      expect(thrown(MetadataError, () => validateMetadata(document)).message).to.equal(
        [
          "/name: is empty. Give the dataset a name of 1 to 200 characters.",
          "/keywords: is an empty list. List 1 to 50 words by which people will search.",
          "/datePublished: is not a date. Write the day as YYYY-MM-DD.",
        ].join("\n"),
      );
    });

    it("holds the length of a name at 200 characters", () => {
      validateMetadata({ ...exampleDocument, name: "x".repeat(200) });
      expect(issues({ ...exampleDocument, name: "x".repeat(201) })[0]?.fault).to.equal("is longer than 200");
    });

    it("asks for the vocabulary of schema.org", () => {
      expect(issues({ ...exampleDocument, "@context": "https://example.org/" })).to.deep.equal([
        {
          pointer: "/@context",
          fault: "does not name schema.org",
          remedy: 'Use "https://schema.org/" or the context of Croissant',
        },
      ]);
    });

    it("refuses what is no JSON, too long, too deep, or harms careless readers", () => {
      expect(thrown(MetadataError, () => parseMetadata("{")).message).to.equal(
        "The document: is not JSON. Look for a missing comma, quotation mark or bracket.",
      );
      expect(thrown(MetadataError, () => parseMetadata(" ".repeat(262_145))).message).to.equal(
        "The document: has 262145 characters, at most 262144 are accepted. Shorten it.",
      );
      const nested = JSON.parse(`${'{"a":'.repeat(17)}1${"}".repeat(17)}`);
      expect(issues(nested)[0]?.fault).to.equal("is nested deeper than 16 levels");
      expect(thrown(MetadataError, () => parseMetadata('{"a":{"__proto__":{}}}')).message).to.equal(
        "/a/__proto__: is not an acceptable name. Remove it.",
      );
      expect(issues({ ...exampleDocument, "a/b": undefined })[0]?.pointer).to.equal("/a~1b");
      expect(issues(7)[0]).to.deep.equal({
        pointer: "",
        fault: "is not what is expected here",
        remedy: "Describe the dataset as a JSON object in schema.org terms",
      });
    });
  });

  describe("canonical form", () => {
    it("is that of RFC 8785, section 3.2.4", () => {
      const sample = JSON.parse(
        String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
      );
      expect(canonicalize(sample)).to.equal(
        String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
      );
    });

    it("does not depend on the order of names or on white space", () => {
      const reversed = Object.fromEntries(Object.entries(exampleDocument).toReversed());
      const [a, b] = [exampleDocument, JSON.parse(JSON.stringify(reversed, null, 4))] as unknown as DatasetDocument[];
      expect(canonicalMetadata(a as DatasetDocument)).to.deep.equal(canonicalMetadata(b as DatasetDocument));
    });

    it("has the digest and the address of docs/spec/metadata-document.md", () => {
      const digest = metadataDigest(exampleDocument as unknown as DatasetDocument);
      expect(digest).to.equal("0x38a31e7b8a347b55dfc2924eab24d32fed73b488dbd6c0baca31f04174db8021");
      expect(contractUri(digest)).to.equal("ipfs://bafkreibyumphxcrupnk57qusj2vsjuzp5vz3jcg323alvsrr6baxjw4aee");
    });
  });

  describe("content address", () => {
    const HELLO = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"; // raw "hello world", as IPFS prints it

    it("is a CIDv1 of raw bytes under sha2-256 in base32", () => {
      expect(digestToCid(sha256(toUtf8Bytes("hello world")))).to.equal(HELLO);
      expect(cidToDigest(HELLO)).to.equal(sha256(toUtf8Bytes("hello world")));
    });

    it("refuses other digests and other kinds of CID", () => {
      expect(thrown(DataError, () => digestToCid("0x12")).message).to.equal(
        '"0x12" is not a sha2-256 digest. Pass 0x and 64 hexadecimal digits.',
      );
      for (const other of [
        "nonsense",
        "QmT78zSuBmuS4z925WZfrqQ1qHaJ56DQaTfyMUF7F8ff5o",
        "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
      ]) {
        expect(thrown(DataError, () => cidToDigest(other)).message).to.equal(
          `"${other}" is not a CIDv1 of raw bytes under sha2-256. Pass one that begins with "bafkrei".`,
        );
      }
    });
  });
});
