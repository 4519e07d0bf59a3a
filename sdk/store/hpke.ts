import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { concat, getBytes, hexlify, toUtf8Bytes } from "ethers";
import { StoreError } from "./StoreError.ts";

/** A device's pair of HPKE keys, 32 bytes each in hex. */
export interface DeviceKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** What a sealed value is for: one that was sealed for one purpose opens for no other. */
export type Purpose = "store" | "owner" | "release";

/** What a value is sealed for, and what it belongs to. */
export interface SealContext {
  readonly purpose: Purpose;
  readonly aad: Uint8Array;
}

const ENC_BYTES = 32;

const suite = () => new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

const infoOf = (purpose: Purpose): Uint8Array => toUtf8Bytes(`datawell.store.v1.${purpose}`);

/** Fresh keys for a device: keep the private one on it. */
export async function generateDeviceKeys(): Promise<DeviceKeys> {
  const { kem } = suite();
  const { publicKey, privateKey } = await kem.generateKeyPair();
  return {
    publicKey: hexlify(new Uint8Array(await kem.serializePublicKey(publicKey))),
    privateKey: hexlify(new Uint8Array(await kem.serializePrivateKey(privateKey))),
  };
}

/**
 * Seals a value so that only the holder of a private key reads it (HPKE, RFC 9180, base mode: X25519, HKDF-SHA256,
 * AES-256-GCM). Answers the encapsulated key and the ciphertext in one.
 * @throws StoreError BadKey
 */
export async function sealTo(publicKey: string, value: Uint8Array, { purpose, aad }: SealContext): Promise<string> {
  const { kem } = suite();
  const recipientPublicKey = await kem.deserializePublicKey(getBytes(publicKey)).catch(badKey);
  const sealed = await suite()
    .seal({ recipientPublicKey, info: infoOf(purpose) }, value, aad)
    .catch(badKey);
  return concat([new Uint8Array(sealed.enc), new Uint8Array(sealed.ct)]);
}

/**
 * Opens what was sealed for this purpose and belongs to this.
 * @throws StoreError NotSealedForThis
 */
export async function openSealed(
  { privateKey }: Pick<DeviceKeys, "privateKey">,
  sealed: string,
  { purpose, aad }: SealContext,
): Promise<Uint8Array> {
  const bytes = getBytes(sealed);
  try {
    const recipientKey = await suite().kem.deserializePrivateKey(getBytes(privateKey));
    const params = { recipientKey, enc: bytes.slice(0, ENC_BYTES), info: infoOf(purpose) };
    return new Uint8Array(await suite().open(params, bytes.slice(ENC_BYTES), aad));
  } catch (cause) {
    const fault = "This was sealed to another key or for another record";
    throw new StoreError(
      { code: "NotSealedForThis", fault, remedy: "Use the device that it was sealed to" },
      { cause },
    );
  }
}

function badKey(cause: unknown): never {
  const remedy = "Pass the 32 bytes of an X25519 public key in hex";
  throw new StoreError({ code: "BadKey", fault: "This is no key that can be sealed to", remedy }, { cause });
}
