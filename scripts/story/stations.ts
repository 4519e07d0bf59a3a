import { id, type JsonRpcApiProvider, Wallet } from "ethers";
import { connect, type DeploymentFile } from "#sdk/connect.ts";
import { testAccounts } from "../chain/testAccounts.ts";
import { cityWeather, where } from "./data.ts";
import type { Person } from "./cast.ts";
import type { Slice } from "./slices.ts";

/** How many devices answer the story's job. */
const STATIONS = 56;

/** Behind the accounts that people of the story have. */
const FIRST_ACCOUNT = 20;

const CITIES = ["Seattle", "New York"] as const;

/** A device with a month of one city's weather. Its account has a key and nothing else: others pay for its transactions. */
export interface Station extends Person {
  readonly slice: Slice;
  readonly secret: string; // salts its records
}

/** The stations, the cities in turn, month after month. */
export function createStations(deployment: DeploymentFile, provider: JsonRpcApiProvider): readonly Station[] {
  const accounts = testAccounts(FIRST_ACCOUNT + STATIONS).slice(FIRST_ACCOUNT);
  return accounts.map(({ privateKey, address }, index) => {
    const client = connect(deployment, new Wallet(privateKey, provider));
    const slice = monthOf(CITIES[index % CITIES.length] ?? "", Math.floor(index / CITIES.length));
    const name = `Station ${index + 1}`;
    const secret = id(`secret of ${address}`);
    const number = FIRST_ACCOUNT + index;
    return Object.assign(client, { name, role: slice.title, number, address, privateKey, slice, secret });
  });
}

/** The weather of a city in a month, counted from January 2012. */
function monthOf(city: string, months: number): Slice {
  const month = `${2012 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  const table = where(cityWeather(), ([location, date]) => location === city && String(date).startsWith(month));
  return { title: `Weather of ${city} ${month}`, table };
}
