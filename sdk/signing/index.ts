export * from "./attestationMessage.ts";
export * from "./contributionConsentMessage.ts";
export * from "./contributionTypes.ts";
export * from "./digestOf.ts";
export * from "./jobConsentMessage.ts";
export * from "./rulingMessage.ts";
export * from "./sign.ts";
export type { TypedData } from "./TypedData.ts";
