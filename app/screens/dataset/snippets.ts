export interface Snippets {
  readonly buy: string;
  readonly licence: string;
  readonly compute: string;
  readonly read: string;
}

/** Programs on the SDK that do with a dataset what the page does. */
export function snippets(token: string, rpcUrl: string): Snippets {
  const begin = (names: string, runner: string) =>
    `import { JsonRpcProvider${runner === "provider" ? "" : ", Wallet"} } from "ethers";
import { connect, ${names} } from "#sdk";
import deployment from "./deployment.json" with { type: "json" };

const provider = new JsonRpcProvider(${JSON.stringify(rpcUrl)});
const datawell = connect(deployment, ${runner});
const found = await dataset.find(datawell, { token: "${token}" });
`;
  const signer = "new Wallet(process.env.KEY, provider)";
  return {
    read: `${begin("dataset, formatPrice", "provider")}
const { name, market, status } = await dataset.show(datawell, found);
console.log(name, formatPrice(market.spotX128), status.cohort);
`,
    buy: `${begin("dataset, market, parseAmount", signer)}
const order = { dataset: found, amountIn: parseAmount("10") }; // ALITA
const quote = await market.quoteBuy(datawell, order);
await market.buy(datawell, { ...order, quote }); // one signature, one transaction
`,
    licence: `${begin("dataset, pool", signer)}
const { cost, until } = await pool.quoteLicence(datawell, { pool: found.pool, licensee: datawell.runner.address });
await pool.buyLicence(datawell, { pool: found.pool, maxPrice: cost }); // access until \`until\`, unix seconds
`,
    compute: `${begin("compute, dataset", signer)}
const terms = { pool: found.pool, maxUnits: 1_000n, coordinatorFee: 0n };
const quote = await compute.quote(datawell, terms); // ALITA, Data Token, what is burned
console.log(quote.base, quote.data, quote.burn, quote.cohort);
`,
  };
}
