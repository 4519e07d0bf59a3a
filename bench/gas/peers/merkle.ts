import { type Contract, concat, keccak256, parseEther, solidityPackedKeccak256, Wallet, id } from "ethers";
import { warm } from "../Operation.ts";
import type { Stage } from "../Stage.ts";
import { compiled } from "./compile.ts";
import { at, type Code, codeIn, create, send } from "./contract.ts";
import { plainToken } from "./tokens.ts";

export const DISTRIBUTOR = "Uniswap merkle-distributor, one token";
export const SOLADY_DISTRIBUTOR = "Solady's Merkle proof, one token";

const LEAVES = 1_024;
const AMOUNT = parseEther("10");
const FUNDS = parseEther("100000");

/** Claims of those who hold the token already. */
const claim = (code: () => Code) => async (stage: Stage) => {
  const owner = await stage.account("owner");
  const accounts = Array.from({ length: LEAVES }, (_, index) => accountOf(index));
  const levels = levelsOf(accounts.map((account, index) => leafOf(index, account)));
  const token = await plainToken(owner);
  const distributor: Contract = await create(owner, code(), at(token), levels.at(-1)?.[0]);
  await send(token, "transfer", at(distributor), FUNDS);
  return warm(async (index) => {
    const account = accounts[index] ?? "";
    await send(token, "transfer", account, AMOUNT);
    return send(distributor, "claim", index, account, AMOUNT, proofOf(levels, index));
  });
};

const accountOf = (index: number): string => new Wallet(id(`account ${index}`)).address;

const leafOf = (index: number, account: string): string =>
  solidityPackedKeccak256(["uint256", "address", "uint256"], [index, account, AMOUNT]);

type Levels = readonly (readonly string[])[];

/** All levels of a full tree, whose nodes hash their children in ascending order. */
function levelsOf(leaves: readonly string[]): Levels {
  if (leaves.length === 1) return [leaves];
  const parents = Array.from({ length: leaves.length / 2 }, (_, n) =>
    keccak256(concat(leaves.slice(2 * n, 2 * n + 2).toSorted())),
  );
  return [leaves, ...levelsOf(parents)];
}

const proofOf = (levels: Levels, index: number): readonly string[] =>
  levels.slice(0, -1).map((level, height) => level[(index >>> height) ^ 1] ?? "");

export const merkle = {
  uniswap: claim(() => codeIn("@uniswap/merkle-distributor/build/MerkleDistributor.json")),
  solady: claim(() => compiled("SoladyDistributor")),
};
