import type { User } from "../../../../scripts/browser/user/createUser.ts";

export interface ToLaunch {
  readonly name: string;
  readonly symbol: string;
  readonly sample: string; // a file of records
  readonly attesters: readonly string[]; // addresses
}

/** Goes through all steps of a launch, and says no more than must be said. */
export async function launchByWizard(user: User, { name, symbol, sample, attesters }: ToLaunch): Promise<void> {
  await user.types("Name", name);
  await user.types("Symbol", symbol);
  await user.types("Description", `What ${name} is`);
  await user.types("Keywords", "tests, pages");
  await user.types("Name of the maker", "Somebody");
  await user.clicks("Next: Records");
  await user.gives("Take the fields from a sample file", sample);
  await user.sees(/fields taken from/);
  await user.types("Requirements", "Every record is true");
  await user.types("Usage scenarios", "Tests");
  await user.types("Potential customers", "Testers");
  await user.clicks("Next: Market");
  await user.clicks("Next: Rewards");
  await user.clicks("Next: Sale and privacy");
  await user.clicks("Next: Attesters");
  for (const one of attesters) await user.clicksOn(`${one.slice(0, 6)}…${one.slice(-4)}`);
  await user.clicks("Next: Review");
  await user.sees("Takes now");
  await user.clicks(`Launch ${symbol}`);
  await user.sees("is launched");
  await user.clicks("Publish the description");
  await user.sees("everybody can find and check it");
}
