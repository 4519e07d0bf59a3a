import { availableParallelism } from "node:os";
import type { SolidityBuildProfileConfig, SolidityCompilerConfig } from "hardhat/types/config";
import type { SolidityHooks } from "hardhat/types/hooks";

const POINTS_INTO_PACKAGE = /^\s*--> .*\b(?:node_modules|npm)\//m;

/** Said of copies that a test carries too, compiled for speed; test/size.test.ts judges what is deployed. */
const IS_ABOUT_SIZE = /^Warning: Contract (?:code|initcode) size is/;

const isNoise = (warning = ""): boolean => POINTS_INTO_PACKAGE.test(warning) || IS_ABOUT_SIZE.test(warning);

/** Whether a file of this project is one that gets its artifacts with these settings. */
function isCompiledWith(source: string, settings: SolidityCompilerConfig, profile: SolidityBuildProfileConfig): boolean {
  if (!source.startsWith("project/")) return false;
  const own = profile.overrides[source.slice("project/".length)];
  return own === undefined ? profile.compilers.includes(settings) : own === settings;
}

/** Hardhat takes the hooks of a plugin from the default export. */
const hooks = async (): Promise<Partial<SolidityHooks>> => ({
  // Hardhat leaves one core free, which on a machine with two is half of it.
  build: (context, roots, options, next) =>
    next(context, roots, { concurrency: availableParallelism(), ...options }),

  // Of a file that is only imported, nothing but the syntax tree is needed: its code is made with its own settings.
  invokeSolc: (context, compiler, input, settings, next) => {
    const profile = context.config.solidity.profiles.default!;
    const { "": ofFile = [], "*": ofContract = [] } = input.settings.outputSelection["*"]!;
    const wanted = Object.keys(input.sources).filter((source) => isCompiledWith(source, settings, profile));
    const outputSelection = {
      "*": { "": ofFile },
      ...Object.fromEntries(wanted.map((source) => [source, { "*": ofContract }])),
    };
    return next(context, compiler, { ...input, settings: { ...input.settings, outputSelection } }, settings);
  },

  getCompilationJobErrors: async (context, job, output, next) => {
    const found = await next(context, job, output);
    return found.filter((e) => e.severity === "error" || !isNoise(e.formattedMessage));
  },
});

export default hooks;
