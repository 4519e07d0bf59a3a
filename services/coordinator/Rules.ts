/** How a coordinator runs its rounds. */
export interface Rules {
  readonly enrolSeconds: number; // how long devices may enrol; at once over when no more units fit
  readonly shareSeconds: number; // from the roster on chain to the last shares
  readonly maskSeconds: number; // for the work itself
  readonly unmaskSeconds: number; // from the survivors on chain to the last reveals
  readonly consentSeconds: number; // how long the consumer may look at the result before it is settled without it
  readonly settleSeconds: number; // kept free before a job's deadline, for the settlement to get on chain
  readonly confirmations: number; // blocks on top of a root before anything is built on it
  readonly finality: number; // blocks on top of a settlement until it is left alone
  readonly maxSize: number; // devices in one round
  readonly maxVectorBytes: number; // of all vectors of a round together: devices times length times 8
  readonly maxOpenRounds: number; // jobs at once; more are refused with 503
  readonly banSeconds: number; // how long a provider that is blamed is kept out: one liar can spoil a whole round
  readonly paysProviders: boolean; // sends the claims of providers, who then need no ether
}

export const DEFAULT_RULES: Rules = {
  enrolSeconds: 3_600,
  shareSeconds: 600,
  maskSeconds: 3_600,
  unmaskSeconds: 600,
  consentSeconds: 3_600,
  settleSeconds: 1_800,
  confirmations: 3,
  finality: 64,
  maxSize: 10_000,
  maxVectorBytes: 2 ** 30,
  maxOpenRounds: 1_000,
  banSeconds: 30 * 86_400,
  paysProviders: false,
};
