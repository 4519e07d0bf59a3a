import { expect } from "chai";
import type { Eip1193Provider } from "ethers";
import type { WalletChoice } from "../../../app/wallet/discovered.ts";
import { fakeNode } from "../harness/fakeNode.ts";

const [ANNA, BEN] = [`0x${"a".repeat(40)}`, `0x${"b".repeat(40)}`];
const KEY = `0x${"1".repeat(64)}`;

type Listener = (told: unknown) => void;

/** A wallet that answers when it is told to. */
function createFake(name: string, first: string) {
  const listeners = new Map<string, Set<Listener>>();
  const asked: string[] = [];
  let accounts = [first];
  let gate: Promise<unknown> = Promise.resolve();
  const answers: Record<string, () => unknown> = {
    eth_requestAccounts: () => accounts,
    eth_accounts: () => accounts,
    eth_chainId: () => "0x7a69",
  };
  const provider = {
    request: async ({ method }: { readonly method: string }) => {
      asked.push(method);
      const answer = answers[method];
      if (answer === undefined) throw Object.assign(new Error("unknown"), { code: -32601 });
      if (method === "eth_chainId") await gate; // what entering an account waits for
      return answer();
    },
    on: (event: string, listener: Listener) => void listeners.set(event, set(event).add(listener)),
    removeListener: (event: string, listener: Listener) => void set(event).delete(listener),
  };
  const set = (event: string): Set<Listener> => listeners.get(event) ?? new Set();
  const tell = (event: string, told: unknown): void => set(event).forEach((listener) => listener(told));
  return {
    choice: { id: name, name, icon: "", provider: provider as unknown as Eip1193Provider } satisfies WalletChoice,
    asked,
    answers,
    tell,
    choose: (address: string) => {
      accounts = [address];
      tell("accountsChanged", accounts);
    },
    /** Lets nobody in until it is opened. */
    close: () => {
      let open = (): void => {};
      gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

/** The page's own modules, which load parts of one another later: loaded alike, or there would be two of each here. */
const page = async () => ({
  ...(await import("../../../app/chain/site.ts")),
  ...(await import("../../../app/wallet/account.ts")),
  ...(await import("../../../app/wallet/connectWallet.ts")),
  ...(await import("../../../app/wallet/demo.ts")),
  ...(await import("../../../app/wallet/discovered.ts")),
  ...(await import("../../../app/wallet/switchChain.ts")),
});

describe("A wallet that is connected", () => {
  let node: ReturnType<typeof fakeNode>;
  let here: Awaited<ReturnType<typeof page>>;
  before(async () => {
    node = fakeNode({ eth_chainId: () => "0x7a69" });
    here = await page();
    await here.enterSite();
  });
  after(() => node.undo());
  afterEach(async () => {
    here.leave();
    await settled();
  });

  const who = () => [here.account.value?.walletName, here.account.value?.address.toLowerCase()];

  it("is still followed when it changes its network while it is entered", async () => {
    const one = createFake("one", ANNA);
    const open = one.close();
    const connecting = here.connectWallet(one.choice);
    await settled();
    one.tell("chainChanged", "0x1");
    open();
    await connecting;
    await settled();
    expect(who()).to.deep.equal(["one", ANNA]);
    one.choose(BEN);
    await settled();
    expect(who()).to.deep.equal(["one", BEN]);
  });

  it("acts by the account that was chosen last, however long one before takes", async () => {
    const one = createFake("one", ANNA);
    await here.connectWallet(one.choice);
    const open = one.close();
    one.choose(BEN);
    await settled();
    one.close()(); // from now on nobody waits
    one.choose(ANNA);
    await settled();
    open();
    await settled();
    expect(who()).to.deep.equal(["one", ANNA]);
  });

  it("keeps to its own accounts when the one before it tells of a change", async () => {
    const [one, other] = [createFake("one", ANNA), createFake("other", BEN)];
    await here.connectWallet(one.choice);
    const open = other.close();
    const connecting = here.connectWallet(other.choice);
    await settled();
    one.tell("chainChanged", "0x1");
    other.tell("chainChanged", "0x1");
    open();
    await connecting;
    await settled();
    expect(who()).to.deep.equal(["other", BEN]);
  });

  it("stays let go of, and gives way to a demo account, though it is still being entered", async () => {
    const one = createFake("one", ANNA);
    for (const choose of [here.leave, () => here.connectDemo({ name: "Demo", role: "demo", privateKey: KEY })]) {
      const open = one.close();
      const connecting = here.connectWallet(one.choice);
      await settled();
      await choose();
      open();
      await connecting;
      await settled();
      expect(here.account.value?.walletName).to.equal(choose === here.leave ? undefined : "Demo wallet: Demo");
    }
  });

  it("is told of the network if it does not know it, however deep it says so", async () => {
    const one = createFake("one", ANNA);
    here.wallets.value = [one.choice];
    await here.connectWallet(one.choice);
    Object.assign(one.answers, { wallet_addEthereumChain: () => null });
    for (const error of [{ code: 4902 }, { code: -32603, data: { originalError: { code: 4902 } } }]) {
      one.asked.length = 0;
      one.answers.wallet_switchEthereumChain = () => {
        throw error;
      };
      await here.switchChain();
      expect(one.asked).to.deep.equal(["wallet_switchEthereumChain", "wallet_addEthereumChain"]);
    }
    one.answers.wallet_switchEthereumChain = () => {
      throw { code: 4001 };
    };
    expect(await here.switchChain().catch((error: unknown) => error)).to.deep.equal({ code: 4001 });
  });
});
