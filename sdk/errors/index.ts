export * from "./DatawellError.ts";
export * from "./decodeError.ts";
export * from "./decodeRevert.ts";
export * from "./explain.ts";
export { EXPLANATIONS } from "./explanations.ts";
