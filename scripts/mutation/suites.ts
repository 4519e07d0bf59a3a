import {
  CollectStackTraces,
  EdrContext,
  L1_CHAIN_TYPE,
  l1GenesisState,
  l1HardforkFromString,
  l1SolidityTestRunnerFactory,
  OSAKA,
  type Artifact,
  type SuiteResult,
} from "@nomicfoundation/edr";

export interface Effort {
  /** Whether every call of a test is a transaction of its own. */
  readonly isolate: boolean;
  readonly fuzz: number;
  readonly invariant: { readonly runs: number; readonly depth: number };
  /** What a test may spend, so that one that would not end does. */
  readonly gasLimit?: bigint;
}

/** The same random numbers at each run. */
const limits = ({ isolate, fuzz, invariant, gasLimit = 2n ** 30n }: Effort) => ({
  isolate,
  gasLimit,
  fuzz: { runs: fuzz, seed: `0x${"6d757461746500".padEnd(64, "0")}` },
  invariant: { ...invariant, shrinkRunLimit: 0 },
});

export interface SuiteRun {
  /** Tests that failed. */
  readonly failed: readonly string[];
  readonly milliseconds: number;
  /** Numbers reported by instrumented code that runs as recorder. */
  readonly reached: ReadonlySet<number>;
}

let context: Promise<EdrContext> | undefined;

async function createContext(): Promise<EdrContext> {
  const created = new EdrContext();
  await created.registerSolidityTestRunnerFactory(L1_CHAIN_TYPE, l1SolidityTestRunnerFactory());
  return created;
}

/** Runs one test contract. It finds the code of `others` by name, and its own in `suite`. */
export async function runSuite(suite: Artifact, others: readonly Artifact[], effort: Effort): Promise<SuiteRun> {
  context ??= createContext();
  const reached = new Set<number>();
  const note = async (hits: Uint8Array[]) => {
    for (const hit of hits) reached.add(Number(BigInt(`0x${Buffer.from(hit).toString("hex")}`)));
  };
  const config = {
    ...limits(effort),
    projectRoot: process.cwd(),
    hardfork: OSAKA,
    localPredeploys: l1GenesisState(l1HardforkFromString(OSAKA)),
    disableBlockGasLimit: true,
    disableTransactionGasCap: true,
    collectStackTraces: CollectStackTraces.OnFailure,
    observability: { codeCoverage: { onCollectedCoverageCallback: note } },
  };
  const started = performance.now();
  const edr = await context;
  const { testResults } = await new Promise<SuiteResult>((resolve, reject) => {
    // the result may come after the run is over
    edr
      .runSolidityTests(L1_CHAIN_TYPE, [suite, ...others], [suite.id], config, { buildInfos: [] }, resolve)
      .catch(reject);
  });
  return {
    failed: testResults.filter(({ status }) => status === "Failure").map(({ name }) => name),
    milliseconds: performance.now() - started,
    reached,
  };
}
