import type { Datawell } from "../chain/datawell.ts";
import { signerOf } from "../chain/signerOf.ts";
import { decodeError } from "../errors/decodeError.ts";
import type { TypedData } from "./TypedData.ts";

/**
 * Has the user sign a message.
 * @throws DatawellError NoSigner, Rejected
 */
export const sign = (client: Datawell, { domain, types, message }: TypedData): Promise<string> =>
  signerOf(client)
    .signTypedData(domain, types, message)
    .catch((error: unknown) => {
      throw decodeError(error);
    });
