import type { HardhatPlugin } from "hardhat/types/plugins";

/** Builds fast, and keeps warnings out of sight that nobody here can act on, so that one about our own code is seen. */
export const building: HardhatPlugin = {
  id: "datawell:building",
  hookHandlers: { config: () => import("./configHooks.ts"), solidity: () => import("./solidityHooks.ts") },
};
