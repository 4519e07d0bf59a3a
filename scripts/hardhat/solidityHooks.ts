import type { SolidityHooks } from "hardhat/types/hooks";

const POINTS_INTO_PACKAGE = /^\s*--> .*\b(?:node_modules|npm)\//m;

/** Said of copies that a test carries too, compiled for speed; test/size.test.ts judges what is deployed. */
const IS_ABOUT_SIZE = /^Warning: Contract (?:code|initcode) size is/;

const isNoise = (warning = ""): boolean => POINTS_INTO_PACKAGE.test(warning) || IS_ABOUT_SIZE.test(warning);

/** Hardhat takes the hooks of a plugin from the default export. */
const hooks = async (): Promise<Partial<SolidityHooks>> => ({
  getCompilationJobErrors: async (context, job, output, next) => {
    const found = await next(context, job, output);
    return found.filter((e) => e.severity === "error" || !isNoise(e.formattedMessage));
  },
});

export default hooks;
