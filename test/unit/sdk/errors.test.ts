import { expect } from "chai";
import { AbiCoder, concat, Interface } from "ethers";
import * as abis from "#sdk/abis.ts";
import { DatawellError, decodeError, decodeRevert, explanationOf, EXPLANATIONS } from "#sdk";
import { clientErrors } from "#sdk/errors/tables/client.ts";

interface Entry {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: readonly { readonly name: string; readonly type: string }[];
}

const errors = Object.entries(abis).flatMap(([abi, entries]) =>
  (entries as readonly Entry[])
    .filter(({ type }) => type === "error")
    .map(({ name, inputs }) => ({ abi, name, inputs })),
);

const places = (text: string) => [...text.matchAll(/\{(\w+)(?:\|\w+)?\}/g)].map(([, name]) => name!);

describe("sdk errors", () => {
  it("explains every custom error of every contract, with values that it has", () => {
    for (const { abi, name, inputs = [] } of errors) {
      const known = inputs.map((input) => input.name);
      const explanation = explanationOf(name!, known);
      expect(explanation, `${abi}: ${name} needs a sentence in sdk/errors/tables`).to.not.equal(undefined);
      const [message, remedy] = explanation!;
      expect(message, name).to.match(/\S/);
      expect(remedy, name).to.match(/\S/);
      for (const place of [...places(message), ...places(remedy)]) expect(known, `${abi}: ${name}`).to.include(place);
    }
  });

  it("explains nothing that no contract throws", () => {
    const thrown = new Set([
      ...errors.flatMap(({ name, inputs = [] }) => [name!, `${name}(${inputs.map((input) => input.name).join(",")})`]),
      ...Object.keys(clientErrors),
    ]);
    expect(Object.keys(EXPLANATIONS).filter((name) => !thrown.has(name))).to.deep.equal([]);
  });

  it("writes values as people read them", () => {
    const coder = new Interface([
      "error ExcessiveInput(uint256 need, uint256 max)",
      "error StillLocked(uint256 lockedUntil)",
    ]);
    const excessive = decodeRevert(coder.encodeErrorResult("ExcessiveInput", [1234_500000000000000000n, 10n ** 18n]));
    expect(excessive).to.be.instanceOf(DatawellError).and.instanceOf(Error);
    expect(excessive.message).to.equal("The price moved: this now costs 1,234.5, above your limit of 1");
    expect(excessive.remedy).to.equal("Ask for a new quote, or allow more slippage");
    expect(excessive.values).to.deep.equal({ need: 1234_500000000000000000n, max: 10n ** 18n });
    const locked = decodeRevert(coder.encodeErrorResult("StillLocked", [1_900_000_000n]));
    expect(locked.message).to.equal("The maker's tokens are locked until 2030-03-17 17:46:40 UTC");
  });

  it("reads texts, panics and wrapped errors", () => {
    const coder = AbiCoder.defaultAbiCoder();
    const text = concat(["0x08c379a0", coder.encode(["string"], ["no coins"])]);
    expect(decodeRevert(text)).to.include({ name: "Reverted", message: "no coins" });
    const panic = concat(["0x4e487b71", coder.encode(["uint256"], [0x11])]);
    expect(decodeRevert(panic).message).to.contain("code 0x11").and.contain("overflowed or fell below zero");
    const wrapped = coder.encode(
      ["address", "bytes4", "bytes", "bytes"],
      [`0x${"11".repeat(20)}`, "0x12345678", text, "0x"],
    );
    expect(decodeRevert(concat(["0x90bfb865", wrapped])).message).to.equal("no coins");
    expect(decodeRevert("0xdeadbeef").name).to.equal("Reverted");
  });

  it("finds the reason wherever a wallet or node hides it", () => {
    const data = new Interface(["error NotListed()"]).encodeErrorResult("NotListed");
    for (const error of [
      { code: "CALL_EXCEPTION", data },
      { error: { code: 3, data } },
      { info: { error: { data: { originalError: { data } } } } },
      new Error("failed", { cause: { data: { data } } }),
    ]) {
      expect(decodeError(error).name).to.equal("NotListed");
    }
  });

  it("does not take a request's calldata for a reason", () => {
    const transaction = { to: `0x${"11".repeat(20)}`, data: "0x12345678" };
    const error = Object.assign(new Error("missing revert data"), { code: "CALL_EXCEPTION", data: null, transaction });
    expect(decodeError(error)).to.include({ name: "Reverted", message: "missing revert data" });
  });

  it("knows what wallets and nodes answer", () => {
    expect(decodeError({ code: "ACTION_REJECTED" }).name).to.equal("Rejected");
    expect(decodeError({ info: { error: { code: 4001 } } }).name).to.equal("Rejected");
    expect(decodeError({ code: "INSUFFICIENT_FUNDS" }).name).to.equal("InsufficientFunds");
    expect(decodeError({ code: "NETWORK_ERROR" }).name).to.equal("Unreachable");
    expect(decodeError(new Error("odd")).message).to.equal("odd");
    expect(decodeError("odd")).to.include({ name: "Unknown", message: "odd" });
  });

  it("keeps what it was made from", () => {
    const cause = new Error("odd");
    expect(decodeError(cause).cause).to.equal(cause);
    const known = new DatawellError("NoSigner");
    expect(decodeError(known)).to.equal(known);
  });
});
