import { z } from "zod";
import { DEFAULT_LIMITS } from "../data/limits.ts";
import { MAX_ELEMENTS } from "../oprf/suite.ts";
import { claimSchema } from "./claim.ts";

/* What goes over the wire between a device and an attester. Integers beyond 2^53 are decimal strings. */

const bytes32 = z.string().regex(/^0x[0-9a-f]{64}$/, "is not 32 bytes of lower-case hex");
const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "is not an address");
const decimal = (digits: number) =>
  z
    .string()
    .regex(/^(0|[1-9]\d*)$/, "is not a whole number in decimal digits")
    .max(digits);
const uint40 = decimal(12); // unix seconds

/** What an attester publishes about itself and a pool. */
export const poolInfoSchema = z.object({
  chainId: decimal(20),
  pool: address,
  attester: address,
  publicKey: bytes32, // of the attesters' function
  records: z.int().min(1).max(1_000), // opened of each contribution at most
  lanes: z.int().min(1).max(64), // of each sketch
  freshnessHorizon: z.int().min(1), // seconds
});

export const evaluationRequestSchema = z.strictObject({
  pool: address,
  blinded: z.array(bytes32).min(1).max(MAX_ELEMENTS),
});

export const evaluationSchema = z.object({
  evaluated: z.array(bytes32).min(1).max(MAX_ELEMENTS),
  proof: z.string().regex(/^0x[0-9a-f]{128}$/, "is not 64 bytes of lower-case hex"),
});

/** A contribution as on chain, its numbers in decimal digits. */
export const contributionSchema = z.strictObject({
  provider: address,
  kind: z.enum(["0", "1"]),
  contentRoot: bytes32,
  contentTag: bytes32,
  sketch: bytes32,
  metadata: bytes32,
  units: decimal(20),
  parent: bytes32,
});

const document = z.record(z.string(), z.unknown());

/** All that a device fixes before it learns what it has to open. */
export const submissionSchema = z.strictObject({
  pool: address,
  contribution: contributionSchema,
  contentDigest: bytes32, // what the tag is made from: attesters, who hold the key, could test guesses anyway
  document, // the contribution's metadata
  datasetDocument: document.optional(), // the dataset's, where it is another
  claim: claimSchema,
  novelty: z.int().min(0).max(10_000), // bps
  parentRecords: z.int().min(0).max(0xffffffff), // 0 for a first contribution
  assessedAt: uint40,
  deadline: uint40,
  commitment: bytes32, // sha-256 of the device's half of the challenge
});

/** The attester's answer to a submission. */
export const challengeSchema = z.object({
  id: bytes32, // of the contribution: the EIP-712 hash of its struct
  half: bytes32, // the attester's half of the challenge
});

const cell = z.union([z.string().max(DEFAULT_LIMITS.cell), z.number(), z.boolean(), z.null()]);

/** An opened record. The root tells how many there are, the row gives its hash. */
export const openingSchema = z.strictObject({
  index: z.int().min(0).max(0xfffffffe),
  salt: bytes32,
  siblings: z.array(bytes32).max(32),
  row: z.array(cell).min(1).max(DEFAULT_LIMITS.fields),
});

export const openingsSchema = z.strictObject({
  pool: address, // a contribution may be meant for several
  half: bytes32, // the device's half of the challenge
  records: z.array(openingSchema).min(1).max(1_100), // the drawn records and the witnesses of the drawn lanes
  parent: z.array(openingSchema).max(1_000),
});

/** What an attester gives for openings that hold. */
export const attestationSchema = z.object({
  attester: address,
  quality: z.int().min(0).max(10_000),
  novelty: z.int().min(0).max(10_000),
  deadline: uint40,
  signature: z.string().regex(/^0x([0-9a-f]{2}){1,4096}$/, "is not a signature in hex"),
});

export type PoolInfo = Readonly<z.infer<typeof poolInfoSchema>>;
export type EvaluationRequest = Readonly<z.infer<typeof evaluationRequestSchema>>;
export type WireContribution = Readonly<z.infer<typeof contributionSchema>>;
export type Submission = Readonly<z.infer<typeof submissionSchema>>;
export type ChallengeAnswer = Readonly<z.infer<typeof challengeSchema>>;
export type Opening = Readonly<z.infer<typeof openingSchema>>;
export type Openings = Readonly<z.infer<typeof openingsSchema>>;
export type AttestationAnswer = Readonly<z.infer<typeof attestationSchema>>;
