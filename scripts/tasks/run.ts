import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";
import { errorResult, successfulResult } from "hardhat/utils/result";
import { badInput } from "../input/badInput.ts";
import { render } from "../output/render.ts";
import { toJson } from "../output/toJson.ts";
import type { Action, Command, Common } from "./Command.ts";
import { explainFault } from "./explainFault.ts";
import { optionText } from "./optionText.ts";

type Values = Readonly<Record<string, unknown>> & Common;

/**
 * Runs a command and prints its outcome to stdout, or its fault to stderr. A fault that nobody foresaw is left to
 * Hardhat, which knows its own.
 */
export const run = (command: Command) => async (given: TaskArguments, hre: HardhatRuntimeEnvironment) => {
  const values = given as Values;
  try {
    checkRequired(command, values);
    const action = (await command.load()).default as unknown as Action<Values>;
    const outcome = await action(values, { ...values, hre });
    console.log(values.json ? toJson(outcome.data) : render(outcome));
    return successfulResult(outcome);
  } catch (error) {
    const fault = explainFault(error);
    if (fault === undefined) throw error;
    console.error(values.json ? toJson(fault) : `Error: ${fault.message}.\n${fault.remedy}.`);
    return errorResult(error);
  }
};

function checkRequired({ options, example }: Command, values: Values): void {
  const missing = Object.keys(options).filter((name) => options[name]?.kind === "required" && !values[name]);
  if (missing.length === 0) return;
  const [verb, names] = [missing.length === 1 ? "is" : "are", missing.map(optionText).join(", ")];
  throw badInput(`${names} ${verb} missing`, `Write for example: npx hardhat ${example}`);
}
