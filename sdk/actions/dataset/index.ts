export * from "./find.ts";
export * from "./launch.ts";
export * from "./launchCost.ts";
export * from "./list.ts";
export * from "./predict.ts";
export * from "./publishMetadata.ts";
export * from "./release.ts";
export * from "./show.ts";
