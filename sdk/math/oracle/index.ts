export * from "./advance.ts";
export * from "./expWad.ts";
export * from "./lnPrice.ts";
export * from "./lnWad.ts";
export * from "./toPriceX128.ts";
