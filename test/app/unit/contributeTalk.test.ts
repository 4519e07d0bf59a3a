import { expect } from "chai";
import { AttestationError } from "#sdk/attestation/AttestationError.ts";
import { DataError } from "#sdk/data/DataError.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { fewest } from "../../../app/screens/contribute/engine/choose.ts";
import { attestStepOf } from "../../../app/screens/contribute/engine/Steps.ts";
import { talk } from "../../../app/screens/contribute/engine/talk.ts";
import { refusalsIn } from "../../../app/screens/contribute/engine/Told.ts";
import { errorOf } from "../../utils/errorOf.ts";

interface Worker {
  readonly add: (a: bigint, b: bigint) => Promise<bigint>;
  readonly fail: (error: "data" | "attesters" | "wallet" | "other") => void;
  readonly wait: () => Promise<void>;
}

interface Page {
  readonly double: (value: bigint) => bigint;
}

const REFUSAL = { attester: "http://a", code: "Unreachable", fault: "it sleeps", remedy: "Wake it" };

const FAULTS = {
  data: () => new DataError("WrongWidth", "2 values where the header names 3 fields", "Add one", { line: 4 }),
  attesters: () => new AttestationError("TooFewSignatures", "1 attesters signed, 2 must", "See them", [REFUSAL]),
  wallet: () => new DatawellError("Rejected"),
  other: () => new TypeError("x is undefined"),
};

describe("A page and its worker", () => {
  const channels: MessageChannel[] = [];
  afterEach(() => channels.splice(0).forEach(({ port1, port2 }) => [port1, port2].forEach((port) => port.close())));

  function open() {
    const channel = new MessageChannel();
    channels.push(channel);
    talk<Page>(channel.port2, (page) => ({
      add: async (a: bigint, b: bigint) => (await page.double(a)) + b,
      fail: (kind: keyof typeof FAULTS) => {
        throw FAULTS[kind]();
      },
      wait: () => new Promise(() => {}),
    }));
    return talk<Worker>(channel.port1, () => ({ double: (value: bigint) => value * 2n }));
  }

  it("ask each other at the same time, big integers included", async () => {
    const { theirs } = open();
    expect(await Promise.all([theirs.add(1n, 2n), theirs.add(10n ** 30n, 1n)])).to.deep.equal([
      4n,
      2n * 10n ** 30n + 1n,
    ]);
  });

  it("tell faults of records with their place and remedy", async () => {
    const { message, remedy } = (await errorOf(open().theirs.fail("data"))) as DatawellError;
    expect(message).to.equal("Line 4: 2 values where the header names 3 fields");
    expect(remedy).to.equal("Add one");
  });

  it("tell what each attester said", async () => {
    const error = await errorOf(open().theirs.fail("attesters"));
    expect(error.message).to.equal("1 attesters signed, 2 must");
    expect(refusalsIn(error)).to.deep.equal([REFUSAL]);
    expect(refusalsIn(new Error("else"))).to.deep.equal([]);
  });

  it("know a no in the wallet from a failure", async () => {
    expect((await errorOf(open().theirs.fail("wallet"))).name).to.equal("Rejected");
    expect((await errorOf(open().theirs.fail("other"))).message).to.match(/x is undefined/);
  });

  it("serve nothing but what they offer", async () => {
    const { theirs } = open();
    const { toString } = theirs as unknown as { readonly toString: () => Promise<unknown> };
    expect((await errorOf(toString())).message).to.match(/no toString here/);
  });

  it("leave nobody waiting when the other side is gone", async () => {
    const { theirs, end } = open();
    const waiting = errorOf(theirs.wait());
    end({ name: "BadInput", message: "It is gone", remedy: "Reload" });
    expect((await waiting).message).to.equal("It is gone");
  });
});

describe("An attestation in the browser", () => {
  it("names its steps by the requests that they take", () => {
    const paths = ["/pools/0x1", "/evaluations", "/contributions/0x2", "/contributions", "/contributions/0x2/openings"];
    expect(paths.map((path) => attestStepOf(`http://127.0.0.1:1${path}`))).to.deep.equal([0, 1, 2, 2, 3]);
  });

  it("asks no more attesters than must sign, and first those that did not refuse", () => {
    const urls = ["a", "b", "c"];
    expect(fewest(urls, new Set(), 2)).to.deep.equal(["a", "b"]);
    expect(fewest(urls, new Set(["a"]), 2)).to.deep.equal(["b", "c"]);
    expect(fewest(urls, new Set(urls), 2)).to.deep.equal(["a", "b"]);
    expect(fewest(["a"], new Set(), 2)).to.deep.equal(["a"]);
  });
});
