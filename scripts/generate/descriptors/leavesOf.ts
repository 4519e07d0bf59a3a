import type { ParamType } from "ethers";

/** The paths of all values that an argument holds: "params.pool.price", "path.[]", "requests.[].payout.units". */
export function leavesOf({ name, type, baseType, components, arrayChildren }: ParamType, at = name): readonly string[] {
  if (baseType === "array" && arrayChildren !== null) return leavesOf(arrayChildren, `${at}.[]`);
  if (baseType !== "tuple" || components === null) return [at];
  if (components.length === 0) throw new Error(`${type} ${at} is a struct of nothing`);
  return components.flatMap((part) => leavesOf(part, `${at}.${part.name}`));
}
