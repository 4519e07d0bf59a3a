import type { HardhatConfig, SolidityBuildProfileConfig, SolidityCompilerConfig } from "hardhat/types/config";

/** The settings that every build here uses: one compiler, and overrides for single files. */
export function buildProfile({ solidity }: HardhatConfig): {
  compiler: SolidityCompilerConfig;
  overrides: SolidityBuildProfileConfig["overrides"];
} {
  const { compilers = [], overrides = {} } = solidity.profiles["default"] ?? {};
  const [compiler, ...others] = compilers;
  if (compiler === undefined || others.length > 0) throw new Error("hardhat.config.ts: exactly one compiler expected");
  return { compiler, overrides };
}
