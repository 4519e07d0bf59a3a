import { globSync } from "node:fs";
import { join, relative } from "node:path";
import type { ConfigHooks } from "hardhat/types/hooks";
import { buildProfile } from "./buildProfile.ts";

/**
 * Test sources are compiled for speed, neither by way of the intermediate representation nor optimized: the code under
 * test comes from the artifacts of contracts/, which stay as they are deployed. All files share one object, because
 * Hardhat compiles together what has the same object of settings.
 */
const hooks = async (): Promise<Partial<ConfigHooks>> => ({
  resolveUserConfig: async (userConfig, resolveVariable, next) => {
    const config = await next(userConfig, resolveVariable);
    const { compiler, overrides } = buildProfile(config);
    const quick = { ...compiler, settings: { ...compiler.settings, viaIR: false, optimizer: { enabled: false } } };
    const folder = config.paths.tests.solidity;
    for (const file of globSync("**/*.sol", { cwd: folder })) {
      overrides[relative(config.paths.root, join(folder, file))] = quick;
    }
    return config;
  },
});

export default hooks;
