import { createRequire } from "node:module";
import toolbox from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { defineConfig } from "hardhat/config";

const require = createRequire(import.meta.url);

/** The npm compiler: no download, the same bytes on every platform. */
const solc = (runs: number) => ({
  version: "0.8.37",
  path: require.resolve("solc/soljson.js"),
  settings: { viaIR: true, optimizer: { enabled: true, runs }, metadata: { bytecodeHash: "none" as const } },
});

export default defineConfig({
  plugins: [toolbox],
  paths: { tests: { solidity: "test", mocha: "test" } },
  solidity: {
    profiles: {
      default: {
        compilers: [solc(1_000_000)],
        overrides: { "contracts/DataPool.sol": solc(200) },
      },
    },
  },
  typechain: { outDir: "typechain-types" },
});
