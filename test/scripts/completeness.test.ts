import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect } from "chai";
import * as abis from "#sdk/abis.ts";
import type { Abi } from "#sdk/chain/abi.ts";

const ROOT = new URL("../../", import.meta.url);

/** Why no action of the SDK calls a function. */
const ALLOWANCE = "what an allowance is for: contracts call it";
const ON_CHAIN = "another contract of ours calls it";
const LOW_LEVEL = "Uniswap's low-level door, for contracts that check the outcome themselves";
const DIRECT = "for integrations that speak Uniswap's router: the pair's own door does the same for less";

const ERC20 = {
  "approve(address,uint256)": "sdk/permits/allow.ts",
  "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)": "sdk/permits/signPermit.ts",
  "transfer(address,uint256)": "sdk/actions/dataset/transfer.ts",
  "transferFrom(address,address,uint256)": { no: ALLOWANCE },
};
const CLONE = {
  ...ERC20,
  "permit(address,address,uint256,uint256,bytes)": "sdk/permits/submitPermit.ts",
};
const SELF_PERMIT = {
  "selfPermit(address,uint256,uint256,uint8,bytes32,bytes32)": "sdk/permits/withPermits.ts",
};
const BATCH = {
  ...SELF_PERMIT,
  "multicall(bytes[])": "sdk/chain/joined.ts",
};

/** Where the SDK calls each function that changes something, or why it does not. Names alone where there is one. */
const DOORS: Readonly<Record<string, Readonly<Record<string, string | { readonly no: string }>>>> = {
  Alita: ERC20,
  AttesterRegistry: {
    register: "sdk/actions/attester/register.ts",
    exit: "sdk/actions/attester/exit.ts",
    withdraw: "sdk/actions/attester/withdraw.ts",
    slashEquivocation: "sdk/actions/attester/slashEquivocation.ts",
  },
  BulletinBoard: {
    post: "sdk/actions/compute/postRoot.ts",
  },
  ComputeBilling: {
    ...BATCH,
    openJob: "sdk/actions/compute/open.ts",
    openJobWithBase: "sdk/actions/compute/open.ts",
    settle: "sdk/actions/compute/settle.ts",
    claim: "sdk/actions/compute/claim.ts",
    claimMany: "sdk/actions/compute/claimMany.ts",
    claimFee: "sdk/actions/compute/claimFee.ts",
    dispute: "sdk/actions/compute/dispute.ts",
    resolve: "sdk/actions/compute/resolve.ts",
    rule: { no: "the arbitrator's contract calls it" },
    refund: "sdk/actions/compute/refund.ts",
  },
  DataPool: {
    ...BATCH,
    contribute: "sdk/actions/pool/contribute.ts",
    revoke: "sdk/actions/pool/revoke.ts",
    claim: "sdk/actions/pool/claim.ts",
    reallocate: "sdk/actions/pool/reallocate.ts",
    settleReallocation: "sdk/actions/pool/settleReallocation.ts",
    stake: "sdk/actions/pool/stake.ts",
    unstake: "sdk/actions/pool/unstake.ts",
    withdraw: "sdk/actions/pool/withdraw.ts",
    claimRevenue: "sdk/actions/pool/claimRevenue.ts",
    slashDuplicate: "sdk/actions/pool/slash.ts",
    setPrice: "sdk/actions/pool/setPrice.ts",
    setListed: "sdk/actions/pool/setListed.ts",
    setParameter: "sdk/actions/pool/setParameter.ts",
    buy: "sdk/actions/pool/buyLicence.ts",
    withdrawMakerRevenue: "sdk/actions/pool/withdrawMakerRevenue.ts",
    proposePrice: "sdk/actions/pool/proposePrice.ts",
    proposeParameter: "sdk/actions/pool/proposeParameter.ts",
    vote: "sdk/actions/pool/vote.ts",
    accept: "sdk/actions/pool/accept.ts",
    reject: "sdk/actions/pool/reject.ts",
    cancel: "sdk/actions/pool/cancel.ts",
    executeParameter: "sdk/actions/pool/execute.ts",
    claimVoteRewards: "sdk/actions/pool/claimVoteRewards.ts",
    reclaimVoteBudget: "sdk/actions/pool/reclaimVoteBudget.ts",
    topUp: "sdk/actions/pool/topUp.ts",
    announceClose: "sdk/actions/pool/announceClose.ts",
    close: "sdk/actions/pool/close.ts",
  },
  DataToken: {
    ...CLONE,
    initialize: { no: ON_CHAIN },
    burn: "sdk/actions/dataset/burn.ts",
    burnFrom: { no: ALLOWANCE },
    publishMetadata: "sdk/actions/dataset/publishMetadata.ts",
  },
  DatasetFactory: {
    "selfPermit(address,uint256,uint256,uint8,bytes32,bytes32)": { no: "createDataset takes the permit itself" },
    createDataset: "sdk/actions/dataset/launch.ts",
    registerContent: { no: ON_CHAIN },
    release: "sdk/actions/dataset/release.ts",
  },
  Pair: {
    ...CLONE,
    ...BATCH,
    swapExactIn: "sdk/actions/market/trade.ts",
    swapExactOut: "sdk/actions/market/trade.ts",
    addLiquidity: "sdk/actions/market/add.ts",
    removeLiquidity: "sdk/actions/market/remove.ts",
    collectMakerFee: "sdk/actions/market/collectMakerFee.ts",
    burn: { no: LOW_LEVEL },
    mint: { no: LOW_LEVEL },
    skim: { no: LOW_LEVEL },
    swap: { no: LOW_LEVEL },
    sync: { no: LOW_LEVEL },
  },
  Router: {
    ...BATCH,
    swapExactTokensForTokens: "sdk/actions/market/exchange.ts",
    swapTokensForExactTokens: "sdk/actions/market/exchange.ts",
    zapIn: "sdk/actions/market/zap.ts",
    addLiquidity: { no: DIRECT },
    removeLiquidity: { no: DIRECT },
    removeLiquidityWithPermit: { no: DIRECT },
  },
};

/** Actions that no command takes, and why. */
const NO_COMMAND: Readonly<Record<string, string>> = {
  "sdk/permits/submitPermit.ts": "for accounts that are contracts: the network's accounts have keys",
};

const BY_SERVICE = "a service does it, which is set up and run by command";

/** Actions that the page does not take, and why. */
const NO_PAGE: Readonly<Record<string, string>> = {
  "sdk/permits/submitPermit.ts": "for accounts that are contracts: a wallet of theirs sends it",
  "sdk/actions/attester/register.ts": BY_SERVICE,
  "sdk/actions/attester/exit.ts": BY_SERVICE,
  "sdk/actions/attester/withdraw.ts": BY_SERVICE,
  "sdk/actions/attester/slashEquivocation.ts": "takes two signed attestations, which commands read from files",
  "sdk/actions/compute/settle.ts": BY_SERVICE,
  "sdk/actions/compute/claimFee.ts": BY_SERVICE,
  "sdk/actions/compute/claim.ts": "the page claims many at once",
  "sdk/actions/compute/resolve.ts": "takes the attesters' signatures, which commands read from files",
};

/* READING */

/** Functions that change something, by name; with their parameters where two contracts' doors share the name. */
function changing(abi: Abi, told: readonly string[]): string[] {
  return abi.flatMap((entry) => {
    const { type, name, inputs = [], stateMutability } = entry as Abi[number] & { readonly stateMutability?: string };
    if (type !== "function" || stateMutability === "view" || stateMutability === "pure") return [];
    const signature = `${name}(${inputs.map((input) => input.type).join(",")})`;
    return [told.includes(name!) ? name! : signature];
  });
}

const source = (file: string) => readFileSync(new URL(file, ROOT), "utf8");

const IMPORT = /(?:^(?:import|export)\s(?!type\b)[^;"]*?from\s|\bimport\()"([^"]+)"/gm;

const COMMANDS = "scripts/tasks/index.ts";

/** The files behind a door for people: all that its modules import, types apart, now or when they run. */
function behind(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(new URL(file, ROOT))) return;
    seen.add(file);
    for (const [, specifier = ""] of source(file).matchAll(IMPORT)) {
      if (specifier.startsWith(".")) visit(posix.join(posix.dirname(file), specifier));
      else if (specifier.startsWith("#sdk/")) visit(specifier.slice(1));
    }
  };
  visit(entry);
  return seen;
}

describe("what a store offers its users", () => {
  it("can be done from the command line", () => {
    const reached = behind(COMMANDS);
    const offered = [...source("sdk/store/index.ts").matchAll(/^export \{[^}]+\} from "\.\/([^"]+)"/gm)];
    const files = offered.map(([, file]) => `sdk/store/${file}`);
    expect(files).to.include("sdk/store/answerRequests.ts");
    expect(files.filter((file) => !reached.has(file))).to.deep.equal([]);
  });
});

describe("what anybody can do on chain", () => {
  const called = Object.values(DOORS).flatMap((doors) =>
    Object.entries(doors).flatMap(([door, where]) => (typeof where === "string" ? [{ door, where }] : [])),
  );

  it("is told here, function by function", () => {
    expect(Object.keys(abis)).to.have.members(Object.keys(DOORS).map((name) => `${name}Abi`));
    for (const [name, abi] of Object.entries(abis)) {
      const told = Object.keys(DOORS[name.replace(/Abi$/, "")]!);
      expect(told, name).to.have.members(changing(abi, told));
    }
  });

  it("can be done with the SDK", () => {
    for (const { door, where } of called) {
      const name = door.replace(/\(.*/, "");
      expect(source(where), `${where} calls ${name}`).to.match(
        new RegExp(`"${name}"|"function ${name}\\(|${name}Message`),
      );
    }
  });

  const missingBehind = (entry: string): readonly string[] => {
    const reached = behind(entry);
    return [...new Set(called.map(({ where }) => where).filter((where) => !reached.has(where)))];
  };

  it("can be done from the command line", () => {
    expect(missingBehind(COMMANDS)).to.have.members(Object.keys(NO_COMMAND));
  });

  it("can be done in the page", () => {
    expect(missingBehind("app/main.tsx")).to.have.members(Object.keys(NO_PAGE));
  });
});
