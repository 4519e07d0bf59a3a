import { tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { badInput } from "../input/badInput.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import type { Session } from "../tasks/Session.ts";

/** Which document is meant: by its content address, or that of a dataset as the chain has it now. */
export interface DocumentArgs {
  readonly cid: string | undefined;
  readonly dataset: string | undefined;
}

/** Its content address. */
export async function documentOf(session: Session, { cid, dataset }: DocumentArgs): Promise<string> {
  if (cid !== undefined) return cid;
  if (dataset === undefined) throw badInput("Neither --cid nor --dataset is given", "Say which document is meant");
  const { token } = await datasetOf(session, dataset);
  const uri = await read(session.client, tokenAt(token), "contractURI", []); // ERC-7572
  return uri.replace(/^ipfs:\/\//, "");
}
