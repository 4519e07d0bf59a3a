import { slashEquivocation } from "#sdk/actions/attester/slashEquivocation.ts";
import { readAttestation } from "../contribution/AttestationFile.ts";
import { badInput } from "../input/badInput.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";

interface SlashArgs {
  readonly one: string;
  readonly other: string;
}

const slash: Action<SlashArgs> = async (args, context) => {
  const { client, alita } = await openSession(context);
  const one = readAttestation(args.one, "one");
  const other = readAttestation(args.other, "other");
  if (one.attester !== other.attester || one.contribution.contentTag !== other.contribution.contentTag) {
    throw badInput("These attestations are not by one attester about one contribution", "Only those contradict");
  }
  const { attester, pool, contribution } = one;
  return send({
    intent: `slash ${attester} for two assessments of ${contribution.contentTag}`,
    act: () => slashEquivocation(client, { attester, pool, contribution, one, other }),
    tell: ({ reward, destroyed }) => ({
      title: `${attester} lost its bond`,
      facts: [
        ["reward", units(reward, alita)],
        ["destroyed", units(destroyed, alita)],
      ],
    }),
  });
};

export default slash;
