import { task } from "hardhat/config";
import { ArgumentType } from "hardhat/types/arguments";
import type { NewTaskDefinition } from "hardhat/types/tasks";
import type { Command } from "./Command.ts";
import { COMMON } from "./common.ts";
import type { Option } from "./option.ts";

/** Makes a Hardhat task of a command. Neither the action nor the SDK is loaded before it runs. */
export function toTask(command: Command): NewTaskDefinition {
  const { id, does, example, options } = command;
  const builder = task([...id], `${does}. Example: npx hardhat ${example}`);
  for (const [name, option] of Object.entries({ ...options, ...COMMON })) builder.addOption(toOption(name, option));
  return builder.setAction(async () => ({ default: (await import("./run.ts")).run(command) })).build();
}

function toOption(name: string, option: Option) {
  const described = { name, description: option.kind === "required" ? `${option.does} (required)` : option.does };
  if (option.kind === "flag") return { ...described, type: ArgumentType.FLAG, defaultValue: false };
  if (option.kind === "standard") return { ...described, type: ArgumentType.STRING, defaultValue: option.value };
  return { ...described, type: ArgumentType.STRING_WITHOUT_DEFAULT, defaultValue: undefined };
}
