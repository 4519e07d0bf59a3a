/*
 * Stands in the build for the hash and the key stretching that ethers has for mnemonics and keystore files: the page has
 * neither.
 */

function refuse(): never {
  throw new Error("The page has no mnemonics and no keystores");
}

export const pbkdf2 = refuse;
export const sha512 = { create: refuse };
