const DECIMALS = 18;

/** Token wei as plain digits: "1234.5". ethers' own bring fixed-point numbers of any width along, which weigh. */
export function toDecimal(wei: bigint): string {
  const digits = (wei < 0n ? -wei : wei).toString().padStart(DECIMALS + 1, "0");
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, "");
  return `${wei < 0n ? "-" : ""}${digits.slice(0, -DECIMALS)}${fraction && `.${fraction}`}`;
}

/** Plain digits, at most 18 of them behind the point, as token wei. */
export function fromDecimal(digits: string): bigint {
  const [whole = "", fraction = ""] = digits.split(".");
  return BigInt(whole + fraction.padEnd(DECIMALS, "0"));
}
