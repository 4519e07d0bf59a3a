export * from "./allow.ts";
export * from "./noPermit.ts";
export * from "./permitDomain.ts";
export * from "./permitMessage.ts";
export * from "./signPermit.ts";
export * from "./submitPermit.ts";
