import { parseEther } from "ethers";
import { type PriceProposal, pool, splitRevenue, votesNeeded } from "#sdk";
import { DAY, type User, type World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { bestOf } from "../Attack.ts";
import { confirm, confirmRefused } from "../confirm.ts";
import { alita, shareOf } from "../figures.ts";
import { modelOf } from "../stageMarket.ts";
import { profitOf } from "../stageService.ts";

const PRICE = parseEther("100"); // ALITA of a licence
const OWNER = parseEther("300");
const EARNED = parseEther("100"); // of each provider
const WINDOW = 3n * DAY + 1n;

/** Stakers' part of a sale that a maker diverts; those who vote for it want back what they lose by it. */
function computed(owner: bigint, staked: bigint): Try {
  const { toStakers } = splitRevenue(PRICE, owner, staked);
  const bribe = (PRICE * votesNeeded(owner, staked)) / (owner + staked);
  return {
    choice: `yes votes bought, stakers hold ${shareOf(staked, owner + staked)}`,
    profit: toStakers - bribe,
    atRisk: toStakers,
    bound: (PRICE * 4n) / 10n,
  };
}

interface Stage {
  readonly dataset: Awaited<ReturnType<World["launch"]>>;
  readonly buyer: User; // of the maker's
  readonly voters: readonly User[];
  readonly licensees: readonly User[];
}

/** Three providers stake these amounts beside the owner. */
async function stageOf(world: World, stakes: readonly bigint[]): Promise<Stage> {
  const terms = { rewardInBase: true, allocation: OWNER, maxIncentive: EARNED, price: PRICE };
  const dataset = await world.launch({ pool: terms });
  const voters: User[] = [];
  const tags: string[] = [];
  for (let n = 0; n < stakes.length; n++) {
    voters.push(await world.user(`voter ${n}`));
    tags.push((await world.contribute(voters[n]!, dataset.pool, { quality: 10_000n })).contribution.contentTag);
  }
  await world.pass(WINDOW);
  for (const [n, toStake] of stakes.entries()) {
    await pool.claim(voters[n]!.client, { pool: dataset.pool, contentTags: [tags[n]!], toStake });
  }
  const buyer = await world.user("buyer");
  return { dataset, buyer, voters, licensees: [buyer] };
}

const offer = async (world: World, buyer: User): Promise<PriceProposal> => ({
  buyer: buyer.address,
  price: 0n,
  duration: 30n * DAY,
  voteBudget: 0n,
  expiry: (await world.time()) + 7n * DAY,
  salt: world.unique(),
});

/** The maker offers its friend a licence for nothing; the votes that are needed, and not one wei less, pass it. */
async function buyVotes(world: World, stakes: readonly bigint[], yes: readonly number[]): Promise<Try> {
  const { dataset, buyer, voters } = await stageOf(world, stakes);
  const at = dataset.pool;
  const staked = stakes.reduce((sum, stake) => sum + stake, 0n);
  const proposal = await offer(world, buyer);
  const { result } = await pool.proposePrice(world.maker.client, { pool: at, proposal });
  confirm("votes needed", votesNeeded(OWNER, staked), result.ballot.needed);
  const pair = await modelOf(buyer, dataset);
  const profit = await profitOf(voters, { dataset, pair }, async () => {
    for (const n of yes) {
      await confirmRefused("ProposalNotPassed", () => pool.accept(buyer.client, { pool: at, proposal }));
      await pool.vote(voters[n]!.client, { pool: at, id: result.id, support: true });
    }
    await pool.accept(buyer.client, { pool: at, proposal });
  });
  confirm("the stakers' part of the gift", 0n, profit);
  const { toStakers } = splitRevenue(PRICE, OWNER, staked);
  const bribe = (PRICE * result.ballot.needed) / (OWNER + staked);
  return {
    choice: `gift voted through, ${shareOf(staked, OWNER + staked)} with stakers`,
    profit: toStakers - bribe,
    atRisk: toStakers,
    bound: (PRICE * 4n) / 10n,
  };
}

/** The maker lowers the list price for one transaction of its friend's. No vote is asked for. */
async function lowerThePrice(world: World, stakes: readonly bigint[]): Promise<Try> {
  const { dataset, buyer, voters } = await stageOf(world, stakes);
  const at = dataset.pool;
  const { maker } = world;
  const staked = stakes.reduce((sum, stake) => sum + stake, 0n);
  const { toStakers } = splitRevenue(PRICE, OWNER, staked);
  await pool.setPrice(maker.client, { pool: at, price: 0n });
  await pool.buyLicence(buyer.client, { pool: at });
  await pool.setPrice(maker.client, { pool: at, price: PRICE });
  const owed = await pool.account(voters[0]!.client, { pool: at, who: voters[0]!.address });
  return {
    choice: `list price lowered for one sale, ${shareOf(staked, OWNER + staked)} with stakers`,
    profit: toStakers - owed.revenue,
    atRisk: toStakers,
    bound: PRICE / 2n,
  };
}

async function search(world: World): Promise<Finding> {
  const grid = Array.from({ length: 200 }, (_, n) => computed(OWNER, (OWNER * BigInt(n + 1)) / 200n));
  // 40 % with stakers: the owner's 60 % are not more than 60 %, so one wei of votes is missing
  const atEdge = [parseEther("50"), parseEther("100"), parseEther("50")];
  // half with stakers: a tenth of all, and a wei, is missing
  const half = [EARNED, EARNED, EARNED];
  const played = [
    await world.isolated(() => buyVotes(world, atEdge, [0])),
    await world.isolated(() => buyVotes(world, half, [0])),
    await world.isolated(() => lowerThePrice(world, half)),
  ];
  const votes = bestOf([...grid, ...played.slice(0, 2)]);
  return {
    searched:
      "stakers with 0.5 % to 50 % of owner and stake together; the vote at exactly 60 %; the list price instead of a vote",
    tries: [...grid, ...played],
    confirmed: played.length,
    notes: [
      `Best by votes: ${alita(votes.profit)} of a licence of ${alita(PRICE)}, where the owner has just 60 % and one wei of votes decides. The maker does better without any vote, by its right to set the price at any time.`,
    ],
  };
}

export const voteBuying: Attack = {
  name: "vote buying just above 60 %",
  question: "What does a maker gain who has a friend's licence voted through for nothing and is paid for it elsewhere?",
  assumption:
    "A voter says yes for what the gift costs it and no more; the friend pays the maker the whole price in secret.",
  loser: "The stakers, of their part of that licence's price.",
  bound: "0.4 of the price by votes; s / (O + s) <= 0.5 of it by the list price",
  why:
    "Stake comes only from earnings, so O >= s (POOL-4) and stakers have at most half of a sale. Above 40 % with stakers each further per cent of diverted revenue must be bought from " +
    "a voter at the same price. Sold licences, earnings, stakes and revenue already credited are out of reach (POOL-11, POOL-12). Stake for a vote cannot be borrowed: it must be earned and held before the snapshot.",
  precedent: "Dark DAOs (Daian et al. 2018), Build Finance 2022, Beanstalk 2022 (votes by flash loan).",
  search,
};
