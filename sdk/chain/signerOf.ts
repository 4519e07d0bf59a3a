import type { Signer } from "ethers";
import { DatawellError } from "../errors/DatawellError.ts";
import type { Datawell } from "./datawell.ts";

/**
 * Who signs and pays.
 * @throws DatawellError NoSigner
 */
export function signerOf({ runner }: Datawell): Signer {
  if (!("signTypedData" in runner)) throw new DatawellError("NoSigner");
  return runner as unknown as Signer;
}
