import type { Datawell } from "../../chain/datawell.ts";
import {
  type ContributionConsentParams,
  contributionConsentMessage,
} from "../../signing/contributionConsentMessage.ts";
import { sign } from "../../signing/sign.ts";

/**
 * The provider signs that anybody may submit its contribution, with at least that reward and until that time.
 * @throws DatawellError NoSigner, Rejected
 */
export const signContribution = (client: Datawell, params: ContributionConsentParams): Promise<string> =>
  sign(client, contributionConsentMessage(client, params));
