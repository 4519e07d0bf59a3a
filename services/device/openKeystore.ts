import { readFileSync } from "node:fs";
import { isKeystoreJson, Wallet, type HDNodeWallet } from "ethers";
import { DeviceError } from "./DeviceError.ts";

const MAX_BYTES = 64 * 1024;

/**
 * The provider's key, from a Web3 Secret Storage (v3) file as wallets export it.
 * @throws DeviceError KeyUnreadable, WrongPassword
 */
export async function openKeystore(path: string, password: string): Promise<Wallet | HDNodeWallet> {
  const text = readKeystore(path);
  try {
    return await Wallet.fromEncryptedJson(text, password);
  } catch (cause) {
    if (/password/i.test((cause as Error).message)) {
      throw new DeviceError("WrongPassword", `The password does not open the key file ${path}`, "Try another password");
    }
    throw unreadable(`The key file ${path} is damaged`, cause);
  }
}

function readKeystore(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw unreadable(`The key file ${path} cannot be read`, cause);
  }
  if (text.length > MAX_BYTES || !isKeystoreJson(text)) throw unreadable(`The file ${path} is no key file`);
  return text;
}

const unreadable = (fault: string, cause?: unknown): DeviceError =>
  new DeviceError("KeyUnreadable", fault, "Name a keystore file (v3 JSON) that your wallet exported", { cause });
