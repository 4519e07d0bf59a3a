import { show, type Shown } from "#sdk/actions/dataset/show.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import type { Money } from "../output/Money.ts";
import type { Fact } from "../output/Outcome.ts";
import { price } from "../output/price.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { datasetFacts } from "./datasetFacts.ts";

interface ShowArgs {
  readonly dataset: string;
}

const showDataset: Action<ShowArgs> = async (args, context) => {
  const session = await openSession(context);
  const { token, money } = await datasetOf(session, args.dataset);
  const shown = await show(session.client, { token });
  return {
    title: `${shown.name} (${shown.symbol})`,
    facts: [
      ...datasetFacts(shown),
      ["metadata", `version ${shown.metadataVersion}, ${shown.contractUri}`],
      ...launchFacts(shown, money, session.alita),
      ...poolFacts(shown, money, session.alita),
    ],
    data: shown,
  };
};

const launchFacts = ({ launch, market }: Shown, data: Money, base: Money): readonly Fact[] => [
  ["maker", launch.maker],
  ["price", price(launch.priceX128, base)],
  ["price after the worst exit", price(launch.exitFloorPriceX128, base)],
  ["reserves", `${units(market.reserveData, data)}, ${units(market.reserveBase, base)}`],
  ["supply", units(launch.supply, data)],
  ["locked", `${units(launch.lockedData, data)} until ${formatTime(launch.lockedUntil)}`],
];

function poolFacts({ terms, status }: Shown, data: Money, base: Money): readonly Fact[] {
  const reward = terms.rewardInBase ? base : data;
  return [
    ["licence", `${units(status.price, base)} for ${formatDuration(terms.licencePeriod)}`],
    ["on sale", status.listed ? "yes" : "no"],
    ["compute unit", units(status.unitPrice, base)],
    ["contributions", status.contributionsOpen ? "open" : "closed"],
    ["least quality", formatBps(status.minQuality)],
    ["reward", `up to ${units(terms.maxIncentive, reward)} each, ${units(status.escrow, reward)} left`],
    ["stake", terms.staking ? units(status.totalStaked, reward) : "a pool without staking"],
    ["providers", status.cohort.toString()],
    ["challenge window", formatDuration(terms.challengeWindow)],
  ];
}

export default showDataset;
