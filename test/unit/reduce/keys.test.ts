import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { expect } from "chai";
import { checkKeys, createParty, maskInput, partyKeys, sealShares } from "#sdk/reduce/index.ts";
import { createAgreement, publicKeyOf } from "#sdk/reduce/crypto/x25519.ts";
import { refused } from "./refused.ts";
import { bytes32, enrol, partyOf } from "./simulate.ts";

const PRIME = 2n ** 255n - 19n;
const littleEndian = (u: bigint): string =>
  `0x${bytesToHex(hexToBytes(u.toString(16).padStart(64, "0")).toReversed())}`;

/** Of order 1, 2, 4 and 8, on the curve and its twist (RFC 7748, section 6.1, and its errata). */
const LOW_ORDER = [
  0n,
  1n,
  0x00b8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0n,
  0x57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5fn,
  PRIME - 1n,
];

describe("keys of a device", () => {
  it("are those of RFC 7748, section 6.1", async () => {
    const alice = hexToBytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    const bob = hexToBytes("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    const { publicKey, agree } = await createAgreement(alice);
    expect(bytesToHex(publicKey)).to.equal("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    expect(bytesToHex(await agree(await publicKeyOf(bob)))).to.equal(
      "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
    );
  });

  it("are fresh every time, and pass their own check", async () => {
    const parties = await Promise.all([createParty(bytes32(1)), createParty(bytes32(1))]);
    const all = parties.flatMap(({ keys, secrets }) => [...Object.values(keys), ...Object.values(secrets)]);
    expect(new Set(all).size).to.equal(12);
    for (const { keys } of parties) expect(checkKeys(keys)).to.equal(keys);
  });

  it("commit to the seed for one round only", async () => {
    const { secrets, keys } = await createParty(bytes32(1));
    expect(await partyKeys(bytes32(1), secrets)).to.deep.equal(keys);
    expect((await partyKeys(bytes32(2), secrets)).seedCommitment).to.not.equal(keys.seedCommitment);
  });

  describe("are refused", () => {
    const bad = async (change: object) => {
      const { keys } = await createParty(bytes32(1));
      return (await refused(() => checkKeys({ ...keys, ...change }))).code;
    };

    it("when they are of low order", async () => {
      for (const u of LOW_ORDER) {
        expect(await bad({ maskKey: littleEndian(u) }), `${u}`).to.equal("BadKey");
        expect(await bad({ shareKey: littleEndian(u) }), `${u}`).to.equal("BadKey");
      }
    });

    it("in a second spelling of the same point", async () => {
      for (const u of [PRIME, PRIME + 1n, PRIME + 9n, 2n ** 255n - 1n, 2n ** 255n, 2n ** 255n + 9n, 2n ** 256n - 1n]) {
        expect(await bad({ maskKey: littleEndian(u) }), `${u}`).to.equal("BadKey");
      }
      const { keys } = await createParty(bytes32(1));
      for (const u of [9n, PRIME - 2n]) expect(checkKeys({ ...keys, maskKey: littleEndian(u) })).to.be.an("object");
    });

    it("when they are no 32 bytes of lower-case hex", async () => {
      for (const maskKey of [
        "",
        "0x",
        bytes32(9).slice(0, -2),
        `${bytes32(9)}00`,
        bytes32(0xab).toUpperCase(),
        7,
        null,
      ]) {
        expect(await bad({ maskKey }), String(maskKey)).to.equal("BadKey");
      }
      expect(await bad({ seedCommitment: "0x00" })).to.equal("BadKey");
    });

    it("when one serves for masks and for shares: the first is revealed, the second must not be", async () => {
      const { keys } = await createParty(bytes32(1));
      expect(await bad({ maskKey: keys.maskKey, shareKey: keys.maskKey })).to.equal("BadKey");
    });

    it("at every step, whatever the coordinator says", async () => {
      const cohort = await enrol(4);
      const party = partyOf(cohort, 0);
      const keys = { ...party.neighbours[1]!.keys, maskKey: littleEndian(1n) };
      const neighbours = party.neighbours.with(1, { index: party.neighbours[1]!.index, keys });
      expect((await refused(() => sealShares({ ...party, neighbours }))).code).to.equal("BadKey");
      const sealedFrom = Object.fromEntries(neighbours.map(({ index }) => [index, "0x"]));
      const masking = { ...party, neighbours, sealedFrom, input: [1n] };
      expect((await refused(() => maskInput(masking))).code).to.equal("BadKey");
    });

    it("by the platform as well, should the check be forgotten", async () => {
      const { agree } = await createAgreement(new Uint8Array(32).fill(7));
      for (const u of LOW_ORDER) {
        let agreed = false;
        await agree(hexToBytes(littleEndian(u).slice(2))).then(
          () => (agreed = true),
          () => undefined,
        );
        expect(agreed, `${u}`).to.equal(false);
      }
    });
  });
});
