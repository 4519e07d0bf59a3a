import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect } from "chai";
import { appDeployment } from "../../scripts/app/appDeployment.ts";
import { buildApp } from "../../scripts/app/buildApp.ts";
import { settled } from "./harness/looks.ts";
import { useHouse } from "./harness/useHouse.ts";

const FOLDER = "/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi/";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

describe("The built page", function () {
  const { house, meet } = useHouse(this);
  const folder = mkdtempSync(join(tmpdir(), "datawell-static-"));

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("works in any folder of any host, which only has to give out files", async () => {
    await buildApp(folder);
    const asked: string[] = [];
    const server = createServer(({ url = "" }, response) => {
      asked.push(url);
      const name = url.slice(FOLDER.length) || "index.html";
      const isOurs = url.startsWith(FOLDER) && !name.includes("..");
      try {
        const file = name === "deployment.json" ? JSON.stringify(appDeployment(house().file, {})) : undefined;
        const body = isOurs ? (file ?? readFileSync(join(folder, name))) : undefined;
        response.writeHead(body === undefined ? 404 : 200, { "content-type": TYPES[extname(name)] ?? "text/plain" });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const { port } = server.address() as AddressInfo;
      const user = await meet({ url: `http://127.0.0.1:${port}${FOLDER.slice(0, -1)}` });
      await user.goes("#/");
      await user.sees("Weather");
      await user.goes(`#/dataset/${house().weather.token}/trade`);
      await user.page.reload();
      await settled(user);
      await user.sees("You pay ALITA");
      expect(asked.filter((url) => !url.startsWith(FOLDER))).to.deep.equal([]);
      expect(asked).to.include(`${FOLDER}deployment.json`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
