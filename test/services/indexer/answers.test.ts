import { expect } from "chai";
import { parseEther, ZeroAddress } from "ethers";
import { account as accountOf } from "#sdk/actions/pool/account.ts";
import { createIndexerClient, IndexerError } from "#sdk/indexer/index.ts";
import { createIndexer, type Indexer } from "../../../services/indexer/createIndexer.ts";
import { columnList } from "../../../services/indexer/state/sql.ts";
import { datasets } from "../../../services/indexer/tables/datasets.ts";
import { listProviders } from "../../../services/indexer/queries/listProviders.ts";
import type { Database } from "../../../services/shared/database/index.ts";
import { createLog } from "../../../services/shared/log/index.ts";
import type { Rpc } from "../../../services/shared/chain/Rpc.ts";
import { act } from "./deeds.ts";
import { differences, meanwhile, memory, STORY_TIMEOUT, type World, world } from "./world.ts";

const log = createLog({ service: "indexer", level: "silent" });

describe("the indexer's answers", () => {
  let there: World;
  let indexer: Indexer;
  let database: Database;
  let client: ReturnType<typeof createIndexerClient>;
  let weather: string;
  let time: number;

  before(async function () {
    this.timeout(STORY_TIMEOUT);
    there = await world();
    database = await memory();
    time = (await there.provider.getBlock("latest"))!.timestamp;
    const clock = () => (time + 5) * 1_000;
    const limits = { requestsPerMinute: 100_000 };
    indexer = await createIndexer({ client: there.client, rpc: there.provider, database, log, clock, limits });
    client = asking(indexer);
    weather = there.estate.datasets[0]!.token;
  });

  const get = async (path: string) => {
    const response = await indexer.fetch(new Request(`http://indexer${path}`));
    return { status: response.status, body: await response.json() };
  };

  it("say before the first block that there is nothing to say yet", async () => {
    expect((await get("/datasets")).body.code).to.equal("NotIndexedYet");
    expect((await get("/ready")).status).to.equal(503);
    await indexer.catchUp();
    expect((await get("/ready")).status).to.equal(200);
  });

  it("name the block that they are of, and how old it is", async () => {
    const { at, chainId } = await client.status();
    expect(at.block).to.equal(await there.provider.getBlockNumber());
    expect(at).to.include({ lagBlocks: 0, lagSeconds: 5, time });
    expect(chainId).to.equal("31337");
  });

  it("list all datasets, each once, in every order and direction, page by page", async () => {
    const orders = ["created", "name", "price", "liquidity", "quality", "providers", "activity", "volume"] as const;
    for (const sort of orders) {
      const forwards = await symbols({ sort, order: "asc" });
      expect(forwards).to.have.members(["WTHR", "PNGN", "FLGT", "CITY"]);
      expect(await symbols({ sort, order: "desc" })).to.deep.equal(forwards.toReversed());
    }
    expect(await symbols({ sort: "name" })).to.deep.equal(["FLGT", "PNGN", "WTHR", "CITY"]);
  });

  async function symbols(query: object): Promise<string[]> {
    const found: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await client.datasets({ ...query, limit: 1, cursor });
      found.push(...items.map(({ symbol }) => symbol));
      if (next === null) return found;
      cursor = next;
    }
  }

  it("find by part of a name, a symbol in any case, an address, and all words together", async () => {
    for (const search of ["seattl", "WTHR", "wthr", weather, weather.toLowerCase(), "seattle wthr"]) {
      expect((await client.datasets({ search })).items.map(({ symbol }) => symbol)).to.deep.equal(["WTHR"]);
    }
    for (const search of ["%", "_", "!", "' OR 1=1 --", "seattle penguins"]) {
      expect((await client.datasets({ search })).items).to.deep.equal([]);
    }
  });

  it("tell of a dataset what its page shows, with the numbers of the chain", async () => {
    const { dataset } = await client.dataset(weather);
    expect(dataset).to.include({ name: "Seattle Weather", symbol: "WTHR", maker: there.cast.mia.address });
    expect(dataset.qualityHistogram.reduce((sum, count) => sum + count, 0)).to.equal(dataset.reward.liveContributions);
    const { reserveBase, reserveData } = dataset.market;
    expect(dataset.price).to.equal(((BigInt(reserveBase) * parseEther("1")) / BigInt(reserveData)).toString());
  });

  it("draw candles that open where the price stood, hold all trades, and close at today's price", async () => {
    const { items: trades } = await client.trades(weather, { limit: 100 });
    for (const resolution of ["5m", "1h", "1d", "1w"] as const) {
      const { items } = await client.candles(weather, { resolution });
      expect(items.reduce((sum, { buys, sells }) => sum + buys + sells, 0)).to.equal(trades.length);
      expect(items.reduce((sum, { volumeBase }) => sum + BigInt(volumeBase), 0n)).to.equal(
        trades.reduce((sum, { baseAmount }) => sum + BigInt(baseAmount), 0n),
      );
      expect(items.at(-1)!.close).to.equal(trades[0]!.price);
      for (const { open, high, low, close } of items) {
        expect([open, close].every((price) => BigInt(low) <= BigInt(price) && BigInt(price) <= BigInt(high))).to.equal(
          true,
        );
      }
    }
  });

  it("begin a day's candle at midnight UTC and a week's on a Monday", async () => {
    const { items: days } = await client.candles(weather, { resolution: "1d" });
    const { items: weeks } = await client.candles(weather, { resolution: "1w" });
    expect(days.every(({ start }) => start % 86_400 === 0)).to.equal(true);
    expect(weeks.every(({ start }) => new Date(start * 1_000).getUTCDay() === 1)).to.equal(true);
  });

  it("tell of a provider what the pool itself says", async () => {
    const { address } = there.cast.olga;
    const { pool } = there.estate.datasets[0]!;
    const found = (await client.poolsOf(address)).items.find((one) => one.pool === pool);
    const own = await accountOf(there.client, { pool, who: address });
    expect(found).to.include({ staked: String(own.staked), rewarded: String(own.rewarded) });
    expect(found!.revenueClaimable).to.equal(String(own.revenue));
  });

  it("count a reward as pending up to the end of its challenge window, as claimable from the next second", async () => {
    const sql = "SELECT pool, provider, reward, submitted_at FROM indexer_contributions WHERE reward <> '0'";
    const [open] = await database.query<{ pool: string; provider: string; reward: string; submitted_at: number }>(sql);
    const { challenge_window: challenge } = (
      await database.query<{ challenge_window: number }>(
        "SELECT challenge_window FROM indexer_datasets WHERE pool = ?",
        [open!.pool],
      )
    )[0]!;
    const end = open!.submitted_at + challenge;
    const at = async (now: number) => {
      const query = { by: "account", value: open!.provider, limit: 100 } as const;
      const { items } = await listProviders({ queries: database, now }, query);
      const { pending, claimable } = items.find(({ pool }) => pool === open!.pool)!;
      return { pending: BigInt(pending), claimable: BigInt(claimable) };
    };
    const [last, first] = [await at(end), await at(end + 1)];
    expect(last.pending - first.pending).to.equal(BigInt(open!.reward));
    expect(first.claimable - last.claimable).to.equal(BigInt(open!.reward));
  });

  it("follow a proposal with its votes, and count them", async () => {
    const { items } = await client.proposals(weather);
    expect(items.map(({ kind }) => kind)).to.include.members(["price", "parameter"]);
    for (const { id, yes, no } of items) {
      const { votes } = await client.proposal(weather, id);
      const sum = (support: boolean) =>
        votes.filter((vote) => vote.support === support).reduce((total, { weight }) => total + BigInt(weight), 0n);
      expect([sum(true), sum(false)].map(String)).to.deep.equal([yes, no]);
    }
  });

  it("find jobs by everybody who took part, and by their stage", async () => {
    const { carl, cora } = there.cast;
    const { items } = await client.jobs({ consumer: carl.address });
    expect(items).to.have.length(there.estate.jobs.length);
    expect((await client.jobs({ coordinator: cora.address })).items).to.have.length(items.length);
    const stages = new Set(items.map(({ stage }) => stage));
    for (const stage of stages)
      expect((await client.jobs({ stage })).items.every((job) => job.stage === stage)).to.equal(true);
    const paid = items.find(({ claims }) => claims > 0)!;
    const { claims } = await client.job(paid.jobId);
    expect(claims).to.have.length(paid.claims);
    const some = await client.jobs({ provider: claims[0]!.provider });
    expect(some.items.map(({ jobId }) => jobId)).to.include(paid.jobId);
  });

  it("log what was slashed in a dataset: the copy and the contradiction", async () => {
    const offences = (await client.slashes(weather)).items.map(({ offence }) => offence);
    expect(offences).to.have.members(["duplicate", "equivocation"]);
  });

  it("show a holder its licences, tokens, liquidity and deeds, newest first", async () => {
    const { dana, tom, lea } = there.cast;
    expect((await client.licencesOf(dana.address)).items.map(({ token }) => token)).to.include(weather);
    const held = (await client.tokensOf(tom.address)).items;
    expect(held.every(({ amount }) => BigInt(amount) > 0n)).to.equal(true);
    expect((await client.liquidityOf(lea.address)).items.map(({ change }) => change)).to.include("add");
    const deeds = (await client.activityOf(tom.address, { limit: 100 })).items;
    expect(deeds.map(({ name }) => name)).to.include("Swap");
    const places = deeds.map(({ block, logIndex }) => block * 10_000 + logIndex);
    expect(places).to.deep.equal(places.toSorted((a, b) => b - a));
  });

  it("have nothing, rather than an error, for an account that nobody knows", async () => {
    expect((await client.activityOf(ZeroAddress)).items).to.deep.equal([]);
    expect((await client.poolsOf(ZeroAddress)).items).to.deep.equal([]);
  });

  const cursor = (json: string) => Buffer.from(json).toString("base64url");
  const BAD = [
    ["/datasets?limit=0", "query", "/limit"],
    ["/datasets?limit=101", "query", "/limit"],
    ["/datasets?sort=beauty", "query", "/sort"],
    ["/datasets?cursor=nonsense", "query", "/cursor"],
    [`/datasets?sort=created&cursor=${cursor('[1.5,"0x12"]')}`, "query", "/cursor"],
    [`/datasets?sort=created&cursor=${cursor('[9007199254740992,"0x12"]')}`, "query", "/cursor"],
    [`/datasets?sort=price&cursor=${cursor('[1e400,"0x12"]')}`, "query", "/cursor"],
    [`/datasets?sort=name&cursor=${cursor('["a\\u0000","0x12"]')}`, "query", "/cursor"],
    ["/datasets?search=a%00", "query", "/search"],
    ["/datasets?maker=0x12", "query", "/maker"],
    [`/datasets?search=${"x".repeat(201)}`, "query", "/search"],
    ["/datasets/0x12", "path", "/token"],
    ["/jobs/0x12", "path", "/jobId"],
    ["/jobs?stage=done", "query", "/stage"],
    ["/accounts/somebody/activity", "path", "/account"],
  ] as const;

  for (const [path, part, pointer] of BAD) {
    it(`refuse ${path.slice(0, 60)} and name the parameter`, async () => {
      const { status, body } = await get(path);
      expect(status).to.equal(400);
      expect(body.issues[0]).to.include({ in: part, pointer });
    });
  }

  it("refuse a parameter that they do not know, and the cursor of another list", async () => {
    expect((await get("/datasets?colour=red")).status).to.equal(400);
    const { next } = await client.datasets({ limit: 1, sort: "name" });
    expect((await get(`/datasets?sort=price&cursor=${next}`)).body.code).to.equal("InvalidCursor");
  });

  it("take the least and the most items of a page", async () => {
    expect((await get("/datasets?limit=1")).status).to.equal(200);
    expect((await get("/datasets?limit=100")).status).to.equal(200);
  });

  it("say what is not there", async () => {
    const error = await client.dataset(ZeroAddress).catch((found: unknown) => found);
    expect(error).to.be.instanceOf(IndexerError);
    expect(error).to.include({ code: "UnknownDataset", status: 404 });
    expect((await get(`/jobs/0x${"0".repeat(64)}`)).status).to.equal(404);
  });

  it("are all that anybody gets: nothing can be written, and nothing endless asked", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const request = new Request("http://indexer/datasets", { method, body: "{}" });
      expect((await indexer.fetch(request)).status, method).to.equal(404);
    }
    const large = new Request("http://indexer/datasets", { method: "POST", body: "x".repeat(1_048_577) });
    expect((await indexer.fetch(large)).status).to.equal(413);
  });

  it("go by the chain's clock where the indexer's is behind, and never tell of a negative age", async () => {
    const options = { client: there.client, rpc: there.provider, database, log };
    const of = async (clock: () => number) => asking(await createIndexer({ ...options, clock }));
    const slow = await of(() => (time - 86_400) * 1_000);
    const right = await of(() => time * 1_000);
    expect((await slow.status()).at).to.include({ lagSeconds: 0, time });
    for (const list of ["jobs", "proposals"] as const) {
      const items = async (asked: typeof slow) =>
        (list === "jobs" ? await asked.jobs() : await asked.proposals(weather)).items;
      expect(await items(slow)).to.deep.equal(await items(right)).and.not.to.be.empty;
    }
    const fast = await of(() => (time + 3_600) * 1_000);
    expect((await fast.status()).at, "the age shows a clock that is ahead").to.include({ lagSeconds: 3_600, time });
  });

  it("are described by OpenAPI, every path of them", async () => {
    const { body } = await get("/openapi.json");
    const paths = Object.keys(body.paths);
    expect(paths).to.include.members([
      "/datasets",
      "/datasets/{token}/candles",
      "/jobs/{jobId}",
      "/accounts/{account}/pools",
    ]);
    expect(paths.length).to.be.greaterThan(25);
  });

  it("stay quick with a thousand datasets, whatever they are sorted by", async () => {
    await database.transaction(async (queries) => {
      const columns = columnList(datasets);
      const own = columns.replace("token,", "token || n,").replace("words,", "words || n,");
      const numbers = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 1000)";
      const copied = `INSERT INTO indexer_datasets (${columns}) ${numbers} SELECT ${own} FROM indexer_datasets, t WHERE token = ?`;
      expect(await queries.run(copied, [weather])).to.equal(1_000);
    });
    try {
      const begun = performance.now();
      for (const sort of ["created", "name", "price", "volume"] as const) {
        const { next } = await client.datasets({ sort, limit: 100 });
        await client.datasets({ sort, limit: 100, cursor: next!, search: "weather" });
      }
      expect((performance.now() - begun) / 8, "milliseconds an answer").to.be.lessThan(250);
    } finally {
      await database.run("DELETE FROM indexer_datasets WHERE LENGTH(token) > 42");
    }
  });

  it("go on while the node is away, say by /ready that the index stands still, and follow when it is back", async () => {
    const own = await memory();
    const { client: deployment, provider } = there;
    let isAway = false;
    const rpc: Rpc = {
      send: (method, params) =>
        isAway ? Promise.reject(new TypeError("fetch failed")) : provider.send(method, params),
    };
    const follower = { interval: 5, backOff: 1, longestBackOff: 20 };
    const running = await createIndexer({ client: deployment, rpc, database: own, log, follower });
    const { url } = await running.start();
    const ready = async () => (await fetch(`${url}/ready`)).status;
    const until = async (status: number) => {
      while ((await ready()) !== status) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const place = async () => (await createIndexerClient({ url }).status()).at.block;
    await until(200);
    const before = await provider.getBlockNumber();
    while ((await place()) < before);
    await meanwhile(there, async () => {
      isAway = true;
      await act(there, 2);
      await until(503);
      expect(await place()).to.equal(before);
      isAway = false;
      await until(200);
      while ((await place()) < before + 2);
      expect(await differences(there, own)).to.deep.equal([]);
    });
    await running.stop();
  });

  it("come over the network too, while the chain is followed", async () => {
    const own = await memory();
    const { client: deployment, provider } = there;
    const running = await createIndexer({
      client: deployment,
      rpc: provider,
      database: own,
      log,
      follower: { interval: 5 },
    });
    const { url } = await running.start();
    const remote = createIndexerClient({ url });
    const head = await provider.getBlockNumber();
    while ((await remote.status().catch(() => undefined))?.at.block !== head);
    expect((await remote.datasets()).items).to.have.length(4);
    await running.stop();
    const error = await remote.status().catch((found: unknown) => found);
    expect(error).to.include({ code: "Unreachable" });
  });
});

const asking = (indexer: Indexer) =>
  createIndexerClient({
    url: "http://indexer",
    fetch: (input, init) => indexer.fetch(new Request(input as string, init)),
  });
