/** What a device keeps to itself in one round: 32 bytes of hex each. Plain JSON, so that a device may stop and go on. */
export interface PartySecrets {
  readonly maskSecret: string; // X25519: agrees on masks; rebuilt by the neighbours if the device drops out
  readonly shareSecret: string; // X25519: opens the shares that neighbours sealed
  readonly seed: string; // of its own mask; rebuilt by the neighbours if the device delivers
}

/** What it publishes in the roster: 32 bytes of lower-case hex each. */
export interface PartyKeys {
  readonly maskKey: string;
  readonly shareKey: string;
  readonly seedCommitment: string;
}

/** Another device at its position in the roster. */
export interface Neighbour {
  readonly index: number;
  readonly keys: PartyKeys;
}

/** A device in one round, with all its neighbours in the graph. */
export interface Party {
  readonly round: string; // bytes32: the job's id
  readonly index: number;
  readonly secrets: PartySecrets;
  readonly neighbours: readonly Neighbour[];
}

/** By position in the roster. */
export type ByIndex<T> = Readonly<Record<number, T>>;
