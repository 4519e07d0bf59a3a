import { Parameter } from "#sdk/types/Proposal.ts";

export type ParameterName = keyof typeof Parameter;

/** What the chain counts, in words. */
export function nameOfParameter(counted: bigint): ParameterName {
  const names = Object.keys(Parameter) as ParameterName[];
  const found = names.find((name) => Parameter[name] === counted);
  if (found === undefined) throw new Error(`There is no parameter ${counted}`);
  return found;
}
