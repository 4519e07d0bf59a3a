/** `npm run demo`: the whole story on a chain inside this process. Fails if a single check in it fails. */
import { build } from "./chain/build.ts";
import { inProcess } from "./chain/inProcess.ts";
import { createNarrator } from "./story/narrator.ts";
import { playOn, storyBegins } from "./story/playOn.ts";
import { closingLines } from "./story/closingLines.ts";

await build();
const narrator = createNarrator();
const chain = await inProcess(storyBegins());
try {
  const { stop } = await playOn(chain, narrator);
  await stop();
} finally {
  await chain.close();
}
for (const line of closingLines(narrator)) console.log(line);
if (narrator.failures().length > 0) process.exitCode = 1;
