import { formatUnits } from "ethers";

/** Token wei with 18 decimals as a person reads them: "1,234.5". */
export function formatAmount(wei: bigint): string {
  const [whole = "0", fraction = "0"] = formatUnits(wei, 18).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === "0" ? grouped : `${grouped}.${fraction}`;
}
