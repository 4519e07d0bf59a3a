/** A question to a node. */
export interface Question {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What a node says instead of an answer. */
export interface RpcFault {
  readonly code?: number;
  readonly message?: string;
  readonly data?: unknown;
}

export interface RpcAnswer {
  readonly id: number | null;
  readonly result?: unknown;
  readonly error?: RpcFault;
}
