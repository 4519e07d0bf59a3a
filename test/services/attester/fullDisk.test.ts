import { appendFileSync, readFileSync, statSync } from "node:fs";
import { expect } from "chai";
import { id } from "ethers";
import { now } from "#sdk";
import { canLimitFiles, limitFiles } from "../helpers/limitFiles.ts";
import { type AttesterWorld, attesterWorld, weather } from "./helpers/attesterWorld.ts";
import { present } from "./helpers/liar.ts";

const SIGNATURE = /^0x[0-9a-f]{130}$/;

describe("an attester whose disk is full", function () {
  this.timeout(60_000);
  let world: AttesterWorld;
  let at: string;

  before(async function () {
    if (!canLimitFiles()) this.skip();
    world = await attesterWorld();
    ({ pool: at } = await world.launch());
  });

  after(() => world?.close());

  const presented = async (url: string, secret: string) => {
    const moment = await now(world.alice);
    return () =>
      present({ client: world.alice, url, pool: at, table: weather(0, 200), secret: id(secret), at: moment });
  };

  it("takes no submission that it could not keep, and attests it when there is room", async () => {
    const { url } = await world.start(0);
    const attested = await presented(url, "submission");
    expect(await limitFiles(0, attested)).to.equal("NoRoom");
    expect((await fetch(`${url}/pools/${at}`)).status).to.equal(200);
    expect(await attested()).to.match(SIGNATURE);
  });

  it("signs nothing on an entry of its journal that the disk has half, and signs the same claim when it has it", async () => {
    const journal = `${world.folder}/full.jsonl`;
    appendFileSync(journal, othersEntry().repeat(2_000)); // so that only the journal is too long
    const { url } = await world.start(1, { journal });
    const attested = await presented(url, "journal");
    const size = statSync(journal).size;
    expect(await limitFiles(size + 20, attested)).to.equal("JournalUnavailable");
    expect(statSync(journal).size, "a line was cut off").to.equal(size + 20);
    expect(await attested()).to.match(SIGNATURE);
    const lines = readFileSync(journal, "utf8").trimEnd().split("\n");
    expect(lines).to.have.length(2_002);
    expect(lines.at(-2)).to.match(/ #torn$/);
  });
});

const othersEntry = (): string => {
  const [attester, pool, contribution] = ["another attester", "its pool", "its contribution"].map(id);
  return `${JSON.stringify({ attester, chainId: "1", pool, contribution, quality: "1", novelty: "0" })}\n`;
};
