import { jobId } from "#sdk/actions/compute/jobId.ts";
import { TABS } from "../../../app/screens/dataset/tabs.ts";
import type { Spot } from "./addresses.ts";
import { datasetOf, type Story } from "./useStory.ts";

const JOBS = ["answered", "unanswered", "disputed"];

/** What only a market with a history shows: jobs, slashings, votes that were taken, stakes, devices. */
export function storySpots(story: Story): readonly Spot[] {
  const { cast, estate } = story.played;
  const tab = (symbol: string, word: string): Spot => ({
    name: `${symbol}, ${word}`,
    hash: `#/dataset/${datasetOf(story, symbol).token}/${word}`,
  });
  return [
    { name: "catalogue", hash: "#/" },
    { name: "WTHR", hash: `#/dataset/${datasetOf(story, "WTHR").token}` },
    ...TABS.map(({ word }) => tab("WTHR", word)),
    tab("PNGN", "stake"), // it has none
    tab("CITY", "compute"),
    ...estate.jobs.map((job, index) => ({ name: `job ${JOBS[index]}`, hash: `#/compute/${jobId(job)}` })),
    { name: "compute", hash: `#/compute?dataset=${datasetOf(story, "CITY").token}`, shows: "You pay now" },
    ...[cast.mia, cast.olga, cast.carl].map(({ address }) => ({ name: "portfolio", hash: `#/portfolio/${address}` })),
  ];
}
