import { parseEther } from "ethers";
import { market, pairAt, read } from "#sdk";
import type { Person } from "../cast.ts";
import { alita, amount, percent, price } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { MINUTE, wait } from "../time.ts";

/** Demand makes the price; nobody sets it. */
export async function trade(stage: Stage, weather: Launched, penguins: Launched): Promise<void> {
  const { cast, narrator } = stage;
  narrator.chapter("People buy Data Token and the price rises");
  narrator.tell(
    "The pair keeps x * y constant. Nobody asks for a price, every purchase makes one.",
    "A5",
    "A19",
    "A28",
  );
  await addLiquidity(stage, weather);
  for (const buyer of [cast.tom, cast.carl, cast.dana]) await buy(stage, weather, buyer);
  await refuseSlippage(stage, weather);
  await exchange(stage, weather, penguins);

  const average = read(cast.tom, pairAt(weather.pair), "consult", []);
  await narrator.refuses("an average price so soon", "OracleTooYoung", average);
  await wait(stage, 31n * MINUTE, "the pair has an average price, which no single trade can bend");
  const { averageX128 = 0n, spotX128 } = await market.market(cast.tom, weather);
  narrator.check(`the average price is ${price(averageX128)}, the last one ${price(spotX128)}`, averageX128 > 0n);
}

async function addLiquidity({ cast, narrator }: Stage, weather: Launched): Promise<void> {
  const { lea } = cast;
  const { result: bought } = await market.buy(lea, { dataset: weather, amountIn: parseEther("500") });
  const quote = await market.quoteAdd(lea, { dataset: weather, data: bought.amountOut, base: parseEther("600") });
  const { result: added } = await market.add(lea, {
    dataset: weather,
    data: bought.amountOut,
    base: parseEther("600"),
    quote,
  });
  narrator.tell(
    `Lea adds ${amount(added.data)} WTHR and ${alita(added.base)} to the pair, at the ratio it has.`,
    "A18",
  );
  narrator.equal(
    "her liquidity is what was quoted, min(dx/x, dy/y) * supply",
    added.liquidity,
    quote.liquidity,
    amount,
  );
}

async function buy({ cast, narrator }: Stage, weather: Launched, buyer: Person): Promise<void> {
  const before = await market.market(cast.tom, weather);
  const quote = await market.quoteBuy(buyer, { dataset: weather, amountIn: parseEther("1000") });
  const { result } = await market.buy(buyer, { dataset: weather, amountIn: parseEther("1000"), quote });
  const after = await market.market(cast.tom, weather);
  narrator.equal(
    `${buyer.name} gets for 1,000 ALITA exactly the WTHR that were quoted`,
    result.amountOut,
    quote.amountOut,
    amount,
  );
  narrator.check(
    `the price rose from ${price(before.spotX128)} to ${price(after.spotX128)}`,
    after.spotX128 > before.spotX128,
  );
}

/** Tom was shown a price, but Dana was faster. */
async function refuseSlippage({ cast, narrator }: Stage, weather: Launched): Promise<void> {
  const { tom, dana } = cast;
  const order = { dataset: weather, amountIn: parseEther("500") };
  const quote = await market.quoteBuy(tom, { ...order, slippageBps: 50n });
  await market.buy(dana, { dataset: weather, amountIn: parseEther("500") });
  await narrator.refuses(
    `Tom's trade, more than ${percent(50n)} worse than shown`,
    "InsufficientOutput",
    market.buy(tom, { ...order, quote }),
  );
}

async function exchange({ cast, narrator }: Stage, weather: Launched, penguins: Launched): Promise<void> {
  const { tom } = cast;
  const order = { tokenIn: weather.token, tokenOut: penguins.token, amountIn: parseEther("200") };
  const quote = await market.quoteExchange(tom, order);
  const { result } = await market.exchange(tom, { ...order, quote });
  narrator.tell("Tom changes 200 WTHR into PNGN, through ALITA and in one transaction.", "A6", "A7");
  narrator.equal("he gets exactly what was quoted", result.amountOut, quote.amountOut, (wei) => `${amount(wei)} PNGN`);
}
