import { expect } from "chai";
import { type BaseContract, type FunctionFragment, MaxUint256, type ParamType, parseEther, ZeroHash } from "ethers";
import { ethers, system } from "../fixtures/system.ts";
import { seeded } from "../fixtures/random.ts";

const TRIES = 48; // calls of each function
const BATCH = 24; // of them in a transaction

/** Everybody has approved everything to every contract, and a stranger calls every function of every contract. */
describe("T4: a stranger at every door", () => {
  async function stage() {
    const world = await system();
    const { alita, factory, registry, billing, router, maker, alice, bob, carol } = world;
    const people = [maker, alice, bob, carol];
    const { token, pair, pool } = await world.launch();
    const contracts: BaseContract[] = [alita, token, pair, pool, factory, registry, billing, router];
    for (const person of people) {
      for (const spender of contracts) {
        for (const coin of [alita, token, pair]) await coin.connect(person).approve(spender, MaxUint256);
      }
    }
    for (const person of people.slice(1)) {
      await pair.connect(person).swapExactIn(alita, parseEther("1000"), 0, person, MaxUint256);
      await pair.connect(person).addLiquidity(parseEther("500"), parseEther("1000"), 0, 0, person, MaxUint256);
    }
    const prober = await ethers.deployContract("Prober");
    // the stranger itself more often than others: it is the one who wants to be paid
    const actors = [...people, prober, prober, prober, prober, ...contracts];
    const accounts = await Promise.all(actors.map((one) => one.getAddress()));
    const words = [ZeroHash, ethers.zeroPadValue(accounts[1]!, 32), ethers.id("weather")];

    const holdings = () =>
      Promise.all([alita, token, pair].flatMap((coin) => people.map((person) => coin.balanceOf(person))));
    const loot = async () =>
      (await Promise.all([alita, token, pair].map((coin) => coin.balanceOf(prober)))).reduce((a, b) => a + b);
    const probe = async (contract: BaseContract, calls: string[]) => {
      for (let i = 0; i < calls.length; i += BATCH) {
        await prober.getFunction("tryAll")(contract, calls.slice(i, i + BATCH), { gasLimit: 15_000_000 });
      }
    };
    return { alita, people, prober, contracts, accounts, words, holdings, loot, probe };
  }

  const doorsOf = (contract: BaseContract): FunctionFragment[] => {
    const doors: FunctionFragment[] = [];
    contract.interface.forEachFunction((door) => {
      if (door.stateMutability === "nonpayable" || door.stateMutability === "payable") doors.push(door);
    });
    return doors;
  };

  /** Values that such a parameter may have in real life, and some that it may not. */
  function valueOf(type: ParamType, accounts: string[], words: string[], next: () => bigint): unknown {
    const pick = <T>(list: readonly T[]): T => list[Number(next() % BigInt(list.length))]!;
    if (type.isArray()) {
      return Array.from({ length: pick([1, 2]) }, () => valueOf(type.arrayChildren, accounts, words, next));
    }
    if (type.isTuple()) return type.components.map((part) => valueOf(part, accounts, words, next));
    if (type.type === "address") return pick(accounts);
    if (type.type === "bool") return pick([true, false]);
    if (type.type === "bytes32") return pick(words);
    if (type.type.startsWith("bytes")) return "0x";
    if (type.type === "string") return "Weather";
    const bits = BigInt(type.type.replace(/\D/g, "") || 256);
    const most = 2n ** bits - 1n;
    const amount = pick([0n, 1n, 27n, 1_000n, parseEther("1"), parseEther("100"), most]);
    return amount > most ? most : amount;
  }

  function callsOf(contract: BaseContract, door: FunctionFragment, accounts: string[], words: string[]) {
    const next = seeded(BigInt(door.selector));
    return Array.from({ length: TRIES }, () =>
      contract.interface.encodeFunctionData(
        door,
        door.inputs.map((input) => valueOf(input, accounts, words, next)),
      ),
    );
  }

  it("takes nothing from anybody", async () => {
    const { contracts, accounts, words, holdings, loot, probe } = await stage();
    let doors = 0;
    for (const contract of contracts) {
      for (const door of doorsOf(contract)) {
        const before = await holdings();
        await probe(contract, callsOf(contract, door, accounts, words));
        const after = await holdings();
        for (const [i, had] of before.entries()) expect(after[i], door.format()).to.be.at.least(had);
        expect(await loot(), door.format()).to.equal(0n);
        doors++;
      }
    }
    expect(doors).to.be.above(80);
  });

  it("would have found a door: one allowance is enough for the same calls to take it", async () => {
    const { alita, people, prober, contracts, accounts, words, loot, probe } = await stage();
    for (const person of people) await alita.connect(person).approve(prober, MaxUint256);
    const door = doorsOf(contracts[0]!).find(({ name }) => name === "transferFrom")!;
    await probe(alita, callsOf(alita, door, accounts, words));
    expect(await loot()).to.be.above(0n);
  });
});
