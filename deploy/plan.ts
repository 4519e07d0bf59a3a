import type { DeployConfig } from "./config.ts";

export type Addresses = Readonly<Record<ContractName, string>>;

interface Step {
  readonly name: ContractName;
  /** Constructor arguments, from the configuration and the addresses of the steps before. */
  readonly args: (config: DeployConfig, at: Addresses) => readonly unknown[];
}

export const CONTRACT_NAMES = [
  "Alita",
  "AttesterRegistry",
  "DataToken",
  "Pair",
  "DataPool",
  "DatasetFactory",
  "ComputeBilling",
  "Router",
  "BulletinBoard",
] as const;

export type ContractName = (typeof CONTRACT_NAMES)[number];

/** All that one deployment consists of, in the order of its needs. Token, pair and pool are what datasets clone. */
export const PLAN: readonly Step[] = [
  { name: "Alita", args: ({ holder }) => [holder] },
  { name: "AttesterRegistry", args: ({ minBond, unbonding }, at) => [at.Alita, minBond, unbonding] },
  { name: "DataToken", args: () => [] },
  { name: "Pair", args: (_, at) => [at.Alita] },
  { name: "DataPool", args: (_, at) => [at.Alita, at.AttesterRegistry] },
  {
    name: "DatasetFactory",
    args: (_, at) => [at.Alita, at.DataToken, at.Pair, at.DataPool],
  },
  { name: "ComputeBilling", args: (_, at) => [at.DatasetFactory, at.DataPool, at.Alita, at.AttesterRegistry] },
  { name: "Router", args: (_, at) => [at.DatasetFactory] },
  { name: "BulletinBoard", args: () => [] },
];
