import { useEffect, useState } from "preact/hooks";
import type { Field } from "#sdk/data/table.ts";
import { reader, site } from "../../../chain/site.ts";

/** What records of a dataset carry; undefined while it is not known, empty: nobody tells. */
export function useFields(contractUri: string): readonly Field[] | undefined {
  const [fields, setFields] = useState<readonly Field[]>();
  useEffect(() => {
    let isWanted = true;
    setFields(undefined);
    readFields(contractUri)
      .catch((): readonly Field[] => []) // the form asks for names then
      .then((found) => isWanted && setFields(found));
    return () => {
      isWanted = false;
    };
  }, [contractUri]);
  return fields;
}

async function readFields(contractUri: string): Promise<readonly Field[]> {
  const url = site().deployment.services?.store;
  if (url === undefined) return [];
  const [{ readDocument }, { declaredFields }, { connectStore }] = await Promise.all([
    import("../../../data/metadata/readDocument.ts"),
    import("#sdk/metadata/declaredFields.ts"),
    import("#sdk/store/connectStore.ts"),
  ]);
  return declaredFields(await readDocument(connectStore({ url, datawell: reader() }), contractUri));
}
