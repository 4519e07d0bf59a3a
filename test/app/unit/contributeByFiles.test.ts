import { ZeroHash } from "ethers";
import { expect } from "chai";
import { attestationsIn, contributionFile, digestOf } from "../../../app/screens/contribute/fresh/attestationFiles.ts";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import { revive } from "../../../scripts/input/revive.ts";
import { toJson } from "../../../scripts/output/toJson.ts";

const bytes32 = (digit: string) => `0x${digit.repeat(64)}`;
const POOL = `0x${"1".repeat(40)}`;
const PROVIDER = `0x${"2".repeat(40)}`;

const CONTRIBUTION = {
  provider: PROVIDER,
  kind: 0n,
  contentRoot: bytes32("3"),
  contentTag: bytes32("4"),
  sketch: bytes32("5"),
  metadata: bytes32("6"),
  units: 12n,
  parent: ZeroHash,
};
const ASSESSMENT = { quality: 9_000n, novelty: 0n, deadline: 2_000_000_000n };
const EXPECTED = { chainId: 31_337n, pool: POOL, provider: PROVIDER, contentRoot: CONTRIBUTION.contentRoot };

/** As `attester attest --out` writes it. */
const signedBy = (digit: string, changes: object = {}) =>
  toJson({
    chainId: 31_337n,
    pool: POOL,
    contribution: CONTRIBUTION,
    assessment: ASSESSMENT,
    attester: `0x${digit.repeat(40)}`,
    signature: `0x${digit.repeat(130)}`,
    ...changes,
  });

describe("Attestation by files", () => {
  it("takes what attesters wrote, as the chain wants it", () => {
    const signed = attestationsIn([signedBy("a"), signedBy("b")], EXPECTED);
    expect(signed.contribution).to.deep.equal(CONTRIBUTION);
    expect(signed.assessment).to.deep.equal(ASSESSMENT);
    expect(signed.signatures.map(({ attester }) => attester)).to.deep.equal(
      ["a", "b"].map((one) => `0x${one.repeat(40)}`),
    );
  });

  it("refuses attestations of anything else", () => {
    const others = [
      { chainId: 1n },
      { pool: PROVIDER },
      { contribution: { ...CONTRIBUTION, provider: POOL } },
      { contribution: { ...CONTRIBUTION, contentRoot: bytes32("9") } },
    ];
    for (const other of others)
      expect(() => attestationsIn([signedBy("a", other)], EXPECTED)).to.throw("other records");
  });

  it("refuses attestations that differ", () => {
    const other = signedBy("b", { assessment: { ...ASSESSMENT, quality: 8_999n } });
    expect(() => attestationsIn([signedBy("a"), other], EXPECTED)).to.throw("differ");
  });

  it("refuses files that are none", () => {
    const texts = [
      "",
      "{}",
      "null",
      signedBy("a", { signature: "0x1" }),
      signedBy("a", { assessment: { quality: "many" } }),
    ];
    for (const text of texts) expect(() => attestationsIn([text], EXPECTED)).to.throw("no attestation");
    expect(() => attestationsIn([], EXPECTED)).to.throw("Choose");
  });

  it("writes what the command of attesters reads", () => {
    const { contentTag: _, sketch: __, ...contribution } = CONTRIBUTION;
    const fields = [{ name: "rain", type: "number", nullable: true }] as const;
    const file = {
      chainId: 31_337n,
      pool: POOL,
      similarityLanes: 48n,
      contribution,
      fields,
      assessedAt: 1n,
      deadline: 2n,
    };
    expect(revive(JSON.parse(contributionFile(file)))).to.deep.equal(file);
  });

  it("names the dataset's description by its digest", async () => {
    expect(await digestOf(contractUri(bytes32("6")))).to.equal(bytes32("6"));
  });
});
