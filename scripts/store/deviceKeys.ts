import { writeFileSync } from "node:fs";
import { isHexString } from "ethers";
import type { DeviceKeys } from "#sdk/store/hpke.ts";
import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";

/** Writes a device's keys where nobody else can read them, and over nothing. */
export function writeDeviceKeys(path: string, keys: DeviceKeys): void {
  try {
    writeFileSync(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw badInput(
      isThere ? `--out names ${path}, which is there already` : `--out names ${path}, which cannot be written`,
      isThere ? "Name another file: what was sealed to the old keys needs them" : "Check the folder and its rights",
    );
  }
}

/** Reads them again. */
export function readDeviceKeys(path: string): DeviceKeys {
  const { publicKey, privateKey } = readJson(path, "device");
  if (isHexString(publicKey, 32) && isHexString(privateKey, 32)) return { publicKey, privateKey };
  throw badInput(`--device names ${path}, which holds no keys of a device`, "Use what `store keys` wrote");
}
