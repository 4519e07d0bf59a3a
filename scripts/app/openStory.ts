import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DeploymentFile, toDeploymentFile } from "#deploy/deployments.ts";
import { serve, type ServedChain } from "../chain/serve.ts";
import { createNarrator } from "../story/narrator.ts";
import { type Played, playOn, storyBegins } from "../story/playOn.ts";
import { servePage } from "./servePage.ts";

/** The story's chain, services and devices with the page before them. */
export interface OpenedStory {
  readonly chain: ServedChain;
  readonly file: DeploymentFile;
  readonly played: Played;
  readonly url: string; // of the page
  readonly close: () => Promise<void>;
}

/** Plays the story in silence and serves the page built from the code as it is, from `firstPort` on; half a minute. */
export async function openStory(firstPort: number): Promise<OpenedStory> {
  const folder = mkdtempSync(join(tmpdir(), "datawell-app-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true })); // however it ends
  const chain = await serve(storyBegins(), firstPort);
  const played = await playOn(
    chain,
    createNarrator(() => {}),
  );
  const page = await servePage(chain, played, firstPort + 1, folder);
  const file = toDeploymentFile(played.deployment, chain.rpcUrl);
  return {
    chain,
    file,
    played,
    url: page.url,
    close: async () => {
      page.close();
      await played.stop();
      await chain.close();
    },
  };
}
