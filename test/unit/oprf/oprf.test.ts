import { readFileSync } from "node:fs";
import { expect } from "chai";
import { getBytes, hexlify, toUtf8Bytes } from "ethers";
import {
  blind,
  type Blinded,
  evaluate,
  evaluateBlinded,
  finalize,
  MAX_ELEMENTS,
  OprfError,
  oprfKey,
} from "#sdk/oprf/index.ts";
import { voprf } from "#sdk/oprf/suite.ts";
import { thrown } from "../sdk/helpers/thrown.ts";

const rfc = JSON.parse(readFileSync(new URL("../../fixtures/oprf/rfc9497.json", import.meta.url), "utf8"));
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const sent = (hidden: readonly Blinded[]) => hidden.map(({ blinded }) => blinded);

/** Random bytes from which the library makes exactly these scalars: it adds one to their remainder. */
function randomFor(scalars: readonly string[]): (length?: number) => Uint8Array {
  const left = [...scalars];
  return (length = 32) => {
    const value = BigInt(hexlify(getBytes(left.shift()!).toReversed())) - 1n;
    return Uint8Array.from({ length }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
  };
}

describe("VOPRF", function () {
  this.timeout(20_000);
  const key = { secretKey: getBytes(rfc.secretKey), publicKey: rfc.publicKey };
  const own = oprfKey(`0x${"0b".repeat(32)}`);
  const inputs = ["one", "two", "three"].map((text) => toUtf8Bytes(text));

  describe("of RFC 9497", () => {
    it("derives the key pair of the vectors from their seed", () => {
      const pair = voprf.deriveKeyPair(getBytes(rfc.seed), getBytes(rfc.keyInfo));
      expect([hexlify(pair.secretKey), hexlify(pair.publicKey)]).to.deep.equal([rfc.secretKey, rfc.publicKey]);
    });

    for (const [number, vector] of rfc.vectors.entries()) {
      it(`reproduces vector ${number + 1} in every step`, () => {
        const blinded = blind(
          vector.inputs.map((input: string) => getBytes(input)),
          randomFor(vector.blinds),
        );
        expect(blinded.map((one) => hexlify(one.blind))).to.deep.equal(vector.blinds);
        expect(blinded.map((one) => one.blinded)).to.deep.equal(vector.blinded);
        const evaluation = evaluateBlinded(key, vector.blinded, randomFor([vector.proofRandom]));
        expect(evaluation).to.deep.equal({ evaluated: vector.evaluated, proof: vector.proof });
        const outputs = finalize(blinded, evaluation, key.publicKey);
        expect(outputs.map((output) => hexlify(output))).to.deep.equal(vector.outputs);
        expect(vector.inputs.map((input: string) => hexlify(evaluate(key, getBytes(input))))).to.deep.equal(
          vector.outputs,
        );
      });
    }
  });

  it("gives the device what the key's holder finds directly", () => {
    const hidden = blind(inputs);
    const outputs = finalize(hidden, evaluateBlinded(own, sent(hidden)), own.publicKey);
    expect(outputs.map((output) => hexlify(output))).to.deep.equal(
      inputs.map((input) => hexlify(evaluate(own, input))),
    );
  });

  it("has the public key that docs/spec/oprf.md shows", () => {
    const text = readFileSync(new URL("../../../docs/spec/oprf.md", import.meta.url), "utf8");
    expect(text).to.include(own.publicKey).and.include(`at most ${MAX_ELEMENTS} elements`);
  });

  it("sends something new for the same input every time", () => {
    const [first, second] = [blind(inputs), blind(inputs)];
    expect(sent(first)).to.not.have.members(sent(second));
  });

  it("gives another function under another key", () => {
    const other = oprfKey(`0x${"0c".repeat(32)}`);
    expect(hexlify(evaluate(own, inputs[0]!))).to.not.equal(hexlify(evaluate(other, inputs[0]!)));
  });

  describe("refuses an answer", () => {
    const other = oprfKey(`0x${"0c".repeat(32)}`);
    const hidden = blind(inputs);
    const good = evaluateBlinded(own, sent(hidden));
    const code = (evaluation: typeof good, publicKey = own.publicKey, asked: readonly Blinded[] = hidden) =>
      thrown(OprfError, () => finalize(asked, evaluation, publicKey)).code;

    it("made with another key, whole or in one element", () => {
      const wrong = evaluateBlinded(other, sent(hidden));
      expect(code(wrong)).to.equal("BadProof");
      expect(code(good, other.publicKey)).to.equal("BadProof");
      expect(code({ ...good, evaluated: [good.evaluated[0]!, wrong.evaluated[1]!, good.evaluated[2]!] })).to.equal(
        "BadProof",
      );
    });

    it("in another order, to other elements, or with one bit of the proof changed", () => {
      expect(code({ ...good, evaluated: good.evaluated.toReversed() })).to.equal("BadProof");
      expect(code(good, own.publicKey, blind(inputs))).to.equal("BadProof");
      for (const at of [0, 31, 32, 63]) {
        const proof = getBytes(good.proof);
        proof[at]! ^= 1;
        expect(code({ ...good, proof: hexlify(proof) }), `byte ${at}`).to.equal("BadProof");
      }
    });

    it("of another length, with no proof, or that is no element", () => {
      expect(code({ ...good, evaluated: good.evaluated.slice(1) })).to.equal("WrongLength");
      expect(code({ ...good, proof: "0x" })).to.equal("BadProof");
      expect(code({ ...good, proof: `0x${"ff".repeat(64)}` })).to.equal("BadProof");
      expect(code({ ...good, evaluated: [`0x${"00".repeat(32)}`, ...good.evaluated.slice(1)] })).to.equal("BadProof");
      expect(code({ ...good, evaluated: ["0x12", ...good.evaluated.slice(1)] })).to.equal("NotAnElement");
      expect(code(good, "0x")).to.equal("NotAnElement");
    });
  });

  describe("refuses to evaluate", () => {
    const code = (blinded: readonly string[]) => thrown(OprfError, () => evaluateBlinded(own, blinded)).code;

    it("what is no element: the identity, a bad encoding, other lengths", () => {
      expect(code([`0x${"00".repeat(32)}`])).to.equal("NotAnElement");
      expect(code([`0x${"ff".repeat(32)}`])).to.equal("NotAnElement");
      expect(code(["0x"])).to.equal("NotAnElement");
      expect(code(["rubbish"])).to.equal("NotAnElement");
    });

    it("none, and one more than a proof is made for", () => {
      expect(code([])).to.equal("NoElements");
      expect(code(Array(MAX_ELEMENTS + 1).fill(rfc.vectors[0].blinded[0]))).to.equal("TooManyElements");
      expect(evaluateBlinded(own, Array(MAX_ELEMENTS).fill(rfc.vectors[0].blinded[0])).evaluated).to.have.length(
        MAX_ELEMENTS,
      );
    });
  });

  it("multiplies by scalars below the order of the group", () => {
    const scalar = BigInt(hexlify(own.secretKey.toReversed()));
    expect(scalar > 0n && scalar < ORDER).to.equal(true);
  });

  it("shows neither key nor input in a message", () => {
    expect(thrown(Error, () => oprfKey("0xdeadbeef")).message).to.not.include("deadbeef");
  });
});
