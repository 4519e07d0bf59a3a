import { SignTypedDataVersion, signTypedData } from "@metamask/eth-sig-util";
import { toUtf8String } from "ethers";
import { ask, own, type Purse } from "./Purse.ts";

/** `personal_sign` (EIP-191): the message comes as its bytes in hex. */
export async function signMessage(purse: Purse, [message = "0x", address = ""]: readonly string[]): Promise<string> {
  const signer = own(purse, address);
  const text = toUtf8String(message);
  await ask(purse, { kind: "sign", method: "personal_sign", params: [text] });
  return signer.signMessage(text);
}

/** `eth_signTypedData_v4`. */
export async function sign(purse: Purse, [address = "", text = "{}"]: readonly string[]): Promise<string> {
  const signer = own(purse, address);
  await ask(purse, { kind: "sign", method: "eth_signTypedData_v4", params: [JSON.parse(text)] });
  const privateKey = Buffer.from(signer.privateKey.slice(2), "hex");
  return signTypedData({ privateKey, data: JSON.parse(text), version: SignTypedDataVersion.V4 });
}
