import { claimFee } from "#sdk/actions/compute/claimFee.ts";
import { claimMany } from "#sdk/actions/compute/claimMany.ts";
import { payoutClaims } from "#sdk/actions/compute/payoutClaims.ts";
import { badInput } from "../input/badInput.ts";
import { list } from "../input/list.ts";
import { eighteen } from "../output/Money.ts";
import type { Outcome } from "../output/Outcome.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import type { Session } from "../tasks/Session.ts";
import { whoIs } from "../tasks/whoIs.ts";
import { readSettlement, type SettlementFile } from "./SettlementFile.ts";

interface ClaimArgs {
  readonly settlements: string;
  readonly provider: string | undefined;
  readonly fee: boolean;
}

const claim: Action<ClaimArgs> = async (args, context) => {
  const session = await openSession(context);
  const files = list(args.settlements).map((path) => readSettlement(path, "settlements"));
  if (args.fee) return payFee(session, files);
  const provider = whoIs(session, args.provider ?? session.user, "provider");
  const claims = files.flatMap(({ job, payouts }) =>
    payoutClaims(job, payouts).filter(({ payout }) => payout.provider.toLowerCase() === provider.toLowerCase()),
  );
  if (claims.length === 0) throw badInput(`These settlements owe ${provider} nothing`, "Check --provider or --from");
  return send({
    intent: `claim ${claims.length} payouts for ${provider}`,
    act: () => claimMany(session.client, claims),
    tell: ({ base, data }) => ({
      title: `${provider} got ${units(base, session.alita)}`,
      facts: data.map(({ jobId, amount }) => [`job ${jobId}`, units(amount, eighteen("Data Token"))] as const),
    }),
  });
};

async function payFee({ client, alita }: Session, files: readonly SettlementFile[]): Promise<Outcome> {
  const [file] = files;
  if (file === undefined || files.length > 1) throw badInput("A fee is paid job by job", "Name one settlement file");
  return send({
    intent: `pay the coordinator of job ${file.jobId}`,
    act: () => claimFee(client, file),
    tell: ({ coordinator, amount }) => ({ title: `${coordinator} got its fee of ${units(amount, alita)}` }),
  });
}

export default claim;
