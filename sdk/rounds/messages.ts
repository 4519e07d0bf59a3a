import { z } from "zod";
import { maskedText } from "./masked.ts";
import { signedReceiptSchema } from "./receipt.ts";
import { byPosition, bytes32, openShare, position, sealedShare, sessionSignature } from "./wire.ts";

/** Who speaks, in which round: the start of all that a session key signs. */
const speaker = { jobId: bytes32, index: position };

export const sharesSchema = z.strictObject({
  step: z.literal("shares"),
  ...speaker,
  rosterRoot: bytes32, // the roster that the device checked against the chain
  sealed: byPosition(sealedShare), // one for each neighbour
});

export const inputSchema = z.strictObject({
  step: z.literal("input"),
  ...speaker,
  masked: maskedText,
  receipt: signedReceiptSchema,
});

export const revealsSchema = z.strictObject({
  step: z.literal("reveals"),
  ...speaker,
  survivorsRoot: bytes32, // the one and only root that the device answers for
  reveals: byPosition(z.strictObject({ kind: z.enum(["seed", "key"]), share: openShare })), // by neighbour
});

/** Shares of the device's secrets, one sealed for each neighbour. */
export type SharesMessage = z.infer<typeof sharesSchema>;
/** The masked vector with the receipt of the work. */
export type InputMessage = z.infer<typeof inputSchema>;
/** Of each neighbour one of two secrets' shares: the seed if it delivered, the key if it dropped out, never both. */
export type RevealsMessage = z.infer<typeof revealsSchema>;

export type RoundMessage = SharesMessage | InputMessage | RevealsMessage;

const signed = <S extends z.ZodType>(message: S) => z.strictObject({ message, signature: sessionSignature });

export const signedSharesSchema = signed(sharesSchema);
export const signedInputSchema = signed(inputSchema);
export const signedRevealsSchema = signed(revealsSchema);

/** A message with the ed25519 signature of the enrolment's session key. */
export interface Signed<M extends RoundMessage> {
  readonly message: M;
  readonly signature: string;
}
