import { availableParallelism } from "node:os";
import type { CompilerOutput } from "hardhat/types/solidity";
import type { SolidityHooks } from "hardhat/types/hooks";
import { buildProfile } from "./buildProfile.ts";

const POINTS_INTO_PACKAGE = /^\s*--> .*\b(?:node_modules|npm)\//m;

/** How Hardhat marks the files that are this project's own. */
const PROJECT = "project/";

/** Said of test code too; test/size.test.ts judges what is deployed. */
const IS_ABOUT_SIZE = /^Warning: Contract (?:code|initcode) size is/;

const isNoise = (warning = ""): boolean => POINTS_INTO_PACKAGE.test(warning) || IS_ABOUT_SIZE.test(warning);

/** What the compiler says of a contract that cannot be created, which is what an imported one is here. */
const NO_CODE = { object: "", opcodes: "", sourceMap: "", linkReferences: {}, generatedSources: [] };

/** Hardhat's chain expects every contract of a syntax tree among the outputs. */
function withoutCode(files: CompilerOutput["contracts"] = {}): CompilerOutput["contracts"] {
  for (const contract of Object.values(files).flatMap((contracts) => Object.values(contracts))) {
    contract.evm = {
      methodIdentifiers: {},
      ...contract.evm,
      bytecode: NO_CODE,
      deployedBytecode: { ...NO_CODE, immutableReferences: {} },
    };
  }
  return files;
}

/** Hardhat takes the hooks of a plugin from the default export. */
const hooks = async (): Promise<Partial<SolidityHooks>> => ({
  // Hardhat leaves one core free, which on a machine with two is half of it.
  build: (context, roots, options, next) => next(context, roots, { concurrency: availableParallelism(), ...options }),

  // Hardhat asks for the code of every imported contract as well. Their code is made with settings of their own, so
  // only the files of this job are compiled; syntax trees of all, for stack traces, are a matter of a second.
  invokeSolc: async (...[context, compiler, input, settings, next]) => {
    const ask = (outputSelection: typeof input.settings.outputSelection) =>
      next(context, compiler, { ...input, settings: { ...input.settings, outputSelection } }, settings);
    const { compiler: usual, overrides } = buildProfile(context.config);
    const { "": ofFile = [], "*": ofContract = [] } = input.settings.outputSelection["*"] ?? {};
    const own = Object.keys(input.sources)
      .filter((source) => source.startsWith(PROJECT))
      .filter((source) => (overrides[source.slice(PROJECT.length)] ?? usual) === settings);
    const code = await ask(Object.fromEntries(own.map((source) => [source, { "*": ofContract }])));
    const trees = await ask({ "*": { "": ofFile, "*": ["abi", "evm.methodIdentifiers"] } });
    return { ...code, sources: trees.sources, contracts: { ...withoutCode(trees.contracts), ...code.contracts } };
  },

  getCompilationJobErrors: async (context, job, output, next) => {
    const found = await next(context, job, output);
    return found.filter((e) => e.severity === "error" || !isNoise(e.formattedMessage));
  },
});

export default hooks;
