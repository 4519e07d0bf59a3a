import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { toBeHex } from "ethers";
import type { Datawell } from "#sdk";
import { digestToCid } from "#sdk/metadata/cid.ts";
import { allRecords, connectStore, type StoreClient } from "#sdk/store/index.ts";

const OWNER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

const recordOf = (number: number) => ({
  cid: digestToCid(toBeHex(number + 1, 32)),
  owner: OWNER,
  document: digestToCid(toBeHex(1, 32)),
  pool: OWNER,
  contentTag: toBeHex(number, 32),
  mode: "store",
  ownerSeal: `0x${"ab".repeat(80)}`,
  createdAt: 1_800_000_000 - number,
});

describe("All records of a store", () => {
  const many = Array.from({ length: 250 }, (_, number) => recordOf(number));
  let asked: (string | null)[];
  let store: StoreClient;
  let server: Server;
  let tell: (before: string | null) => readonly unknown[];

  before(async () => {
    server = createServer((request, response) => {
      const before = new URL(request.url ?? "", "http://here").searchParams.get("before");
      asked.push(before);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ records: tell(before) }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    store = connectStore({ url, datawell: {} as Datawell });
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
    const from = (before: string | null) => (before === null ? 0 : many.findIndex(({ cid }) => cid === before) + 1);
    tell = (before) => many.slice(from(before), from(before) + 100);
  });

  it("are asked for a hundred at a time", async () => {
    const { records, isAll } = await allRecords(store, {});
    expect(records.map(({ cid }) => cid)).to.deep.equal(many.map(({ cid }) => cid));
    expect(isAll).to.equal(true);
    expect(asked).to.deep.equal([null, many[99]!.cid, many[199]!.cid]);
  });

  it("are not all of them when only the first hundreds were wanted", async () => {
    const { records, isAll } = await allRecords(store, {}, 2);
    expect(records).to.have.length(200);
    expect(isAll).to.equal(false);
  });

  it("end with a store that repeats itself, and stand there once each", async () => {
    tell = () => many.slice(0, 100);
    const { records, isAll } = await allRecords(store, {});
    expect(records).to.have.length(100);
    expect(isAll).to.equal(true);
    expect(asked).to.have.length(2);
  });
});
