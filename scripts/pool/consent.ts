import { writeFileSync } from "node:fs";
import { quoteContribute } from "#sdk/actions/pool/quoteContribute.ts";
import { signContribution } from "#sdk/actions/pool/signContribution.ts";
import { now } from "#sdk/chain/now.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { collect } from "../contribution/collect.ts";
import { amount } from "../input/amount.ts";
import { badInput } from "../input/badInput.ts";
import { duration } from "../input/duration.ts";
import type { Fact } from "../output/Outcome.ts";
import { toJson } from "../output/toJson.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";

interface ConsentArgs {
  readonly dataset: string;
  readonly attestations: string;
  readonly minReward: string | undefined;
  readonly validFor: string;
  readonly out: string;
}

const consent: Action<ConsentArgs> = async (args, context) => {
  const { client, dataset, pool, reward, user } = await openPool(context, args.dataset);
  const { contribution, assessment } = collect(args.attestations, pool);
  if (contribution.provider !== user) {
    throw badInput(`The contribution is ${contribution.provider}'s, not ${user}'s`, "Use its provider with --from");
  }
  const minReward =
    args.minReward === undefined
      ? await quoteContribute(client, { pool, contribution, assessment })
      : amount(args.minReward, "min-reward", reward);
  const { contentTag } = contribution;
  const deadline = (await now(client)) + duration(args.validFor, "valid-for");
  const terms = { pool, contentTag, minReward, deadline };
  const facts: readonly Fact[] = [
    ["contribution", contentTag],
    ["for at least", units(minReward, reward)],
    ["good until", formatTime(deadline)],
  ];
  const title = `that anybody may submit the contribution to ${dataset.symbol}`;
  if (context.dryRun) return { title: `Would sign ${title}`, facts, data: { dryRun: true, ...terms } };
  const signature = await signContribution(client, { pool, contribution, minReward, deadline });
  writeFileSync(args.out, `${toJson({ ...terms, signature })}\n`);
  return {
    title: `Signed ${title}`,
    facts: [...facts, ["written to", args.out]],
    data: { ...terms, signature },
  };
};

export default consent;
