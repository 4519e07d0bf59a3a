import { writeFileSync } from "node:fs";
import { ZeroHash } from "ethers";
import { rule } from "#sdk/actions/attester/rule.ts";
import { settlementOf } from "#sdk/actions/compute/settlementOf.ts";
import { now } from "#sdk/chain/now.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { bytes32 } from "../input/bytes32.ts";
import { count } from "../input/count.ts";
import { duration } from "../input/duration.ts";
import { toJson } from "../output/toJson.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { readPayouts } from "./readPayouts.ts";

interface RuleArgs {
  readonly job: string;
  readonly payouts: string | undefined;
  readonly validFor: string;
  readonly deadline: string | undefined;
  readonly out: string;
}

const signRuling: Action<RuleArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const jobId = bytes32(args.job, "job");
  const payouts = args.payouts === undefined ? [] : readPayouts(args.payouts, "payouts");
  const { units, payoutRoot } = settlementOf(payouts, ZeroHash);
  const { deadline: given, validFor } = args;
  const deadline =
    given === undefined ? (await now(client)) + duration(validFor, "valid-for") : count(given, "deadline");
  const ruling = { jobId, units, payoutRoot, deadline };
  const what = units === 0n ? "that the consumer gets everything back" : `for ${units} units`;
  if (context.dryRun) return { title: `Would rule ${what}; nothing was signed`, data: { dryRun: true, ruling } };
  const signed = await rule(client, ruling);
  writeFileSync(args.out, `${toJson({ ruling, ...signed })}\n`);
  return {
    title: `${signed.attester} rules ${what}`,
    facts: [
      ["good until", `${formatTime(deadline)} (${deadline})`],
      ["written to", args.out],
    ],
    data: { ruling, ...signed },
  };
};

export default signRuling;
