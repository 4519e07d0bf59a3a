import { getAddress, isAddress } from "ethers";
import { z } from "zod";
import { isRemote, MAX_URL_LENGTH, MAX_URLS } from "./urlList.ts";

/** What goes over the wire between a store and those who use it. Bytes are hex, ciphertexts base64, times unix seconds. */

const hex = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-f]{${bytes * 2}}$`), `is not 0x and ${bytes * 2} lower-case hexadecimal digits`);

export const addressSchema = z
  .string()
  .refine((text) => isAddress(text), "is not an address")
  .transform((text) => getAddress(text));

export const bytes32Schema = hex(32);

export const cidSchema = z.string().regex(/^bafkrei[a-z2-7]{52}$/, "is not a CIDv1 of raw bytes under sha2-256");

const signatureSchema = z.string().regex(/^0x([0-9a-f]{2}){1,4096}$/i, "is not a signature in hexadecimal digits");

/** A record's key, sealed by HPKE: 32 bytes encapsulated key, 32 bytes key, 16 bytes tag. */
const sealedKeySchema = hex(80);

export const storeInfoSchema = z.object({
  service: z.literal("store"),
  chainId: z.string().regex(/^\d{1,20}$/),
  origins: z.array(z.string()),
});

export const publicationSchema = z.strictObject({
  document: z.record(z.string(), z.unknown()),
  author: addressSchema,
  pool: addressSchema,
  contentTag: bytes32Schema,
  signature: signatureSchema,
});

const roleSchema = z.enum(["maker", "provider", "other"]);

/** What the author was to the dataset when the chain was last asked. */
export type Role = z.infer<typeof roleSchema>;

export const authorshipSchema = z.object({
  author: addressSchema,
  pool: addressSchema,
  contentTag: bytes32Schema,
  role: roleSchema,
  signature: signatureSchema,
  publishedAt: z.int(),
});

export const publishedSchema = z.object({ cid: cidSchema, digest: bytes32Schema, role: roleSchema });

export const authorsSchema = z.object({ authors: z.array(authorshipSchema) });

export const searchSchema = z.object({
  text: z.string().max(200).optional(),
  pool: addressSchema.optional(),
  author: addressSchema.optional(),
  role: roleSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});

export const foundSchema = z.object({
  documents: z.array(
    z.object({
      cid: cidSchema,
      name: z.string(),
      description: z.string(),
      author: addressSchema,
      pool: addressSchema,
      role: roleSchema,
    }),
  ),
});

const bound = { document: cidSchema, pool: addressSchema, contentTag: bytes32Schema };

/** The store encrypts: it sees the addresses while it does, and keeps none. */
const storeSealedSchema = z.strictObject({
  mode: z.literal("store"),
  ...bound,
  urls: z
    .array(z.string().max(MAX_URL_LENGTH).refine(isRemote, "is not the address of a file elsewhere"))
    .min(1)
    .max(MAX_URLS),
  ownerKey: hex(32), // HPKE public key of the owner's device
  salt: hex(16), // sets two requests for the same addresses apart; the same request again changes nothing
});

/** The owner's device has encrypted: the store sees neither address nor key. */
const ownerSealedSchema = z.strictObject({
  mode: z.literal("owner"),
  ...bound,
  ciphertext: z.base64().max(400_000),
  ownerSeal: sealedKeySchema,
});

export const recordRequestSchema = z.discriminatedUnion("mode", [storeSealedSchema, ownerSealedSchema]);

export type RecordRequest = z.input<typeof recordRequestSchema>;

export const recordSchema = z.object({
  cid: cidSchema, // of the ciphertext
  owner: addressSchema,
  ...bound,
  mode: z.enum(["store", "owner"]),
  ownerSeal: sealedKeySchema, // the key, for the owner's device
  createdAt: z.int(),
});

export const recordsSchema = z.object({ records: z.array(recordSchema) });

export const nonceSchema = z.object({ nonce: z.string() });

export const releaseRequestSchema = z.strictObject({
  account: addressSchema,
  key: hex(32),
  nonce: z.string().max(72),
  signature: signatureSchema,
});

/** `waiting`: the owner's device has to answer; ask again with a new nonce. */
export const releaseSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("released"), sealed: sealedKeySchema }),
  z.object({ status: z.literal("waiting") }),
]);

export const waitingSchema = z.object({
  requests: z.array(releaseRequestSchema.extend({ origin: z.string().max(300), askedAt: z.int() })),
});

export const grantSchema = z.strictObject({ account: addressSchema, key: hex(32), sealed: sealedKeySchema });

export const doneSchema = z.object({ done: z.literal(true) });

export type AuthorshipRecord = z.infer<typeof authorshipSchema>;
export type Found = z.infer<typeof foundSchema>["documents"][number];
export type UrlRecord = z.infer<typeof recordSchema>;
export type WaitingRequest = z.infer<typeof waitingSchema>["requests"][number];
