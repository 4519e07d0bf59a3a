import { type Contract, id, parseEther, type TransactionReceipt, type Wallet } from "ethers";
import { type Done, warm } from "../Operation.ts";
import type { Stage } from "../Stage.ts";
import { compiled } from "./compile.ts";
import { at, create, send } from "./contract.ts";

export const GOVERNOR = "OpenZeppelin Governor";

const VOTES = parseEther("100"); // of each voter
const VOTERS = 3;
const FOR = 1;
const BLOCKS = 5; // of a vote

interface Council {
  readonly governor: Contract;
  readonly voters: readonly Wallet[];
}

async function open(stage: Stage): Promise<Council> {
  const maker = await stage.account("maker of votes");
  const token = await create(maker, compiled("OpenZeppelinVotes"), maker.address);
  const governor = await create(maker, compiled("OpenZeppelinGovernor"), at(token));
  const voters: Wallet[] = [];
  for (let n = 0; n < VOTERS; n++) {
    const voter = await stage.account(`voter ${n}`);
    await send(token, "transfer", voter.address, VOTES);
    await send(token.connect(voter) as Contract, "delegate", voter.address);
    voters.push(voter);
  }
  return { governor, voters };
}

/** A change of the parameter, to another value in every turn. */
const changeOf = ({ governor }: Council, turn: number) => {
  const call = governor.interface.encodeFunctionData("setParameter", [parseEther("1") + BigInt(turn)]);
  return { targets: [at(governor)], values: [0], calls: [call], text: `change ${turn}` };
};

async function proposed(council: Council, turn: number): Promise<Done & { readonly ballot: bigint }> {
  const { targets, values, calls, text } = changeOf(council, turn);
  const done = await send(council.governor, "propose", targets, values, calls, text);
  return { ...done, ballot: ballotIn(council.governor, done.receipt) };
}

function ballotIn(governor: Contract, { logs }: TransactionReceipt): bigint {
  const event = logs.map((log) => governor.interface.parseLog(log)).find((found) => found?.name === "ProposalCreated");
  return event?.args["proposalId"] as bigint;
}

const vote = ({ governor }: Council, voter: Wallet, ballot: bigint) =>
  send(governor.connect(voter) as Contract, "castVote", ballot, FOR);

const propose = async (stage: Stage) => {
  const council = await open(stage);
  return warm((turn) => proposed(council, turn));
};

const voteLater = async (stage: Stage) => {
  const council = await open(stage);
  const [last, ...before] = council.voters.toReversed() as [Wallet, ...Wallet[]];
  return warm(async (turn) => {
    const { ballot } = await proposed(council, turn);
    for (const voter of before) await vote(council, voter, ballot);
    return vote(council, last, ballot);
  });
};

const execute = async (stage: Stage) => {
  const council = await open(stage);
  return warm(async (turn) => {
    const { ballot } = await proposed(council, turn);
    for (const voter of council.voters) await vote(council, voter, ballot);
    for (let block = VOTERS; block <= BLOCKS; block++) await stage.pass(1n);
    const { targets, values, calls, text } = changeOf(council, turn);
    return send(council.governor, "execute", targets, values, calls, id(text));
  });
};

export const openZeppelinGovernor = { propose, vote: voteLater, execute };
