import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { id, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { connect, type Datawell } from "#sdk";
import type { AttestationParams } from "#sdk/signing/attestationMessage.ts";
import { attestOnce, verdictBefore } from "../../services/attester/journal/attestOnce.ts";
import { fileJournal } from "../../services/attester/journal/fileJournal.ts";
import { journalPath } from "../../scripts/attester/journalPath.ts";

const NAMES = ["Alita", "AttesterRegistry", "DatasetFactory", "ComputeBilling", "Router", "BulletinBoard"] as const;
const contracts = Object.fromEntries(NAMES.map((name) => [name, { address: ZeroAddress, block: 0 }]));
const clientOf = (runner: Wallet): Datawell => connect({ chainId: 1, contracts: contracts as never }, runner);

const contribution = {
  provider: ZeroAddress,
  kind: 0n,
  contentRoot: id("root"),
  contentTag: id("tag"),
  sketch: id("sketch"),
  metadata: id("document"),
  units: 100n,
  parent: ZeroHash,
};
const POOL = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const finding = (quality: bigint, novelty = 0n, deadline = 1n): AttestationParams => ({
  pool: POOL,
  contribution,
  assessment: { quality, novelty, deadline },
});

/** Its machine stops after the writing, before the signature. */
class Crashing extends Wallet {
  override signTypedData(): Promise<string> {
    return Promise.reject(new Error("power cut"));
  }
}

describe("an attester's journal", () => {
  const [key, otherKey] = [id("attester"), id("other attester")];
  const attester = clientOf(new Wallet(key));
  let folder: string;
  let journal: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "datawell-journal-"));
    journal = join(folder, "1.attestations.jsonl");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const lines = () => readFileSync(journal, "utf8").split("\n").slice(0, -1);
  const fault = (client: Datawell, params: AttestationParams) =>
    attestOnce(client, fileJournal(journal), params).then(
      () => "signed",
      (error: Error) => `${error.name}: ${error.message}`,
    );

  it("stands beside the deployment file, or where the user says", () => {
    const beside = journalPath({ journal: undefined, deployment: "/x/5.json" }, 5n);
    expect(beside).to.equal("/x/5.attestations.jsonl");
    expect(journalPath({ journal: undefined, deployment: undefined }, 5n)).to.match(
      /deployments[/\\]5\.attestations\.jsonl$/,
    );
    expect(journalPath({ journal: "mine.jsonl", deployment: "/x/5.json" }, 5n)).to.equal("mine.jsonl");
  });

  it("has one line for an assessment, however often it is signed and for whatever time", async () => {
    const first = await attestOnce(attester, fileJournal(journal), finding(8_000n));
    expect(await attestOnce(attester, fileJournal(journal), finding(8_000n))).to.deep.equal(first);
    expect((await attestOnce(attester, fileJournal(journal), finding(8_000n, 0n, 2n))).signature).not.to.equal(
      first.signature,
    );
    expect(lines()).to.have.length(1);
  });

  it("refuses another quality or novelty, and remembers the first", async () => {
    await attestOnce(attester, fileJournal(journal), finding(8_000n));
    expect(await fault(attester, finding(8_001n))).to.match(/^Equivocation: .* quality 80 %/);
    expect(await fault(attester, finding(8_000n, 1n))).to.match(/^Equivocation/);
    expect(lines()).to.have.length(1);
    expect(await fault(attester, finding(8_000n))).to.equal("signed");
  });

  it("knows a pool and a contribution however their letters are written", async () => {
    await attestOnce(attester, fileJournal(journal), finding(8_000n));
    const root = contribution.contentRoot.toUpperCase().replace("X", "x");
    const same = { ...finding(9_000n), contribution: { ...contribution, contentRoot: root } };
    expect(await fault(attester, { ...same, pool: POOL.toLowerCase() })).to.match(/^Equivocation/);
  });

  it("holds nobody to what was said of something else, elsewhere, or by somebody else", async () => {
    await attestOnce(attester, fileJournal(journal), finding(8_000n));
    const other = { ...finding(9_000n), contribution: { ...contribution, units: 101n } };
    expect(await fault(attester, other)).to.equal("signed");
    expect(await fault(attester, { ...finding(9_000n), pool: ZeroAddress })).to.equal("signed");
    expect(await fault({ ...attester, chainId: 2n }, finding(9_000n))).to.equal("signed");
    expect(await fault(clientOf(new Wallet(otherKey)), finding(9_000n))).to.equal("signed");
    expect(lines()).to.have.length(5);
  });

  it("remembers what was about to be signed when the machine stopped", async () => {
    expect(await fault(clientOf(new Crashing(key)), finding(8_000n))).to.contain("power cut");
    expect(await fault(attester, finding(8_001n))).to.match(/^Equivocation/);
    expect(await fault(attester, finding(8_000n))).to.equal("signed");
  });

  it("forgets a line that a crash cut off at any byte, for nothing was signed on it", async () => {
    await attestOnce(attester, fileJournal(journal), finding(8_000n));
    const [whole] = lines();
    for (const length of [1, whole!.length - 1, whole!.length]) {
      truncateSync(journal, length);
      expect(await verdictBefore(attester, fileJournal(journal), finding(0n))).to.equal(undefined);
      expect(await fault(attester, finding(7_000n)), `${length} bytes`).to.equal("signed");
      expect(await fault(attester, finding(8_000n))).to.match(/^Equivocation/);
      writeFileSync(journal, `${whole}\n`);
    }
  });

  it("believes the first line where two processes wrote at once", async () => {
    await attestOnce(attester, fileJournal(journal), finding(8_000n));
    const [first] = lines();
    appendFileSync(journal, `${first!.replace("8000", "9000")}\n`);
    expect(await fault(attester, finding(9_000n))).to.match(/^Equivocation/);
    expect(await fault(attester, finding(8_000n))).to.equal("signed");
  });

  it("keeps a line that another process finished while this one took it for cut off", async () => {
    await attestOnce(attester, fileJournal(journal), finding(8_000n));
    appendFileSync(journal, " #torn\n");
    expect(await fault(attester, finding(9_000n))).to.match(/^Equivocation/);
  });

  it("signs nothing where it cannot tell what was signed", async () => {
    writeFileSync(journal, "{}\n");
    expect(await fault(attester, finding(8_000n))).to.match(/^BadInput: Line 1 of the journal .* cannot be read/);
    writeFileSync(journal, "half a li\n");
    expect(await fault(attester, finding(8_000n))).to.match(/^BadInput: Line 1/);
    rmSync(journal);
    journal = folder;
    expect(await fault(attester, finding(8_000n))).to.match(/^BadInput: The journal .* cannot be read/);
  });

  it("signs nothing where the line cannot be written", async () => {
    journal = join(folder, "nowhere", "1.jsonl");
    expect(await fault(attester, finding(8_000n))).to.match(/^BadInput: The journal .* cannot be written/);
    expect(existsSync(journal)).to.equal(false);
  });
});
