import { id, parseEther } from "ethers";
import { pool } from "#sdk";
import { votesNeeded } from "#sdk/math/pool/votesNeeded.ts";
import type { PriceProposal } from "#sdk/types/Proposal.ts";
import { chainTime } from "../../chain/clock.ts";
import { alita, amount, share } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY } from "../time.ts";

/** A price for one buyer: voted on where the maker does not own the majority. */
export async function offerPrices(stage: Stage, weather: Launched, penguins: Launched): Promise<void> {
  stage.narrator.chapter("Offers to one buyer, with and without a vote");
  await withVote(stage, weather);
  await withoutVote(stage, penguins);
}

async function withVote(stage: Stage, weather: Launched): Promise<void> {
  const { cast, narrator } = stage;
  const { mia, olga, pavel, tom, carl } = cast;
  const offer = await offerTo(stage, carl.address, { price: parseEther("120"), voteBudget: parseEther("30") });
  const { ownerStake, totalStaked } = await pool.status(mia, weather);
  const { result } = await pool.proposePrice(mia, { pool: weather.pool, proposal: offer });
  narrator.tell(
    `Mia offers Carl a month for ${alita(offer.price)}. She holds ${share(ownerStake, ownerStake + totalStaked)}; 60 % must agree.`,
    "B16",
    "B17",
  );
  narrator.equal("WTHR of stake still needed", result.ballot.needed, votesNeeded(ownerStake, totalStaked), amount);
  await narrator.refuses(
    "Carl accepting before the vote",
    "ProposalNotPassed",
    pool.accept(carl, { pool: weather.pool, proposal: offer }),
  );

  const no = await pool.vote(pavel, { pool: weather.pool, id: result.id, support: false });
  const yes = await pool.vote(olga, { pool: weather.pool, id: result.id, support: true });
  narrator.equal(
    `Pavel votes no with ${amount(no.result.weight)}, Olga yes with ${amount(yes.result.weight)}; missing now`,
    yes.result.needed,
    0n,
  );
  await narrator.refuses(
    "Tom accepting Carl's offer",
    "NotBuyer",
    pool.accept(tom, { pool: weather.pool, proposal: offer }),
  );
  await narrator.refuses(
    "Olga unstaking what she voted with",
    "StakeLocked",
    pool.unstake(olga, { pool: weather.pool, amount: 1n }),
  );

  await pool.accept(carl, { pool: weather.pool, proposal: offer });
  const { licensedUntil } = await pool.account(carl, { pool: weather.pool, who: carl.address });
  narrator.check("Carl has access", licensedUntil > (await chainTime(stage.chain)));
  await narrator.refuses(
    "accepting it twice",
    "ProposalClosed",
    pool.accept(carl, { pool: weather.pool, proposal: offer }),
  );

  narrator.tell("Who voted is rewarded from the budget by weight, yes and no alike.", "B7");
  const votes = no.result.weight + yes.result.weight;
  for (const [person, { weight }] of [
    [olga, yes.result],
    [pavel, no.result],
  ] as const) {
    const { result: reward } = await pool.claimVoteRewards(person, { pool: weather.pool, ids: [result.id] });
    narrator.equal(`${person.name}'s vote reward`, reward.amount, (offer.voteBudget * weight) / votes, alita);
  }
}

async function withoutVote(stage: Stage, penguins: Launched): Promise<void> {
  const { cast, narrator } = stage;
  const { noah, dana } = cast;
  const offer = await offerTo(stage, dana.address, { price: parseEther("20"), voteBudget: 0n });
  const { result } = await pool.proposePrice(noah, { pool: penguins.pool, proposal: offer });
  narrator.tell(
    `Noah offers Dana his penguins for ${alita(offer.price)}. Nobody has stake beside him: no vote is needed.`,
    "B17",
  );
  narrator.equal("votes needed", result.ballot.needed, 0n);
  await pool.accept(dana, { pool: penguins.pool, proposal: offer });
  const { makerRevenue } = await pool.status(noah, penguins);
  narrator.equal("Dana accepts; all of it is Noah's", makerRevenue, offer.price, alita);
}

const offerTo = async (
  { chain }: Stage,
  buyer: string,
  terms: Pick<PriceProposal, "price" | "voteBudget">,
): Promise<PriceProposal> => ({
  buyer,
  ...terms,
  duration: 30n * DAY,
  expiry: (await chainTime(chain)) + 2n * DAY,
  salt: id(`offer to ${buyer}`),
});
