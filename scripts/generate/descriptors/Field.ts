/** How a wallet shows one value (ERC-7730): the format, and what it needs for it. */
export interface Field {
  readonly path: string;
  readonly label: string;
  readonly format: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly visible?: "never";
}

/** A field before it is known where it stands. */
export type Words = Omit<Field, "path">;

/** The words of one function or message: what it is for, and each of its values by its path. */
export interface Act {
  readonly intent: string;
  readonly fields: Readonly<Record<string, Words>>;
}

/** Acts by the names of functions; of functions that share a name, by their signatures. */
export type Acts = Readonly<Record<string, Act>>;

/** Where a descriptor keeps the address of ALITA; filled in for a deployment. */
const ALITA_CONSTANT = "$.metadata.constants.alita";

const UNLIMITED = `0x8${"0".repeat(63)}`;

const shown = (label: string, format: string, params?: Words["params"]): Words => ({
  label,
  format,
  ...(params && { params }),
});

export const raw = (label: string): Words => shown(label, "raw");
export const account = (label: string): Words => shown(label, "addressName", { types: ["eoa", "wallet", "contract"] });
export const contract = (label: string): Words => shown(label, "addressName", { types: ["contract"] });
export const token = (label: string): Words => shown(label, "addressName", { types: ["token"] });
export const date = (label: string): Words => shown(label, "date", { encoding: "timestamp" });
export const duration = (label: string): Words => shown(label, "duration");
/** Basis points. */
export const share = (label: string): Words => shown(label, "unit", { base: "%", decimals: 2 });
/** A number with 18 decimals and no unit. */
export const wad = (label: string): Words => shown(label, "unit", { base: "", decimals: 18 });
/** An amount of the token whose address stands at a path. */
export const tokens = (label: string, tokenPath: string): Words => shown(label, "tokenAmount", { tokenPath });
/** The same, where a wallet should say "Unlimited" and not a giant number. */
export const allowance = (label: string, tokenPath: string): Words =>
  shown(label, "tokenAmount", { tokenPath, threshold: UNLIMITED, message: "Unlimited" });
export const alita = (label: string): Words => shown(label, "tokenAmount", { token: ALITA_CONSTANT });
/** An amount of a token of 18 decimals whose address the call does not tell. */
export const units = (label: string, base: string): Words => shown(label, "unit", { base, decimals: 18 });
export const dataTokens = (label: string): Words => units(label, "Data Tokens");
export const liquidity = (label: string): Words => units(label, "liquidity tokens");
/** Calls to the same contract. */
export const calls = (label: string): Words => shown(label, "calldata", { calleePath: "@.to" });
export const choice = (label: string, of: string): Words => shown(label, "enum", { $ref: `$.metadata.enums.${of}` });
/** What tells a person nothing, such as the halves of a signature. */
export const hidden = (label: string): Words => ({ ...shown(label, "raw"), visible: "never" });

/** Fields of a struct below its path. */
export const under = (path: string, fields: Act["fields"]): Act["fields"] =>
  Object.fromEntries(Object.entries(fields).map(([name, words]) => [`${path}.${name}`, words]));
