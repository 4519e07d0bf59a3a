import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { ElementHandle } from "puppeteer-core";
import { pool as pools } from "#sdk";
import { declaredFields } from "#sdk/metadata/declaredFields.ts";
import { approve, reject } from "../../scripts/browser/wallet/Prompt.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { hostileDocument } from "./harness/market/documents.ts";
import { useHouse } from "./harness/useHouse.ts";

/** Records of the one field that the dataset declares, whose name is an attack. */
function recordsOf(count: number): string {
  const [field] = declaredFields(hostileDocument());
  const lines = Array.from({ length: count }, (_, index) => `word ${(index * 7_919) % 997} of ${index}`);
  return [`"${field!.name.replaceAll('"', '""')}"`, ...lines].join("\n");
}

describe("Having records attested in the page", function () {
  const { house, meet } = useHouse(this);
  const folder = mkdtempSync(join(tmpdir(), "datawell-records-"));
  after(() => rmSync(folder, { recursive: true }));

  const kinds = (user: User) => user.wallet.prompts.slice(1).map(({ kind }) => kind);

  it("takes one signature, and the contribution one transaction", async () => {
    const { token, pool } = house().hostile; // whose reward no other test is about
    const { address: provider, privateKey } = house().somebody();
    const user = await meet({ keys: [privateKey] });
    const accepted = () => pools.contributions(house().maker, { pool, provider });
    await user.goes(`#/dataset/${token}/contribute`);
    await user.connects();
    const file = join(folder, "words.csv");
    writeFileSync(file, recordsOf(300));
    const field = await user.page.waitForSelector("input[type=file]");
    await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
    await user.sees("Your wallet signs once");

    user.wallet.decide = reject;
    await user.clicks("Have it attested");
    await user.sees("You declined in the wallet");
    expect(kinds(user), "asked once, however many attesters there are").to.deep.equal(["sign"]);

    user.wallet.decide = approve;
    await user.clicks("Have it attested");
    await user.sees("2 attesters signed");
    expect(kinds(user)).to.deep.equal(["sign", "sign"]);
    const [asked] = user.wallet.prompts.at(-1)!.params as [
      { primaryType: string; message: { purpose: string; audiences: string[] } },
    ];
    expect(asked.primaryType).to.equal("Delegation");
    expect(asked.message.purpose).to.equal("Have records attested");
    expect(asked.message.audiences).to.have.length(2);
    expect(await accepted()).to.have.length(0);
    const kept = await user.page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("/draw/")));
    expect(kept, "the draw of each attester, so that none gets another").to.have.length(2);

    const named = /Contribute for [\d.,]+ \S+/;
    const [contribute] = named.exec(await user.sees(named))!;
    await user.clicks(contribute);
    await user.sees(/Accepted for [\d.,]+ /);
    expect(kinds(user)).to.deep.equal(["sign", "sign", "send"]);
    expect(await accepted()).to.have.length(1);
  });
});
