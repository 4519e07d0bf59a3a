import { expect } from "chai";
import { httpsLink } from "../../../app/data/words/httpsLink.ts";
import { imitations } from "../../../app/data/words/imitations.ts";
import { isMixedScript } from "../../../app/data/words/isMixedScript.ts";
import { shownNames } from "../../../app/data/words/shownNames.ts";
import { safeLines, safeText } from "../../../app/data/words/safeText.ts";
import { explorerLink } from "../../../app/shell/explorerLink.ts";
import { skeletonOf } from "../../../app/data/words/skeletonOf.ts";

const named = (token: string, symbol: string, name = `Dataset ${token}`) => ({ token, name, symbol });

describe("the words of strangers", () => {
  describe("a safe text", () => {
    it("leaves what a person writes as it is, in any script", () => {
      for (const text of ["Wetter von Zürich", "天気", "الطقس", "Погода", "½ × 3 €", "🌦"]) {
        expect(safeText(text)).to.equal(text);
      }
    });

    it("shows what turns, hides or ends a line", () => {
      expect(safeText("WTHR\u202Egpj")).to.equal("WTHR\uFFFDgpj"); // right-to-left override
      expect(safeText("WT\u200BHR")).to.equal("WT\uFFFDHR"); // zero width space
      expect(safeText("WTHR\u0000\u0007")).to.equal("WTHR\uFFFD\uFFFD");
      expect(safeText("WTHR\uE000")).to.equal("WTHR\uFFFD"); // private use
      expect(safeText("WTHR\u3164")).to.equal("WTHR\uFFFD"); // an invisible letter
      expect(safeText("\uD800WTHR")).to.equal("\uFFFDWTHR"); // half a pair
      expect(safeText("a\r\n\tb\u2028c")).to.equal("a b c");
    });

    it("keeps two marks on a letter and no more", () => {
      expect(safeText("e\u0301\u0302")).to.equal("e\u0301\u0302");
      expect(safeText(`e${"\u0301".repeat(500)}`, 50)).to.equal("e\u0301\u0301");
    });

    it("ends after as many characters as it may have, never within one", () => {
      expect(safeText("🌦🌦🌦", 3)).to.equal("🌦🌦🌦");
      expect(safeText("🌦🌦🌦🌦", 3)).to.equal("🌦🌦🌦…");
    });

    it("takes no longer for a giant text", () => {
      const giant = "\u0301x".repeat(5_000_000);
      const begun = performance.now();
      expect([...safeText(giant)]).to.have.length(121);
      expect(performance.now() - begun).to.be.lessThan(1_000);
    });

    it("has a line for each paragraph", () => {
      expect(safeLines("one\n\n\u202Etwo\r\nthree ")).to.deep.equal(["one", "\uFFFDtwo", "three"]);
    });
  });

  describe("a link", () => {
    it("leads to https alone", () => {
      expect(httpsLink("https://example.org/a?b#c")).to.equal("https://example.org/a?b#c");
      const bad = [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "http://example.org",
        "//example.org",
        "blob:https://example.org/1",
        "https://bank.example@evil.example/",
        "example.org",
        `https://example.org/${"a".repeat(2_000)}`,
      ];
      for (const text of bad) expect(httpsLink(text), text.slice(0, 40)).to.equal(undefined);
    });
  });

  describe("a link to a transaction", () => {
    it("leads into the deployment's explorer, by https alone", () => {
      expect(explorerLink("https://explorer.example/", "0x12")).to.equal("https://explorer.example/tx/0x12");
      expect(explorerLink("https://explorer.example", "../x")).to.equal("https://explorer.example/tx/..%2Fx");
      for (const url of [undefined, "", "http://explorer.example", "javascript:alert(1)//"]) {
        expect(explorerLink(url, "0x12"), url).to.equal(undefined);
      }
    });
  });

  describe("what looks alike", () => {
    it("has one skeleton", () => {
      const pairs = [
        ["WTHR", "wthr"],
        ["WTHR", "W T-H.R"],
        ["WTHR", "ＷＴＨＲ"], // full width
        ["WTHR", "WTНR"], // Cyrillic En
        ["ALITA", "АLІТА"], // Cyrillic A, I, Te
        ["ALITA", "AL1TA"],
        ["ALITA", "Al\u200Bita"],
        ["CITY", "CÍTY"],
        ["FOOD", "F00D"],
        ["modern", "modem"],
        ["KOPA", "ΚΟΡΑ"], // Greek
      ] as const;
      for (const [one, other] of pairs) expect(skeletonOf(one), other).to.equal(skeletonOf(other));
    });

    it("is not everything", () => {
      for (const [one, other] of [
        ["WTHR", "WTHS"],
        ["天気", "天天"],
        ["🌦", "🌧"],
      ] as const) {
        // prettier-ignore
        expect(skeletonOf(one)).not.to.equal(skeletonOf(other));
      }
    });

    it("is marked on those that came later, and never on the first", () => {
      const all = [named("A", "ALITA", "ALITA"), named("1", "WTHR", "Weather"), named("2", "FLGT", "Flights")];
      const found = imitations([
        ...all,
        named("3", "WΤHR", "Something"),
        named("4", "NEW", "Wеather"),
        named("5", "A1ITA"),
      ]);
      expect([...found].map(([token, { of, by }]) => [token, of.token, by])).to.deep.equal([
        ["3", "1", "symbol"],
        ["4", "1", "name"],
        ["5", "A", "symbol"],
      ]);
    });

    it("points at the first of many, not at another imitation", () => {
      const found = imitations([named("1", "WTHR"), named("2", "WТHR"), named("3", "WTНR")]);
      expect(found.get("3")?.of.token).to.equal("1");
    });

    it("never stands alone where people act: its address is beside it", () => {
      const fake = { ...named("0x1234567890123456789012345678901234567890", "ALITA", "\u202EAlita"), rows: 3 };
      const found = imitations([named("0x", "ALITA"), fake]);
      const { symbol, name, rows } = shownNames(fake, found.get(fake.token));
      expect([symbol, name, rows]).to.deep.equal(["ALITA (0x1234…7890)", "\uFFFDAlita", 3]);
      expect(shownNames(fake, undefined).symbol).to.equal("ALITA");
    });

    it("is a mixture of alphabets even if nothing is imitated", () => {
      expect(isMixedScript("Pаypal")).to.equal(true); // Cyrillic а
      for (const text of ["Weather 2026", "Погода 2026", "天気 weather", "Καιρός"]) {
        expect(isMixedScript(text), text).to.equal(false);
      }
    });
  });
});
