import { contributeBy } from "../contribution/contributeBy.ts";
import type { Action } from "../tasks/Command.ts";
import type { ContributeArgs } from "./contributeOptions.ts";

const contribute: Action<ContributeArgs> = contributeBy;

export default contribute;
