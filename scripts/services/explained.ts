import { DatabaseError } from "../../services/shared/database/index.ts";
import { ServiceError } from "../../services/shared/http/index.ts";
import { KeyFileError } from "../../services/store/keys/KeyFileError.ts";
import { badInput } from "../input/badInput.ts";

/** What work gives, or what the user can do about its failure. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError || error instanceof KeyFileError || error instanceof ServiceError) {
      throw badInput(error.fault, error.remedy);
    }
    throw error;
  }
}
