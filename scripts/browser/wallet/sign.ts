import { SignTypedDataVersion, signTypedData } from "@metamask/eth-sig-util";
import { ask, own, type Purse } from "./Purse.ts";

/** `eth_signTypedData_v4`. */
export async function sign(purse: Purse, [address = "", text = "{}"]: readonly string[]): Promise<string> {
  const signer = own(purse, address);
  await ask(purse, { kind: "sign", method: "eth_signTypedData_v4", params: [JSON.parse(text)] });
  const privateKey = Buffer.from(signer.privateKey.slice(2), "hex");
  return signTypedData({ privateKey, data: JSON.parse(text), version: SignTypedDataVersion.V4 });
}
