import type { HardhatPlugin } from "hardhat/types/plugins";

/** Keeps warnings out of sight that nobody here can act on, so that one about our own code is seen. */
export const quietDependencies: HardhatPlugin = {
  id: "datawell:quiet-dependencies",
  hookHandlers: { solidity: () => import("./solidityHooks.ts") },
};
