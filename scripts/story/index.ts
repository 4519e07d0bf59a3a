import { catchUp } from "../chain/clock.ts";
import { bondAttesters } from "./chapters/attesters.ts";
import { closeBooks, type Estate } from "./chapters/books.ts";
import { closePenguins } from "./chapters/closePenguins.ts";
import { openCommons } from "./chapters/commons.ts";
import { askDevices } from "./chapters/askDevices.ts";
import { slashCopyist } from "./chapters/copyist.ts";
import { ruleDispute } from "./chapters/dispute.ts";
import { takeEarnings } from "./chapters/earnings.ts";
import { slashAttester } from "./chapters/equivocation.ts";
import { changeParameter } from "./chapters/governance.ts";
import { launchCities } from "./chapters/launchCities.ts";
import { launchPenguins } from "./chapters/launchPenguins.ts";
import { launchWeather } from "./chapters/launchWeather.ts";
import { leave } from "./chapters/leave.ts";
import { sellLicences } from "./chapters/licences.ts";
import { trade } from "./chapters/market.ts";
import { offerPrices } from "./chapters/offers.ts";
import { provideCities } from "./chapters/provideCities.ts";
import { providePenguins } from "./chapters/providePenguins.ts";
import { provideWeather } from "./chapters/provideWeather.ts";
import { reallocatePenguins } from "./chapters/reallocate.ts";
import { claimAndStake } from "./chapters/stake.ts";
import { refundAfterTimeout } from "./chapters/timeout.ts";
import { updateWeather } from "./chapters/update.ts";
import { DOUBT, HOPE, tradeForAWeek } from "./chapters/week.ts";
import { type OpenedNetwork, openNetwork } from "./openNetwork.ts";
import type { Stage } from "./Stage.ts";
import type { Station } from "./stations.ts";
import { DAY, HOUR, wait } from "./time.ts";

/** Chain time that the story needs, seconds. */
export const STORY_LENGTH = 32n * DAY;

export interface Ended {
  readonly estate: Estate;
  /** Still open: the devices go on answering. */
  readonly network: OpenedNetwork;
}

/** Datasets from launch to closing, with real data, played by twenty people and by devices of many more. */
export async function playStory(stage: Stage, stations: readonly Station[]): Promise<Ended> {
  const attesters = await bondAttesters(stage);
  const weather = await launchWeather(stage, attesters);
  const penguins = await launchPenguins(stage, attesters);
  await trade(stage, weather, penguins);
  await tradeForAWeek(stage, weather, HOPE);

  const years = await provideWeather(stage, weather);
  const islands = await providePenguins(stage, penguins);
  await claimAndStake(stage, weather, years);
  await slashCopyist(stage, weather, years);

  await sellLicences(stage, weather);
  await offerPrices(stage, weather, penguins);
  await changeParameter(stage, weather);
  const lastQuarter = await updateWeather(stage, weather, years);

  const slices = [...Object.values(years), lastQuarter];
  const unanswered = await refundAfterTimeout(stage, weather);
  const disputed = await ruleDispute(stage, weather, slices);

  await reallocatePenguins(stage, penguins, islands);
  await takeEarnings(stage, weather, penguins);
  await leave(stage, weather);
  await closePenguins(stage, penguins);
  const { flights, parts } = await openCommons(stage, attesters);
  const cities = await launchCities(stage, attesters);
  const { joined, contributions } = await provideCities(stage, cities, stations);
  await slashAttester(stage, weather);
  await tradeForAWeek(stage, weather, DOUBT);

  await wait(stage, HOUR, "the market of CITY has a price that nobody can bend in a moment");
  await catchUp(stage.chain); // devices and services live by this machine's clock
  const network = await openNetwork(stage, { pool: cities.pool, stations, contributions });
  const answered = await askDevices(stage, cities, joined, network);

  const estate = {
    datasets: [weather, penguins, flights, cities],
    contributed: [slices, islands, parts, joined],
    jobs: [answered, unanswered, disputed],
    stations,
  };
  await closeBooks(stage, estate);
  return { estate, network };
}
