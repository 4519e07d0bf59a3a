/** What devices, consumers and coordinators say to one another in a round: schemas, digests and signatures. */
export * from "./CoordinatorApi.ts";
export * from "./CoordinatorError.ts";
export * from "./RoundError.ts";
export * from "./answers.ts";
export * from "./connectCoordinator.ts";
export * from "./digest.ts";
export * from "./enrolment.ts";
export * from "./jobJson.ts";
export * from "./masked.ts";
export * from "./messages.ts";
export * from "./parse.ts";
export * from "./receipt.ts";
export * from "./roster.ts";
export * from "./roundTerms.ts";
export * from "./session.ts";
export * from "./sumNodes.ts";
export * from "./survivors.ts";
