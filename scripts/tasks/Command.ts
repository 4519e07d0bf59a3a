import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Outcome } from "../output/Outcome.ts";
import type { Option, OptionFor } from "./option.ts";

/** Options that every command has. */
export interface Common {
  readonly from: string;
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly deployment: string | undefined;
}

/** What a command runs in. */
export interface Context extends Common {
  readonly hre: HardhatRuntimeEnvironment;
}

/** What a command does, the default export of its file. */
export type Action<A> = (args: A, context: Context) => Promise<Outcome>;

/** A command as it is declared: all that help and documentation need, and where its action is. */
export interface Declaration<A> {
  readonly id: readonly string[];
  readonly does: string;
  readonly example: string; // what follows `npx hardhat`
  readonly options: { readonly [K in keyof A]-?: OptionFor<A[K]> };
  readonly load: () => Promise<{ readonly default: Action<A> }>;
}

/** A command whose options are known by name only. */
export interface Command extends Omit<Declaration<never>, "options" | "load"> {
  readonly options: Readonly<Record<string, Option>>;
  readonly load: () => Promise<{ readonly default: Action<never> }>;
}

/** Declares a command; TypeScript holds its options against what its action takes. */
export const command = <A extends object>(declaration: Declaration<A>): Command => declaration as unknown as Command;
