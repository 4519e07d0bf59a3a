import { DataError } from "#sdk/data/DataError.ts";
import { DeviceError } from "../../services/device/index.ts";
import { DatabaseError } from "../../services/shared/database/index.ts";
import { ServiceError } from "../../services/shared/http/index.ts";
import { badInput } from "../input/badInput.ts";

/** What work gives, or what the user can do about its failure. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DeviceError || error instanceof DatabaseError || error instanceof ServiceError) {
      throw badInput(error.fault, error.remedy);
    }
    if (error instanceof DataError) throw badInput(error.message, error.remedy);
    throw error;
  }
}
