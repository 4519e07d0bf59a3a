/**
 * `npm start -- [--port first] [--app-port first] [--deployment file]`: a local chain with the whole story on it and the
 * page to use it, for the wallets and programs of this machine, until Ctrl+C.
 *
 * The story takes weeks of chain time, so the chain begins in the past and has caught up with this machine's clock when
 * the story is over: a wallet sees the present, a chart sees history.
 */
import { rmSync } from "node:fs";
import { parseArgs, styleText } from "node:util";
import { deploymentPath, writeDeployment } from "#deploy/deployments.ts";
import { servePage } from "./app/servePage.ts";
import { build } from "./chain/build.ts";
import { LOCAL_CHAIN_ID } from "./chain/Chain.ts";
import { endWithStarters, removeAtExit } from "./chain/lifetime.ts";
import { serve } from "./chain/serve.ts";
import { closingLines } from "./story/closingLines.ts";
import { createNarrator } from "./story/narrator.ts";
import { playOn, storyBegins } from "./story/playOn.ts";
import { welcome } from "./story/welcome.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8545" },
    "app-port": { type: "string", default: "5173" },
    deployment: { type: "string", default: deploymentPath(LOCAL_CHAIN_ID) },
  },
});

endWithStarters();
rmSync(values.deployment, { force: true }); // of a chain that was killed
await build();
const chain = await serve(storyBegins(), Number(values.port));
const narrator = createNarrator();
const played = await playOn(chain, narrator);
removeAtExit(writeDeployment(played.deployment, chain.rpcUrl, values.deployment));
const page = await servePage(chain, played, Number(values["app-port"]));

for (const line of [...closingLines(narrator), ...(await welcome(chain, played))]) console.log(line);
console.log(styleText(["bold", "green"], `\nready: ${chain.rpcUrl}, the page: ${page.url}, Ctrl+C ends it`));
