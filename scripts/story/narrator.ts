import { styleText } from "node:util";
import { DatawellError } from "#sdk/errors/DatawellError.ts";

/** Tells a story and checks it: what must hold is said with its numbers, and what did not hold is remembered. */
export interface Narrator {
  readonly chapter: (title: string) => void;
  /** A sentence, and the requirements (docs/requirements) that it shows. */
  readonly tell: (sentence: string, ...requirements: readonly string[]) => void;
  readonly check: (claim: string, holds: boolean) => void;
  readonly equal: <T>(claim: string, actual: T, expected: T, show?: (value: T) => string) => void;
  /** The action must fail with this error. */
  readonly refuses: (claim: string, error: string, action: Promise<unknown>) => Promise<void>;
  readonly passed: () => number;
  readonly failures: () => readonly string[];
}

export function createNarrator(print: (line: string) => void = console.log): Narrator {
  let chapters = 0;
  let passed = 0;
  const failures: string[] = [];

  function check(claim: string, holds: boolean): void {
    if (holds) passed++;
    else failures.push(claim);
    const mark = holds ? styleText("green", "ok    ") : styleText(["red", "bold"], "FAILED");
    print(`   ${mark}  ${claim}`);
  }

  return {
    chapter: (title) => print(`\n${styleText(["bold", "cyan"], `${++chapters}. ${title}`)}`),
    tell: (sentence, ...requirements) => {
      const ids = requirements.map((id) => `[${id}]`).join(" ");
      print(`   ${sentence}${ids && ` ${styleText("dim", ids)}`}`);
    },
    check,
    equal: (claim, actual, expected, show = String) => {
      const same = actual === expected;
      check(`${claim}: ${show(actual)}${same ? "" : `, not ${show(expected)}`}`, same);
    },
    refuses: async (claim, error, action) => {
      const found = await failure(action);
      const said = found instanceof DatawellError ? found.message : String(found ?? "it went through");
      check(`refused, ${claim}: ${said}`, found instanceof DatawellError && found.name === error);
    },
    passed: () => passed,
    failures: () => failures,
  };
}

const failure = (action: Promise<unknown>): Promise<unknown> =>
  action.then(
    () => undefined,
    (error: unknown) => error,
  );
