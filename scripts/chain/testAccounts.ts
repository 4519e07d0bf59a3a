import { HDNodeWallet, Mnemonic } from "ethers";

/** Hardhat's words: published, so nobody may ever keep anything of value under them. */
const WORDS = "test test test test test test test test test test test junk";

/** The accounts that Hardhat's local chains give ether to. */
export function testAccounts(count: number): readonly HDNodeWallet[] {
  const root = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(WORDS), "m/44'/60'/0'/0");
  return Array.from({ length: count }, (_, index) => root.deriveChild(index));
}
