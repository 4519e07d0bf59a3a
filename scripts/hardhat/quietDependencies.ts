import type { HardhatPlugin } from "hardhat/types/plugins";

/** Keeps the compiler's warnings about other people's packages out of sight, so that one about ours is seen. */
export const quietDependencies: HardhatPlugin = {
  id: "datawell:quiet-dependencies",
  hookHandlers: { solidity: () => import("./solidityHooks.ts") },
};
