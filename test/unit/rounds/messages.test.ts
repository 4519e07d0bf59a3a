import { ed25519 } from "@noble/curves/ed25519.js";
import { expect } from "chai";
import { getBytes, hexlify, id, sha256, toBeHex, Wallet } from "ethers";
import { compute } from "#sdk";
import {
  decodeMasked,
  documentDigest,
  encodeMasked,
  enrolmentSchema,
  isRoundSigned,
  jobFromJson,
  jobListSchema,
  jobSchema,
  jobToJson,
  maskedDigest,
  neighbourhoodSchema,
  parse,
  revealsSchema,
  roundDigest,
  RoundError,
  type RevealsMessage,
  sessionKeyOf,
  sharesSchema,
  signRound,
  survivorsSchema,
} from "#sdk/rounds/index.ts";
import { SEALED_BYTES, SHARE_BYTES } from "#sdk/reduce/index.ts";
import type { Job } from "#sdk/types/Job.ts";

const JOB_ID = id("job");
const SECRET = id("session");
const ADDRESS = new Wallet(id("provider")).address;

const enrolment = {
  jobId: JOB_ID,
  contribution: id("tag"),
  provider: ADDRESS,
  rows: 1,
  maskKey: id("mask"),
  shareKey: id("share"),
  seedCommitment: id("seed"),
  sessionKey: sessionKeyOf(SECRET).sessionKey,
};
const sealed = `0x${"ab".repeat(SEALED_BYTES)}`;
const share = `0x${"cd".repeat(SHARE_BYTES)}`;
const shares = { step: "shares", jobId: JOB_ID, index: 0, rosterRoot: id("roster"), sealed: { 1: sealed } };
const reveals = {
  step: "reveals",
  jobId: JOB_ID,
  index: 0,
  survivorsRoot: id("survivors"),
  reveals: { 1: { kind: "seed", share } },
} as const satisfies RevealsMessage;

const faultOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof RoundError) return `${error.code} ${error.fault}`;
    throw error;
  }
  return "none";
};

describe("Messages of a round", () => {
  it("pass as they are, and only so", () => {
    expect(parse(enrolmentSchema, enrolment)).to.deep.equal(enrolment);
    expect(parse(sharesSchema, shares)).to.deep.equal(shares);
    expect(parse(revealsSchema, reveals)).to.deep.equal(reveals);
    const more = { ...enrolment, more: 1 };
    expect(faultOf(() => parse(enrolmentSchema, more))).to.match(/^Malformed .*more/);
  });

  it("are refused with the name of what is wrong", () => {
    const cases: readonly [object, string][] = [
      [{ rows: 0 }, "rows"],
      [{ rows: 2 ** 32 }, "rows"],
      [{ rows: 1.5 }, "rows"],
      [{ provider: ADDRESS.toLowerCase() }, "provider"],
      [{ maskKey: id("mask").toUpperCase() }, "maskKey"],
      [{ jobId: `${JOB_ID}00` }, "jobId"],
      [{ contribution: JOB_ID.slice(0, -1) }, "contribution"],
      [{ sessionKey: null }, "sessionKey"],
    ];
    for (const [change, name] of cases) {
      const wrong = { ...enrolment, ...change };
      expect(faultOf(() => parse(enrolmentSchema, wrong))).to.match(new RegExp(`^Malformed ${name}:`));
    }
    expect(parse(enrolmentSchema, { ...enrolment, rows: 2 ** 32 - 1 }).rows).to.equal(2 ** 32 - 1);
  });

  it("hold shares of one size, for at most 512 neighbours", () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [index, sealed]));
    const wrong = (change: object) => faultOf(() => parse(sharesSchema, { ...shares, ...change }));
    expect(wrong({ sealed: many(512) })).to.equal("none");
    expect(wrong({ sealed: many(513) })).to.match(/sealed.*at most 512/);
    expect(wrong({ sealed: { 1: sealed.slice(0, -2) } })).to.match(/sealed\.1/);
    expect(wrong({ sealed: { "01": sealed } })).to.match(/Malformed/);
    expect(wrong({ sealed: { "-1": sealed } })).to.match(/Malformed/);
    const harmful = { ...shares, sealed: JSON.parse(`{"__proto__":"${sealed}"}`) };
    expect(Object.keys(parse(sharesSchema, harmful).sealed)).to.deep.equal([]);
    expect(wrong({ index: -1 })).to.match(/index/);
    expect(wrong({ index: 1_000_000 })).to.match(/index/);
    expect(wrong({ index: 999_999 })).to.equal("none");
    const both = { ...reveals, reveals: { 1: { kind: "both", share } } };
    expect(faultOf(() => parse(revealsSchema, both))).to.match(/reveals\.1\.kind/);
  });

  it("of a coordinator are no longer than they may be", () => {
    const job = { jobId: JOB_ID, stage: "enrolling" };
    const list = (length: number) => ({ jobs: Array.from({ length }, () => job) });
    expect(jobListSchema.safeParse(list(1_000)).success).to.equal(true);
    expect(jobListSchema.safeParse(list(1_001)).success).to.equal(false);
    const entry = { index: 0, enrolment, signature: "0x", siblings: Array.from({ length: 33 }, () => JOB_ID) };
    expect(neighbourhoodSchema.safeParse({ size: 1, index: 0, entries: [entry] }).success).to.equal(false);
    const short = { ...entry, siblings: entry.siblings.slice(1) };
    expect(neighbourhoodSchema.safeParse({ size: 1, index: 0, entries: [short] }).success).to.equal(true);
    const siblings = [{ hash: JOB_ID, sum: "-1" }];
    const statuses = [{ index: 0, status: "delivered", siblings }];
    expect(survivorsSchema.safeParse({ size: 1, delivered: 1, statuses }).success).to.equal(false);
  });
});

describe("A session key", () => {
  const key = sessionKeyOf(SECRET);

  it("signs a message the same way each time", () => {
    expect(signRound(key, reveals)).to.deep.equal(signRound(key, structuredClone(reveals)));
    expect(isRoundSigned(key.sessionKey, signRound(key, reveals))).to.equal(true);
  });

  it("signs whatever the order of a message's entries", () => {
    const turned = Object.fromEntries(Object.entries(reveals).toReversed()) as unknown as RevealsMessage;
    expect(roundDigest(turned)).to.equal(roundDigest(reveals));
  });

  it("does not answer for another message, key, step or round", () => {
    const { signature } = signRound(key, reveals);
    const others = [{ index: 1 }, { jobId: id("other") }, { survivorsRoot: id("other") }, { reveals: {} }];
    for (const change of others) {
      expect(isRoundSigned(key.sessionKey, { message: { ...reveals, ...change }, signature })).to.equal(false);
    }
    const other = sessionKeyOf(id("other session"));
    expect(isRoundSigned(other.sessionKey, { message: reveals, signature })).to.equal(false);
  });

  it("of small order, or no point at all, signs nothing", () => {
    const zero = `0x${"00".repeat(32)}`;
    const one = `0x01${"00".repeat(31)}`; // the neutral element: any message verifies under loose rules
    const forged = `0x01${"00".repeat(63)}`;
    for (const weak of [zero, one, `0x${"ff".repeat(32)}`]) {
      expect(isRoundSigned(weak, { message: reveals, signature: forged })).to.equal(false);
    }
    expect(isRoundSigned(key.sessionKey, { message: reveals, signature: "0x" })).to.equal(false);
  });

  it("refuses a second spelling of a signature", () => {
    const { signature } = signRound(key, reveals);
    const bytes = getBytes(signature);
    const order = ed25519.Point.Fn.ORDER;
    const s = bytes.slice(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + order;
    const spelled = hexlify(getBytes(toBeHex(s, 32)).toReversed());
    const other = `${hexlify(bytes.slice(0, 32))}${spelled.slice(2)}`;
    expect(isRoundSigned(key.sessionKey, { message: reveals, signature: other })).to.equal(false);
  });
});

describe("A masked vector in a message", () => {
  const vector = BigUint64Array.from([0n, 1n, 2n ** 64n - 1n]);

  it("comes back as it went", () => {
    expect(decodeMasked(encodeMasked(vector), 3)).to.deep.equal(vector);
    expect(maskedDigest(vector)).to.equal(sha256(`0x${"00".repeat(8)}${"00".repeat(7)}01${"ff".repeat(8)}`));
  });

  it("has the length of the task's output and one spelling", () => {
    const text = encodeMasked(vector);
    expect(faultOf(() => decodeMasked(text, 2))).to.match(/24 bytes where 2 coordinates/);
    expect(faultOf(() => decodeMasked(text, 4))).to.match(/24 bytes where 4 coordinates/);
    for (const wrong of ["", "AAAA=", text.replace(/.$/, "-"), ` ${text}`]) {
      expect(
        faultOf(() => decodeMasked(wrong, 3)),
        wrong,
      ).to.match(/Malformed/);
    }
    const loose = encodeMasked(BigUint64Array.from([1n])).replace("AE=", "AF="); // bits behind the last byte
    expect(faultOf(() => decodeMasked(loose, 1))).to.match(/not base64/);
  });
});

describe("A job in JSON", () => {
  const job: Job = {
    pool: ADDRESS,
    token: ADDRESS,
    openedAt: 2n ** 40n - 1n,
    unitPrice: 2n ** 96n - 1n,
    unitData: 0n,
    unitBurn: 1n,
    consumer: ADDRESS,
    coordinator: ADDRESS,
    program: id("program"),
    maxUnits: 2n ** 64n - 1n,
    minCohort: 3n,
    epsilon: 1n,
    deadline: 1n,
    coordinatorFee: 0n,
    attesterSet: id("set"),
    arbiter: ADDRESS,
    salt: id("salt"),
  };

  it("keeps its id on the way", () => {
    const there = jobSchema.parse(JSON.parse(JSON.stringify(jobToJson(job))));
    expect(compute.jobId(jobFromJson(there))).to.equal(compute.jobId(job));
  });

  it("has no number that the chain could not hold", () => {
    const json = jobToJson(job);
    expect(jobSchema.safeParse({ ...json, unitPrice: (2n ** 96n).toString() }).success).to.equal(false);
    expect(jobSchema.safeParse({ ...json, openedAt: (2n ** 40n).toString() }).success).to.equal(false);
    expect(jobSchema.safeParse({ ...json, epsilon: "01" }).success).to.equal(false);
    expect(jobSchema.safeParse({ ...json, epsilon: "-1" }).success).to.equal(false);
    expect(jobSchema.safeParse({ ...json, epsilon: 1 }).success).to.equal(false);
  });
});

describe("A document's digest", () => {
  it("is that of its RFC 8785 text", () => {
    expect(documentDigest({ b: [1, "x"], a: null })).to.equal(
      sha256(new TextEncoder().encode('{"a":null,"b":[1,"x"]}')),
    );
  });
});
