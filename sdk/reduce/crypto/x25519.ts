/*
 * X25519 (RFC 7748) by WebCrypto: native, constant in time, and twelve times as fast as JavaScript (0.1 ms against 1.2).
 */
const ALGORITHM = "X25519";

/** What PKCS #8 puts before the 32 bytes of a private key (RFC 8410). */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20);

/** Public key of 32 secret bytes. */
export async function publicKeyOf(secret: Uint8Array): Promise<Uint8Array> {
  const { x } = await crypto.subtle.exportKey("jwk", await importSecret(secret, true));
  const base64 = (x as string).replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** Agrees on 32 secret bytes with each holder of a public key. Keys of low order are refused (an OperationError). */
export async function createAgreement(secret: Uint8Array): Promise<(publicKey: Uint8Array) => Promise<Uint8Array>> {
  const key = await importSecret(secret, false);
  return async (publicKey) => {
    const other = await crypto.subtle.importKey("raw", publicKey as BufferSource, ALGORITHM, false, []);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: ALGORITHM, public: other }, key, 256));
  };
}

function importSecret(secret: Uint8Array, extractable: boolean): Promise<CryptoKey> {
  const encoded = Uint8Array.of(...PKCS8, ...secret);
  return crypto.subtle.importKey("pkcs8", encoded, ALGORITHM, extractable, ["deriveBits"]);
}
