import { createEyes } from "../../../scripts/browser/user/createEyes.ts";
import type { User } from "../../../scripts/browser/user/createUser.ts";
import type { Story } from "./useStory.ts";

const STAGE_SECONDS = 61; // longer than any stage of a local round
const PATIENCE = 60_000; // milliseconds that devices may take to answer

/** Lets the devices answer the job that a page shows. The minute in which they may enrol passes at once. */
export async function untilSum({ played }: Story, user: User): Promise<void> {
  const { coordinator, skip, resync } = played.network;
  await user.sees(/5\d devices/);
  skip(STAGE_SECONDS);
  await coordinator.tick();
  resync();
  await createEyes(user.page, PATIENCE).sees(/(nothing but the sum|Settled on chain): at hand/);
}
