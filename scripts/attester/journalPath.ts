import { deploymentPath } from "#deploy/deployments.ts";

export interface JournalArgs {
  readonly journal: string | undefined;
  readonly deployment: string | undefined;
}

/** Where attesters remember what they signed: beside the deployment file, unless the user names another place. */
export const journalPath = ({ journal, deployment }: JournalArgs, chainId: bigint): string =>
  journal ?? `${(deployment ?? deploymentPath(chainId)).replace(/\.json$/, "")}.attestations.jsonl`;
