import { deploy, type Deployment } from "#deploy";
import { toDeploymentFile } from "#deploy/deployments.ts";
import type { Chain } from "../chain/Chain.ts";
import { wallTime } from "../chain/clock.ts";
import { type Cast, createCast, treasuryOf } from "./cast.ts";
import type { Estate } from "./chapters/books.ts";
import { type Services, startServices } from "../local/startServices.ts";
import { playStory, STORY_LENGTH } from "./index.ts";
import type { Narrator } from "./narrator.ts";
import type { OpenedNetwork } from "./openNetwork.ts";
import { createStations } from "./stations.ts";

/** A chain that begins here has caught up with this machine's clock when the story is over. */
export const storyBegins = (): Date => new Date(Number(wallTime() - STORY_LENGTH) * 1_000);

export interface Played {
  readonly deployment: Deployment;
  readonly cast: Cast;
  readonly estate: Estate;
  readonly services: Services;
  readonly network: OpenedNetwork;
  /** Ends services and devices. */
  readonly stop: () => Promise<void>;
}

/** Deploys the system on a fresh chain and plays the story there, with services and devices of this machine. */
export async function playOn(chain: Chain, narrator: Narrator): Promise<Played> {
  const deployment = await deploy(treasuryOf(chain));
  const file = toDeploymentFile(deployment, "");
  const cast = createCast(file, chain);
  const { ada, ben, cleo } = cast;
  const services = await startServices({ file, provider: chain.provider, attesters: [ada, ben, cleo] });
  try {
    const stage = { chain, cast, narrator, services };
    const { estate, network } = await playStory(stage, createStations(file, chain.provider));
    const stop = async (): Promise<void> => {
      await network.stop();
      await services.stop();
    };
    return { deployment, cast, estate, services, network, stop };
  } catch (error) {
    await services.stop();
    throw error;
  }
}
