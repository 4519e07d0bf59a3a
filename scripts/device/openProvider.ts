import type { Datawell } from "#sdk/chain/datawell.ts";
import { fullProviderOf } from "#sdk/chain/fullProviderOf.ts";
import { openKeystore } from "../../services/device/index.ts";
import { badInput } from "../input/badInput.ts";
import { readText } from "../input/readText.ts";
import type { Session } from "../tasks/Session.ts";
import { askPassword } from "./askPassword.ts";
import { explained } from "./explained.ts";

export interface KeyArgs {
  readonly keystore: string | undefined;
  readonly passwordFile: string | undefined;
}

/** Who signs as the provider. */
export interface ProviderSession {
  readonly client: Datawell;
  readonly provider: string; // address
}

/** The provider by its keystore, or by --from. */
export async function openProvider(session: Session, { keystore, passwordFile }: KeyArgs): Promise<ProviderSession> {
  const { client, user, accounts } = session;
  if (keystore === undefined) {
    if (accounts.length > 0) return { client, provider: user };
    throw badInput("This network has no accounts", "Name the provider's key file with --keystore");
  }
  const password =
    passwordFile === undefined
      ? await askPassword(keystore)
      : readText(passwordFile, "password-file").replace(/\r?\n$/, "");
  const wallet = await explained(() => openKeystore(keystore, password));
  return { client: { ...client, runner: wallet.connect(fullProviderOf(client)) }, provider: wallet.address };
}
