import { encode, read, tokenAt, transact, type Datawell } from "#sdk";

/** Token wei that somebody holds. */
export const balanceOf = (client: Datawell, token: string, who: string): Promise<bigint> =>
  read(client, tokenAt(token), "balanceOf", [who]);

/** Token wei in existence. */
export const supplyOf = (client: Datawell, token: string): Promise<bigint> =>
  read(client, tokenAt(token), "totalSupply", []);

export const transfer = (client: Datawell, token: string, to: string, amount: bigint) =>
  transact(client, { to: token, calls: [encode(tokenAt(token), "transfer", [to, amount])] });

/** How much more somebody holds of a token after something happened. */
export async function gain(
  client: Datawell,
  token: string,
  who: string,
  happening: () => Promise<unknown>,
): Promise<bigint> {
  const before = await balanceOf(client, token, who);
  await happening();
  return (await balanceOf(client, token, who)) - before;
}
