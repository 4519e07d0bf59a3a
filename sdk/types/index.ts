export type * from "./Attestation.ts";
export * from "./Contribution.ts";
export type * from "./Dataset.ts";
export * from "./Job.ts";
export type * from "./Permit.ts";
export * from "./Proposal.ts";
