import { expect } from "chai";
import { getAddress } from "ethers";
import { identiconUrl } from "#sdk/tokenlist/identiconUrl.ts";
import { reject } from "../../scripts/browser/wallet/Prompt.ts";
import { useHouse } from "./harness/useHouse.ts";

interface ListedToken {
  readonly chainId: number;
  readonly address: string;
  readonly symbol: string;
  readonly decimals: number;
  readonly logoURI: string;
}

describe("Tokens outside the page", function () {
  const { house, meet } = useHouse(this);

  /** What the wallet was asked to show. */
  const asset = () => {
    const { token } = house().weather;
    return { type: "ERC20", options: { address: token, symbol: "WTHR", decimals: 18, image: identiconUrl(token) } };
  };

  it("are shown in the wallet when a button of the dataset's page is pressed", async () => {
    const user = await meet();
    await user.goes(`#/dataset/${house().weather.token}`);
    await user.sees("WTHR");
    expect(await user.text(), "nobody's wallet can be asked").to.not.include("in the wallet");
    await user.connects();
    await user.clicks("Show WTHR in the wallet");
    await user.sees("The wallet shows it");
    expect(user.wallet.prompts.at(-1)).to.deep.include({ kind: "watch", params: [asset()] });
  });

  it("are shown in the wallet from the portfolio as well, if its owner likes", async () => {
    const user = await meet({ keys: [house().provider.privateKey] });
    await user.goes("#/portfolio");
    await user.connects();
    user.wallet.decide = reject;
    await user.clicks("Show WTHR in the wallet");
    await user.sees("You declined in the wallet");
    expect(user.wallet.prompts.at(-1)).to.deep.include({ kind: "watch", params: [asset()] });
  });

  it("are listed in the standard beside the page, for any program, with pictures that need no server", async () => {
    const answer = await fetch(`${house().url}/tokenlist.json`);
    expect(answer.headers.get("access-control-allow-origin")).to.equal("*");
    const list = (await answer.json()) as { version: object; tokens: readonly ListedToken[] };
    const { token } = house().weather;
    const { chainId } = house().file;
    const weather = {
      chainId,
      address: token,
      name: "Weather",
      symbol: "WTHR",
      decimals: 18,
      logoURI: identiconUrl(token),
    };
    expect(list.tokens[0]).to.deep.equal(weather);
    expect(list.version).to.deep.equal({ major: 1, minor: list.tokens.length, patch: 0 });
    for (const { address, logoURI } of list.tokens) {
      expect(address).to.equal(getAddress(address));
      expect(logoURI).to.match(/^data:image\/svg\+xml,/);
    }
  });
});
