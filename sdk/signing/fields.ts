import type { TypedDataField } from "ethers";

/** EIP-712 fields written as Solidity writes them: "uint64 units,bytes32 parent". */
export const fields = (list: string): TypedDataField[] =>
  list.split(",").map((field) => {
    const [type = "", name = ""] = field.trim().split(" ");
    return { name, type };
  });
