import { contribute } from "#sdk/actions/pool/contribute.ts";
import { quoteContribute } from "#sdk/actions/pool/quoteContribute.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { badInput } from "../input/badInput.ts";
import type { Outcome } from "../output/Outcome.ts";
import { units } from "../output/units.ts";
import type { Named } from "../tasks/datasetOf.ts";
import { rewardMoney } from "../tasks/rewardMoney.ts";
import { send } from "../tasks/send.ts";
import type { Session } from "../tasks/Session.ts";
import type { Attested } from "./attestHere.ts";
import { readConsent } from "./ConsentFile.ts";
import { attesterSetOf, type SetArgs } from "./findAttesterSet.ts";

interface SubmitArgs extends SetArgs {
  readonly consent: string | undefined;
}

/**
 * Hands an attested contribution in, for no less than the reward that it is worth now; or, with its provider's consent,
 * for no less than that asks for.
 */
export async function submit(session: Session, dataset: Named, attested: Attested, args: SubmitArgs): Promise<Outcome> {
  const { client } = session;
  const { pool, symbol } = dataset;
  const [set, money, reward] = await Promise.all([
    attesterSetOf(session, pool, args),
    rewardMoney(session, dataset),
    quoteContribute(client, { pool, ...attested }),
  ]);
  const { contribution, assessment } = attested;
  const terms = args.consent === undefined ? { minReward: reward } : consented(args.consent, pool, attested);
  return send({
    intent: `contribute ${contribution.units} data units to ${symbol} for ${units(reward, money)}`,
    facts: [
      ["contribution", contribution.contentTag],
      ["quality", formatBps(assessment.quality)],
      ["novelty", formatBps(assessment.novelty)],
      ["good until", formatTime(assessment.deadline)],
    ],
    quote: { reward, ...attested },
    act: () => contribute(client, { pool, ...attested, set, ...terms }),
    tell: (accepted) => ({
      title: `Contributed ${contribution.units} data units to ${symbol} for ${units(accepted.reward, money)}`,
      facts: [
        ["contribution", accepted.contentTag],
        ["quality", formatBps(accepted.quality)],
        ["novelty", formatBps(accepted.novelty)],
      ],
    }),
  });
}

function consented(path: string, pool: string, { contribution }: Attested) {
  const { signature, contentTag, minReward, deadline, ...consent } = readConsent(path, "consent");
  if (consent.pool !== pool || contentTag !== contribution.contentTag) {
    throw badInput(`--consent is about ${contentTag}, not this contribution`, "Ask its provider for the right file");
  }
  return { minReward, deadline, providerSignature: signature };
}
