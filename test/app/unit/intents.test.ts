import { expect } from "chai";
import { makeError, type Signer } from "ethers";
import { lookForHead } from "../../../app/chain/head.ts";
import { enterSite } from "../../../app/chain/site.ts";
import { keepPendings } from "../../../app/intents/pendings.ts";
import { run } from "../../../app/intents/run.ts";
import { intents } from "../../../app/intents/steps.ts";
import { account } from "../../../app/wallet/account.ts";
import { blockOf, fakeNode } from "../harness/fakeNode.ts";

const WHO = `0x${"9".repeat(40)}`;
const hash = (digit: string) => `0x${digit.repeat(64)}`;

describe("What somebody wants of the page", () => {
  let node: ReturnType<typeof fakeNode>;
  let block = 1;
  const receipts = new Map<unknown, unknown>();
  const texts = new Map<string, string>();

  before(async () => {
    node = fakeNode({
      eth_getBlockByNumber: () => blockOf(block),
      eth_getTransactionCount: () => "0x0",
      eth_getTransactionReceipt: ([of]) => receipts.get(of) ?? null,
    });
    const localStorage = {
      getItem: (name: string) => texts.get(name) ?? null,
      setItem: (name: string, text: string) => void texts.set(name, text),
    };
    Object.assign(globalThis, { localStorage });
    await enterSite();
    keepPendings();
  });
  after(() => {
    node.undo();
    account.value = undefined;
    Reflect.deleteProperty(globalThis, "localStorage");
  });
  beforeEach(() => {
    intents.value = [];
    texts.clear();
    account.value = accountThatSends();
  });

  /** Somebody whose wallet names its transactions one after another. */
  function accountThatSends() {
    let sent = 0;
    const signer = {
      sendTransaction: async () => {
        sent += 1;
        return { hash: hash(String(sent)), nonce: sent };
      },
    } as unknown as Signer;
    const who = { address: WHO, walletId: "one", walletName: "One", chainId: 31_337n, isDemo: false };
    return { ...who, signer };
  }

  const sendOf = (client: { readonly runner: unknown }) => (client.runner as Signer).sendTransaction({});

  /** Sends, and is then told this instead of what became of it. */
  const loses = (fault: Error) =>
    run({
      title: "Buy",
      act: async (client) => {
        await sendOf(client);
        throw fault;
      },
    });

  async function nextBlock(): Promise<void> {
    block += 1;
    await lookForHead();
    await new Promise((resolve) => setTimeout(resolve, 20)); // the answers of the node
  }

  const stages = () => intents.value.map(({ stage }) => stage);

  it("is pending, not failed, when the connection is lost after it was sent, and told when the chain answers", async () => {
    for (const fault of [
      makeError("gone", "NETWORK_ERROR", { event: "fetch" }),
      makeError("gone", "TIMEOUT", { operation: "wait", reason: "timeout" }),
      new Error("the wallet is asleep"),
    ]) {
      intents.value = [];
      account.value = accountThatSends();
      receipts.clear();
      await loses(fault);
      expect(stages(), fault.message).to.deep.equal(["pending"]);
      receipts.set(hash("1"), { status: "0x1" });
      await nextBlock();
      expect(stages()).to.deep.equal(["done"]);
    }
  });

  it("has failed when the chain says so, or when nothing was sent", async () => {
    await loses(makeError("no", "CALL_EXCEPTION", { data: null } as never));
    const didNothing = run({ title: "Buy", act: () => Promise.reject(makeError("gone", "TIMEOUT", {} as never)) });
    await didNothing;
    expect(stages()).to.deep.equal(["failed", "failed"]);
  });

  it("is given up only if nothing was sent", async () => {
    const told: string[] = [];
    const tellOf = (name: string) => ({ title: name, onUnsent: () => void told.push(name) });
    await run({ ...tellOf("declined"), act: () => Promise.reject(makeError("no", "ACTION_REJECTED", {} as never)) });
    await run({
      ...tellOf("refused in its block"),
      act: async (client) => {
        await sendOf(client);
        throw makeError("no", "CALL_EXCEPTION", { data: null } as never);
      },
    });
    expect(told).to.deep.equal(["declined"]);
  });

  it("keeps its steps to itself, whichever of two goes on first", async () => {
    let approve = (): void => {};
    const approved = new Promise<void>((resolve) => {
      approve = resolve;
    });
    const first = run({
      title: "First",
      act: async (client) => {
        await approved;
        return { result: await sendOf(client) };
      },
    });
    const second = run({ title: "Second", act: async () => ({ result: undefined }) });
    approve();
    await Promise.all([first, second]);
    expect(intents.value.map(({ title, nonce }) => [title, nonce])).to.deep.equal([
      ["First", 1],
      ["Second", undefined],
    ]);
  });

  it("is kept until its block, beside what another tab keeps", async () => {
    const other = { title: "Elsewhere", account: WHO, chainId: "31337", hash: hash("f"), nonce: 7 };
    texts.set("datawell.pending", JSON.stringify([other]));
    receipts.clear();
    await loses(new Error("gone"));
    const kept = () =>
      (JSON.parse(texts.get("datawell.pending") ?? "[]") as { title: string }[]).map(({ title }) => title);
    expect(kept()).to.deep.equal(["Elsewhere", "Buy"]);
    receipts.set(hash("1"), { status: "0x1" });
    await nextBlock();
    expect(kept()).to.deep.equal(["Elsewhere"]);
  });

  it("goes on where the browser keeps nothing", async () => {
    Object.defineProperty(globalThis, "localStorage", {
      configurable: true,
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    });
    receipts.clear();
    await loses(new Error("gone"));
    expect(stages()).to.deep.equal(["pending"]);
  });
});
