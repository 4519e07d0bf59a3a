import type { Mutant, Verdict } from "./Mutant.ts";

/** Survivors that were looked at, by key, each with the reason why no test should notice. */
export type Accepted = Readonly<Record<string, string>>;

export interface Score {
  readonly killed: number;
  /** Mutants that count: those accepted do not. */
  readonly counted: number;
  readonly accepted: number;
  readonly survivors: readonly (Mutant & { readonly fate: "survived" | "uncovered" })[];
  /** Keys on the list of accepted survivors that a test kills after all. */
  readonly outdated: readonly string[];
}

/** The score of the mutants that were tried. */
export function scoreOf(mutants: readonly Mutant[], verdicts: ReadonlyMap<string, Verdict>, accepted: Accepted): Score {
  const tried = mutants.flatMap((mutant) => {
    const verdict = verdicts.get(mutant.key);
    return verdict ? [{ mutant, fate: verdict.fate }] : [];
  });
  const killed = tried.filter(({ fate }) => fate === "killed");
  const alive = tried.flatMap(({ mutant, fate }) => (fate === "killed" ? [] : [{ ...mutant, fate }]));
  const survivors = alive.filter(({ key }) => !(key in accepted));
  return {
    killed: killed.length,
    counted: killed.length + survivors.length,
    accepted: alive.length - survivors.length,
    survivors,
    outdated: killed.map(({ mutant }) => mutant.key).filter((key) => key in accepted),
  };
}

/** Killed share of what counts, in per cent. */
export const percentOf = ({ killed, counted }: Score): number => (counted === 0 ? 100 : (100 * killed) / counted);

const short = (text: string): string => text.replace(/\s+/g, " ").trim() || "(nothing)";

/** One line per survivor, then the score. */
export function describeScore(score: Score, goal: number): string {
  const survivors = score.survivors.map(
    ({ file, line, fate, operator, original, mutated }) =>
      `${file}:${line} ${fate} (${operator}): ${short(original)} -> ${short(mutated)}`,
  );
  const outdated = score.outdated.map((key) => `accepted, but killed: ${key}`);
  const share = `${score.killed} of ${score.counted} mutants killed, ${percentOf(score).toFixed(1)} %`;
  return [...survivors, ...outdated, `mutation: ${share} (goal ${goal} %), ${score.accepted} accepted`].join("\n");
}
