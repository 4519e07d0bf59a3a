import { hexlify, randomBytes } from "ethers";
import { encodeParameter } from "#sdk/actions/pool/encodeParameter.ts";
import { proposeParameter } from "#sdk/actions/pool/proposeParameter.ts";
import { proposePrice } from "#sdk/actions/pool/proposePrice.ts";
import { setParameter } from "#sdk/actions/pool/setParameter.ts";
import { terms } from "#sdk/actions/pool/terms.ts";
import { now } from "#sdk/chain/now.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { amount } from "../input/amount.ts";
import { badInput } from "../input/badInput.ts";
import { duration } from "../input/duration.ts";
import type { Fact, Outcome } from "../output/Outcome.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool, type PoolSession } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";
import { whoIs } from "../tasks/whoIs.ts";
import { changeOfTerm } from "./changeOfTerm.ts";
import type { ProposeArgs } from "./proposeOptions.ts";

const propose: Action<ProposeArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  if (args.buyer !== undefined) return offer(session, args, args.buyer);
  const { staking } = await terms(session.client, session);
  return staking ? proposeChange(session, args) : change(session, args);
};

/** What both kinds of proposals carry. */
async function basics({ client, alita }: PoolSession, args: ProposeArgs) {
  const expiry = (await now(client)) + duration(args.expires, "expires");
  return { voteBudget: amount(args.voteBudget, "vote-budget", alita), expiry, salt: hexlify(randomBytes(32)) };
}

async function offer(session: PoolSession, args: ProposeArgs, buyer: string): Promise<Outcome> {
  const { client, pool, alita, reward } = session;
  if (args.price === undefined) throw badInput("An offer needs a price", "Give --price in ALITA");
  const proposal = {
    buyer: whoIs(session, buyer, "buyer"),
    price: amount(args.price, "price", alita),
    duration: duration(args.duration, "duration"),
    ...(await basics(session, args)),
  };
  const deal = `${formatDuration(proposal.duration)} of access for ${units(proposal.price, alita)}`;
  return send({
    intent: `offer ${proposal.buyer} ${deal}`,
    quote: proposal,
    act: () => proposePrice(client, { pool, proposal }),
    tell: ({ id, ballot }) => ({
      title: `Offered ${proposal.buyer} ${deal}`,
      facts: ballotFacts(id, ballot, (wei) => units(wei, reward)),
    }),
  });
}

async function proposeChange(session: PoolSession, args: ProposeArgs): Promise<Outcome> {
  const { client, pool, reward, dataset } = session;
  const proposal = { ...encodeParameter(changeOfTerm(session, args)), ...(await basics(session, args)) };
  return send({
    intent: `propose a change of ${dataset.symbol}`,
    quote: proposal,
    act: () => proposeParameter(client, { pool, proposal }),
    tell: ({ id, ballot }) => ({
      title: `Proposed a change of ${dataset.symbol}`,
      facts: ballotFacts(id, ballot, (wei) => units(wei, reward)),
    }),
  });
}

/** Without staking nobody votes: the maker's change holds, what judges attestations after its notice. */
async function change(session: PoolSession, args: ProposeArgs): Promise<Outcome> {
  const { client, pool, dataset } = session;
  const term = changeOfTerm(session, args);
  return send({
    intent: `change ${dataset.symbol}`,
    quote: term,
    act: () => setParameter(client, { pool, change: term }),
    tell: ({ from }) => ({
      title: `Changed ${dataset.symbol}; its pool has no stake, so nobody votes`,
      facts: [["in force from", formatTime(from)]],
    }),
  });
}

interface Ballot {
  readonly needed: bigint;
  readonly expiry: bigint;
}

const ballotFacts = (id: string, { needed, expiry }: Ballot, show: (wei: bigint) => string): readonly Fact[] => [
  ["proposal", id],
  ["passed", needed === 0n ? "yes" : `no, ${show(needed)} of yes votes are missing`],
  ["until", formatTime(expiry)],
];

export default propose;
