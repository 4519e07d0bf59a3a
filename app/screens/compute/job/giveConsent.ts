import { signConsent } from "#sdk/actions/compute/signConsent.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import type { Offer } from "#sdk/rounds/answers.ts";
import { engine } from "../engine/engineHere.ts";
import { told } from "../../../intents/told.ts";
import type { AskOfferParams } from "./askOffer.ts";

/**
 * Agrees to a settlement that was verified, so that it is final at once; takes one signature.
 * @throws DatawellError Rejected, BadInput: it does not fit, or it is too late
 */
export const giveConsent = (client: Datawell, params: AskOfferParams & { readonly offer: Offer }): Promise<void> =>
  told(async () => {
    const { url, jobId, job, task, offer } = params;
    const { connectConsumer, verifyOffer } = await engine();
    const settlement = verifyOffer({ jobId, job, task, offer });
    const signature = await signConsent(client, { job, settlement });
    await connectConsumer(url, { signer: signerOf(client), chainId: client.chainId }).consent(jobId, signature);
  });
