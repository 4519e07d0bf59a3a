import { deploy, type Deployment } from "#deploy";
import { toDeploymentFile } from "#deploy/deployments.ts";
import type { Chain } from "../chain/Chain.ts";
import { wallTime } from "../chain/clock.ts";
import { type Cast, createCast, treasuryOf } from "./cast.ts";
import type { Estate } from "./chapters/books.ts";
import { playStory, STORY_LENGTH } from "./index.ts";
import type { Narrator } from "./narrator.ts";

/** A chain that begins here has caught up with this machine's clock when the story is over. */
export const storyBegins = (): Date => new Date(Number(wallTime() - STORY_LENGTH) * 1_000);

export interface Played {
  readonly deployment: Deployment;
  readonly cast: Cast;
  readonly estate: Estate;
}

/** Deploys the system on a fresh chain and plays the story there. */
export async function playOn(chain: Chain, narrator: Narrator): Promise<Played> {
  const deployment = await deploy(treasuryOf(chain));
  const cast = createCast(toDeploymentFile(deployment, ""), chain);
  const estate = await playStory({ chain, cast, narrator });
  return { deployment, cast, estate };
}
