import { generateDeviceKeys } from "#sdk/store/hpke.ts";
import type { Action } from "../tasks/Command.ts";
import { writeDeviceKeys } from "./deviceKeys.ts";

interface KeysArgs {
  readonly out: string;
}

const makeKeys: Action<KeysArgs> = async ({ out }, { dryRun }) => {
  if (dryRun) return { title: `Would write new keys of a device to ${out}`, data: { dryRun: true } };
  const keys = await generateDeviceKeys();
  writeDeviceKeys(out, keys);
  const { publicKey } = keys;
  return {
    title: `New keys of a device are in ${out}`,
    facts: [
      ["public key", publicKey],
      ["keep it", "what is sealed to these keys opens with this file alone"],
    ],
    data: { publicKey, out },
  };
};

export default makeKeys;
