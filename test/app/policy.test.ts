import { expect } from "chai";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { PLACES } from "./harness/addresses.ts";
import { useHouse } from "./harness/useHouse.ts";
import { settled } from "./harness/looks.ts";

/** Notes in the page which directives refused something: the page's own and the header's do so both. */
const LISTEN = `globalThis.refused = new Set();
addEventListener("securitypolicyviolation", (event) => refused.add(event.effectiveDirective));`;

describe("The Content-Security-Policy of the page", function () {
  const { house, meet } = useHouse(this);

  async function watched(): Promise<User & { readonly refused: () => Promise<readonly string[]> }> {
    const user = await meet({ keys: [house().provider.privateKey] });
    await user.page.evaluateOnNewDocument(LISTEN);
    await user.goes("#/");
    return { ...user, refused: () => user.page.evaluate("[...refused]") as Promise<readonly string[]> };
  }

  it("refuses nothing that the page does, wherever one is", async function () {
    this.timeout(180_000);
    const user = await watched();
    await user.connects();
    for (const { hash } of PLACES) {
      await user.goes(hash(house()));
      await settled(user);
    }
    expect(await user.refused()).to.deep.equal([]);
  });

  it("is a header as well, for workers and against frames, and says the same", async () => {
    const answer = await fetch(house().url);
    const header = answer.headers.get("content-security-policy") ?? "";
    const own = /Content-Security-Policy"\s+content="([^"]+)"/.exec(await answer.text())?.[1];
    expect(header).to.equal(`${own}; frame-ancestors 'none'`);
    expect(own).to.match(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
    expect(own, "nothing is loosened").to.not.include("unsafe");
  });

  const ATTEMPTS = {
    "script-src-elem": `const one = document.createElement("script");
      one.textContent = "globalThis.stolen = true"; document.body.append(one)`,
    "script-src-attr": `const one = document.createElement("p");
      document.body.append(one); one.setAttribute("onclick", "globalThis.stolen = true"); one.click()`,
    "script-src": `try { Function("globalThis.stolen = true")() } catch {}`,
    "style-src-elem": `const one = document.createElement("style");
      one.textContent = "body { display: none }"; document.head.append(one)`,
    "img-src": `new Image().src = "https://example.org/pixel.png"`,
    "connect-src": `fetch("http://example.org/").catch(() => {})`,
    "form-action": `const one = document.createElement("form");
      one.action = "https://example.org/"; document.body.append(one); one.submit()`,
    "frame-src": `const one = document.createElement("iframe");
      one.src = "https://example.org/"; document.body.append(one)`,
    "base-uri": `const one = document.createElement("base");
      one.href = "https://example.org/"; document.head.append(one)`,
  };

  for (const [directive, attempt] of Object.entries(ATTEMPTS)) {
    it(`refuses what ${directive} is about`, async () => {
      const user = await watched();
      // what runs by the debugger's hand may do more than the page may, so the page does it by a timer of its own
      await user.page.evaluate(`setTimeout(() => { ${attempt} })`);
      await user.until("Nothing was refused", async () => (await user.refused()).length > 0);
      expect(await user.refused()).to.deep.equal([directive]);
      expect(await user.page.evaluate("globalThis.stolen")).to.equal(undefined);
      user.forgives(/Content Security Policy/);
    });
  }
});
