import { DataError } from "#sdk/data/DataError.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { MetadataError } from "#sdk/metadata/MetadataError.ts";
import { StoreError } from "#sdk/store/StoreError.ts";
import { TaskError } from "#sdk/task/TaskError.ts";
import { DeployError } from "#deploy/errors.ts";
import { SandboxError } from "../../services/shared/sandbox/SandboxError.ts";

/** What went wrong, without a full stop, and what to do about it. */
export interface Fault {
  readonly error: string;
  readonly message: string;
  readonly remedy: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

const bare = (sentence: string): string => sentence.replace(/\.$/, "");

/** Explains a fault of the user's, the chain's or the data's; undefined where nobody foresaw it. */
export function explainFault(error: unknown): Fault | undefined {
  if (error instanceof DatawellError) {
    const { name, message, remedy, values } = error;
    return { error: name, message: bare(message), remedy: bare(remedy), values };
  }
  if (error instanceof DataError) {
    const { code, message, remedy } = error;
    return { error: code, message: bare(bare(message).replace(bare(remedy), "").trim()), remedy: bare(remedy) };
  }
  if (error instanceof MetadataError) {
    return { error: error.name, message: bare(error.message), remedy: "Correct the document and try again" };
  }
  if (error instanceof DeployError) {
    return { error: error.name, message: bare(error.message), remedy: "Nothing deployed is lost: run it again" };
  }
  if (error instanceof TaskError || error instanceof SandboxError || error instanceof StoreError) {
    const { code, fault, remedy } = error;
    return { error: code, message: fault, remedy };
  }
  return undefined;
}
