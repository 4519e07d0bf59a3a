import { useEffect, useState } from "preact/hooks";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import type { UsedEngine } from "../engine/useEngine.ts";
import type { Reading } from "../files/Reading.ts";
import type { Declaration } from "../useDeclaration.ts";
import type { Parent } from "./Parent.ts";

export interface ReadingParams {
  readonly pool: string;
  readonly declaration: Declaration | undefined; // undefined: fields are those that the records show
  readonly isDeclarationKnown: boolean; // one way or the other
  readonly parent: Parent | undefined;
}

/** Files that were chosen, and what the worker found in them. */
export function useReading({ engine, rest }: UsedEngine, params: ReadingParams) {
  const { pool, declaration, isDeclarationKnown, parent } = params;
  const [files, chooseFiles] = useState<readonly File[]>([]);
  const [parentFiles, chooseParentFiles] = useState<readonly File[]>([]);
  const [fault, setFault] = useState<DatawellError>();
  const [reading, setReading] = useState<Reading>();

  useEffect(() => {
    setReading(undefined);
    setFault(undefined);
    const isReady = files.length > 0 && isDeclarationKnown && (parent === undefined || parentFiles.length > 0);
    if (!isReady) return undefined;
    let isWanted = true;
    const look = async (): Promise<void> => {
      try {
        if (parent) await readParent(parent);
        const fields = declaration?.fields;
        const found = await engine().read({ pool, files, isUpdate: parent !== undefined, ...(fields && { fields }) });
        if (isWanted) setReading(found);
      } catch (error) {
        if (isWanted) setFault(decodeError(error));
      } finally {
        if (isWanted) rest();
      }
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [files, parentFiles, declaration, isDeclarationKnown]);

  const forget = () => {
    chooseFiles([]);
    chooseParentFiles([]);
  };
  return { files, chooseFiles, parentFiles, chooseParentFiles, fault, reading, forget };

  async function readParent({ own, kept: { fields, secret } }: Parent): Promise<void> {
    const root = await engine().readParent({ files: parentFiles, fields, secret });
    if (root === own.contribution.contentRoot) return;
    const what = "These files are not the records of the earlier contribution";
    throw new DatawellError("BadInput", { what, advice: "Choose the very files that it was made of" });
  }
}
