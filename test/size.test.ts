import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect } from "chai";
import { getBytes } from "ethers";
import { artifacts } from "hardhat";

const MAX_CODE_SIZE = 24_576; // bytes, EIP-170
const MAX_INIT_CODE_SIZE = 49_152; // bytes, EIP-3860

const names = readdirSync(new URL("../contracts", import.meta.url))
  .filter((file) => file.endsWith(".sol"))
  .map((file) => basename(file, ".sol"));

describe("code size", () => {
  for (const name of names) {
    it(`of ${name} is within what a chain accepts`, async () => {
      const { bytecode, deployedBytecode } = await artifacts.readArtifact(`contracts/${name}.sol:${name}`);
      expect(getBytes(deployedBytecode).length, "code").to.be.within(1, MAX_CODE_SIZE);
      expect(getBytes(bytecode).length, "init code").to.be.at.most(MAX_INIT_CODE_SIZE);
    });
  }
});
