import type { SolidityHooks } from "hardhat/types/hooks";

const POINTS_INTO_PACKAGE = /^\s*--> .*\b(?:node_modules|npm)\//m;

/** Hardhat takes the hooks of a plugin from the default export. */
const hooks = async (): Promise<Partial<SolidityHooks>> => ({
  getCompilationJobErrors: async (context, job, output, next) => {
    const found = await next(context, job, output);
    return found.filter((e) => e.severity === "error" || !POINTS_INTO_PACKAGE.test(e.formattedMessage ?? ""));
  },
});

export default hooks;
