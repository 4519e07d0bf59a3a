import { readFileSync } from "node:fs";
import { expect } from "chai";
import { tasks } from "hardhat";
import { cliSource } from "../../scripts/generate/cliSource.ts";
import { COMMON } from "../../scripts/tasks/common.ts";
import { COMMANDS, GROUPS } from "../../scripts/tasks/index.ts";
import { optionText } from "../../scripts/tasks/optionText.ts";

const optionsOf = (example: string): string[] => example.match(/(?<= )--[a-z-]+/g) ?? [];

describe("docs/cli.md", () => {
  it("is what `npm run build` makes of the commands today", () => {
    const kept = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8");
    expect(kept === cliSource(COMMANDS), "run `npm run build` and commit docs/cli.md").to.equal(true);
  });

  it("tells every task of every group", () => {
    for (const group of Object.keys(GROUPS)) {
      const registered = [...tasks.getTask(group).subtasks.keys()];
      const told = COMMANDS.filter(({ id }) => id[0] === group && id.length === 2).map(({ id }) => id[1]);
      expect(told, group).to.have.members(registered);
    }
  });

  it("gives examples that the commands understand", () => {
    for (const { id, example, options } of COMMANDS) {
      expect(example.startsWith(id.join(" ")), example).to.equal(true);
      const known = Object.keys({ ...options, ...COMMON, network: "" }).map(optionText);
      expect(known, example).to.include.members(optionsOf(example));
      const required = Object.keys(options).filter((name) => options[name]?.kind === "required");
      expect(optionsOf(example), example).to.include.members(required.map(optionText));
    }
  });

  it("loads the action of every command", async () => {
    for (const { id, load } of COMMANDS) expect((await load()).default, id.join(" ")).to.be.a("function");
  });
});
