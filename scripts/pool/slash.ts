import { type Duplicate, findDuplicates } from "#sdk/actions/pool/findDuplicates.ts";
import { slash } from "#sdk/actions/pool/slash.ts";
import { badInput } from "../input/badInput.ts";
import { bytes32 } from "../input/bytes32.ts";
import type { Outcome } from "../output/Outcome.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface SlashArgs {
  readonly dataset: string;
  readonly older: string | undefined;
  readonly newer: string | undefined;
}

const slashCopy: Action<SlashArgs> = async (args, context) => {
  const { client, pool, reward } = await openPool(context, args.dataset);
  if (args.older === undefined && args.newer === undefined) return listed(await findDuplicates(client, { pool }));
  if (args.older === undefined || args.newer === undefined) {
    throw badInput(
      "A proof takes two contributions",
      "Give both --older and --newer, or neither to list what can be proven",
    );
  }
  const [older, newer] = [bytes32(args.older, "older"), bytes32(args.newer, "newer")];
  return send({
    intent: `prove that ${newer} is a near copy`,
    act: () => slash(client, { pool, older, newer }),
    tell: (proven) => ({
      title: `${proven.offender} lost ${units(proven.slashed, reward)} of stake`,
      facts: [
        ["equal lanes", `${proven.lanes} of 64`],
        ["reward given up", units(proven.forfeited, reward)],
        ["bounty", units(proven.bounty, reward)],
      ],
    }),
  });
};

const listed = (duplicates: readonly Duplicate[]): Outcome => ({
  title: duplicates.length === 0 ? "No near copy can be proven" : "Near copies that can be proven",
  table: {
    head: ["lanes", "older", "newer", "provider"],
    rows: duplicates.map(({ lanes, older, newer, offender }) => [lanes.toString(), older, newer, offender]),
  },
  data: { duplicates },
});

export default slashCopy;
