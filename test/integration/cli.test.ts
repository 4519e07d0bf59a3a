import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import { id, parseEther, ZeroAddress } from "ethers";
import { type Cli, type Options, startCli } from "../utils/cli.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HARDHAT = fileURLToPath(new URL("../../node_modules/hardhat/dist/src/cli.js", import.meta.url));
const KEY = id("a secret");
const TAG = id("a tag");

describe("the commands, one by one", () => {
  let cli: Cli;
  let token: string;
  let launch: Options;

  before(async () => {
    cli = await startCli();
    const { addresses } = await cli.json("deploy");
    await cli.fund(addresses.Alita, [1], parseEther("5000"));
    await cli.json("attester register", { amount: "1000" });
    const rows = Array.from({ length: 200 }, (_, i) => `${i},${(i * i) % 1_009},station ${i % 7}`);
    cli.write("rows.csv", ["number,value,place", ...rows].join("\n"));
    const metadata = cli.file("weather.json");
    const described = { file: cli.file("rows.csv"), name: "Weather", description: "Readings", out: metadata };
    await cli.json("dataset describe", described);
    launch = { name: "Weather", symbol: "WTHR", metadata, attesters: "0" };
    ({ token } = (await cli.json("dataset launch", launch)).result);
  });

  after(() => cli.stop());

  const transactions = async () => (await cli.provider.getSigner(0)).getNonce();

  /* A PROGRAM OF ITS OWN */

  const hardhat = (...words: string[]) =>
    promisify(execFile)(process.execPath, [HARDHAT, ...words, "--deployment", cli.deployment], { cwd: ROOT });

  it("finds the local chain by itself and prints one JSON object", async () => {
    const { stdout, stderr } = await hardhat("dataset", "list", "--json");
    expect(JSON.parse(stdout).datasets[0]).to.include({ token, symbol: "WTHR", index: "0" });
    expect(stdout.trim().split("\n")).to.have.length(1);
    expect(stderr).to.equal("");
  });

  it("ends with code 1 and its fault on stderr", async () => {
    const failed = await hardhat("market", "buy", "--network", "localhost", "--dataset", "NONE", "--spend", "1").catch(
      (error: unknown) => error,
    );
    expect(failed).to.include({ code: 1, stdout: "" });
    expect((failed as { stderr: string }).stderr).to.equal(
      'Error: There is no dataset called "NONE".\nSee `npx hardhat dataset list`, or give the token\'s address.\n',
    );
  });

  /* TEXT */

  it("aligns what it prints for people", async () => {
    const { out } = await cli.print("market quote", { dataset: "wthr", spend: "1000" });
    expect(stripVTControlCharacters(out).split("\n")).to.deep.equal([
      "WTHR against ALITA",
      "  price                 0.1 ALITA",
      "  average               in half an hour",
      "  reserves              100,000 WTHR, 10,000 ALITA",
      "  maker's part of fees  16.67 %",
      "  pay                   1,000 ALITA",
      "  receive               9,066.108938 WTHR",
      "  fee                   3 ALITA (in the price)",
      "  price impact          9.06 %",
      "  at least              9,020.778394 WTHR",
    ]);
  });

  it("shows a dataset, a pool and an attester", async () => {
    const shown = await cli.json("dataset show", { dataset: token });
    expect(shown.terms).to.include({ minQuality: "5000", burnBps: "1000", challengeWindow: "259200" });
    for (const [command, options] of [
      ["dataset show", { dataset: "WTHR" }],
      ["pool show", { dataset: "WTHR" }],
      ["attester show", {}],
      ["compute show", {}],
      ["market fees", { dataset: "WTHR" }],
    ] as const) {
      const { out, success } = await cli.print(command, options);
      expect(success, command).to.equal(true);
      expect(out, command).not.to.match(/undefined|\[object|NaN/);
    }
  });

  /* DRY RUNS */

  it("sends nothing on a dry run and says what it would do", async () => {
    const before = await transactions();
    const dry: readonly (readonly [string, Options])[] = [
      ["deploy", {}],
      ["dataset launch", { ...launch, name: "Other" }],
      ["market buy", { dataset: "WTHR", spend: "1" }],
      ["market zap", { dataset: "WTHR", amount: "1" }],
      ["market fees", { dataset: "WTHR", collect: true }],
      ["pool price", { dataset: "WTHR", price: "12.5" }],
      ["pool buy", { dataset: "WTHR" }],
      ["pool list-licence", { dataset: "WTHR", off: true }],
      ["pool propose", { dataset: "WTHR", buyer: "1", price: "3" }],
      ["pool close", { dataset: "WTHR" }],
      ["attester exit", {}],
      ["attester register", { amount: "5" }],
      ["pool contribute", { dataset: "WTHR", file: cli.file("rows.csv"), key: KEY, attesters: "0", attesterKey: KEY }],
    ];
    for (const [command, options] of dry) {
      const answer = await cli.json(command, { ...options, dryRun: true });
      expect(answer.dryRun, command).to.equal(true);
    }
    expect(await transactions()).to.equal(before);
  });

  it("writes no file on a dry run", async () => {
    const out = cli.file("dry.json");
    const common = { file: cli.file("rows.csv"), out, dryRun: true };
    await cli.json("pool contribute", { dataset: "WTHR", key: KEY, ...common });
    await cli.json("dataset describe", { name: "Dry", description: "Dry", ...common });
    expect(existsSync(out)).to.equal(false);
  });

  it("finds on a dry run what the chain would refuse", async () => {
    const fault = await cli.fault("pool price", { dataset: "WTHR", price: "1", from: "1", dryRun: true });
    const [maker, other] = [(await cli.provider.getSigner(0)).address, (await cli.provider.getSigner(1)).address];
    expect(fault).to.equal(`Error: Only the maker ${maker} may do this, not ${other}.\nUse the maker's account.`);
  });

  /* FAULTS */

  it("says what is wrong with what was typed, and what to type instead", async () => {
    const faults: readonly (readonly [string, Options, string])[] = [
      [
        "market buy",
        {},
        "--dataset is missing.\nWrite for example: npx hardhat market buy --dataset WTHR --spend 100.",
      ],
      [
        "market add",
        { dataset: "WTHR" },
        "--data, --base are missing.\nWrite for example: npx hardhat market add --dataset WTHR --data 100 --base 50.",
      ],
      ["market buy", { dataset: "WTHR" }, "A trade fixes one side.\nGive either --spend or --receive."],
      [
        "market buy",
        { dataset: "WTHR", spend: "-1" },
        '--spend is "-1", which is not an amount.\nWrite an amount of ALITA such as 12.5.',
      ],
      [
        "market buy",
        { dataset: "WTHR", spend: "1e3" },
        '--spend is "1e3", which is not an amount.\nWrite an amount of ALITA such as 12.5.',
      ],
      [
        "market buy",
        { dataset: "WTHR", spend: "0.0000000000000000001" },
        "--spend 0.0000000000000000001 has 19 decimals, ALITA has 18.\nLeave out the last ones.",
      ],
      [
        "market buy",
        { dataset: "WTHR", spend: "1", slippage: "100.5" },
        '--slippage is "100.5", which is no percentage.\nWrite 0 to 100 with at most 2 decimals.',
      ],
      ["market zap", { dataset: "WTHR", amount: "1", pay: "euro" }, '--pay is "euro".\nWrite base or data.'],
      [
        "dataset list",
        { from: "99" },
        '--from is "99", which is none of this network\'s accounts (0 to 19).\n' +
          "Name one by its number or address, or add its key to the network in hardhat.config.ts.",
      ],
      [
        "pool vote",
        { dataset: "WTHR", proposal: "0x12" },
        '--proposal is "0x12", which is not 32 bytes of hex.\nWrite 0x and 64 hexadecimal digits.',
      ],
      [
        "pool accept",
        { dataset: "WTHR", proposal: TAG },
        `The pool knows no such proposal as ${TAG}.\nGive the id that \`pool propose\` printed.`,
      ],
      ["compute show", { job: TAG }, `There is no job ${TAG}.\nSee \`npx hardhat compute show\`.`],
      [
        "pool propose",
        { dataset: "WTHR" },
        "A proposal is about one thing.\nGive one of --buyer, --min-quality, --unit-price and --attesters.",
      ],
      [
        "pool contribute",
        { dataset: "WTHR", file: "rows.xml", key: KEY },
        "--file names rows.xml, whose kind is unknown.\nUse a .csv, .json, .jsonl or .parquet file.",
      ],
      [
        "pool contribute",
        { dataset: "WTHR", file: "nowhere.csv", key: KEY },
        "--file names nowhere.csv, which cannot be read.\nCheck the path.",
      ],
      [
        "compute claim",
        { settlements: "nowhere.json" },
        "--settlements names nowhere.json, which cannot be read.\nCheck the path.",
      ],
    ];
    for (const [command, options, message] of faults) {
      expect(await cli.fault(command, options), command).to.equal(`Error: ${message}`);
    }
  });

  it("never repeats a secret", async () => {
    const typed = { dataset: "WTHR", file: cli.file("rows.csv"), key: "hunter2" };
    const fault = await cli.fault("pool contribute", typed);
    expect(fault).to.match(/^Error: --key is not 32 bytes of hex\./);
    expect(fault).not.to.contain("hunter2");
  });

  it("refuses a word that two datasets bear", async () => {
    const { result } = await cli.json("dataset launch", { ...launch, liquidityBase: "100", from: "1" });
    expect(await cli.fault("market quote", { dataset: "WTHR" })).to.equal(
      `Error: 2 datasets are called "WTHR".\nGive the token's address: ${token} or ${result.token}.`,
    );
    expect((await cli.json("market quote", { dataset: result.token })).dataset).to.equal(result.token);
  });

  it("says where a data file is at fault", async () => {
    cli.write("broken.csv", "a,b\n1,2\n3");
    const fault = await cli.fault("dataset describe", { file: cli.file("broken.csv") });
    expect(fault).to.match(/^Error: Line 3: 1 values where the header names 2 fields\.\nAdd the missing separators/);
  });

  it("gives programs the fault as JSON", async () => {
    const { out, err, success } = await cli.print("market buy", { dataset: ZeroAddress, spend: "1", json: true });
    expect({ out, success }).to.deep.equal({ out: "", success: false });
    expect(JSON.parse(err)).to.deep.include({ error: "UnknownDataset", values: { token: ZeroAddress } });
  });

  it("says what is missing where nothing is deployed or nobody listens", async () => {
    const file = cli.file("elsewhere.json");
    const deployed = JSON.parse(readFileSync(cli.deployment, "utf8"));
    deployed.contracts.DatasetFactory.address = ZeroAddress;
    cli.write("elsewhere.json", JSON.stringify(deployed));
    expect(await cli.fault("dataset list", { deployment: file })).to.contain(`Nothing is deployed at ${ZeroAddress}`);

    cli.write("elsewhere.json", JSON.stringify({ ...deployed, rpcUrl: "http://127.0.0.1:1" }));
    expect(await cli.fault("dataset list", { deployment: file })).to.equal(
      "Error: No chain answers at http://127.0.0.1:1.\n" +
        "Start a local one with `npm start`, or name another with --network.",
    );
  });
});
