import { contributeBy } from "../contribution/contributeBy.ts";
import type { Action } from "../tasks/Command.ts";
import type { ContributeArgs } from "./contributeOptions.ts";

interface UpdateArgs extends ContributeArgs {
  readonly parent: string;
  readonly parentFile: string | undefined;
}

const update: Action<UpdateArgs> = contributeBy;

export default update;
