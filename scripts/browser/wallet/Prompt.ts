/** Something that a wallet asks its owner. */
export interface Prompt {
  readonly kind: "connect" | "sign" | "send" | "batch" | "switch" | "add" | "watch";
  readonly method: string;
  readonly params: readonly unknown[];
}

/** The owner's answer. */
export type Verdict = "approve" | "reject";

export type Decide = (prompt: Prompt) => Verdict | Promise<Verdict>;

export const approve: Decide = () => "approve";
export const reject: Decide = () => "reject";
