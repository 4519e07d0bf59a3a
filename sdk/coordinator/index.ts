/** The consumer's side of a coordinator: hand in a job, follow it, check what comes back. */
export * from "./ConsumerApi.ts";
export * from "./announce.ts";
export * from "./blamed.ts";
export * from "./connectConsumer.ts";
export * from "./coordinatorInfo.ts";
export * from "./verifyBill.ts";
export * from "./verifyOffer.ts";
