import { createRequire } from "node:module";
import toolbox from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { configVariable, defineConfig } from "hardhat/config";
import { building } from "./scripts/hardhat/building.ts";
import { tasks } from "./scripts/tasks/index.ts";

const require = createRequire(import.meta.url);

/** The npm compiler: no download, the same bytes on every platform. */
const solc = (runs: number) => ({
  version: "0.8.37",
  path: require.resolve("solc/soljson.js"),
  settings: { viaIR: true, optimizer: { enabled: true, runs }, metadata: { bytecodeHash: "none" as const } },
});

/** How hard the Solidity tests try: every push runs `fast`, `npm run test:deep` runs `deep`. */
const EFFORT = {
  fast: { fuzz: { runs: 256 }, invariant: { runs: 48, depth: 48 } },
  deep: { fuzz: { runs: 10_000 }, invariant: { runs: 1_000, depth: 100 } },
};
const effort = process.env.TEST_EFFORT === "deep" ? EFFORT.deep : EFFORT.fast;

export default defineConfig({
  plugins: [toolbox, building],
  tasks,
  paths: { tests: { solidity: "test", mocha: "test" } },
  solidity: {
    profiles: {
      default: {
        compilers: [solc(1_000_000)],
        overrides: { "contracts/DataPool.sol": solc(1), "contracts/ComputeBilling.sol": solc(1_000) },
      },
    },
  },
  networks: {
    default: { type: "edr-simulated", chainType: "l1" },
    localhost: { type: "http", chainType: "l1", url: "http://127.0.0.1:8545" },
    remote: { type: "http", url: configVariable("RPC_URL"), accounts: [configVariable("PRIVATE_KEY")] },
  },
  test: {
    mocha: { timeout: 120_000 },
    // isolate: every call of a test is a transaction of its own, so that its gas is what a user pays
    solidity: { isolate: true, fuzz: effort.fuzz, invariant: effort.invariant },
  },
  typechain: { outDir: "typechain-types" },
});
