import { ServiceError } from "../../shared/http/index.ts";
import type { Row } from "../state/Table.ts";
import { datasets } from "../tables/datasets.ts";
import type { Reading } from "./Reading.ts";
import { selectOne } from "./select.ts";

export type DatasetRow = Row<typeof datasets>;

/**
 * The dataset of a Data Token.
 * @throws ServiceError 404 UnknownDataset
 */
export async function findDataset({ queries }: Reading, token: string): Promise<DatasetRow> {
  const found = await selectOne(queries, datasets, "token = ?", [token]);
  if (found !== undefined) return found;
  throw new ServiceError({
    status: 404,
    code: "UnknownDataset",
    fault: `There is no dataset with the token ${token}`,
    remedy: "See /datasets; what was launched a moment ago may not be indexed yet",
    issues: [{ in: "path", pointer: "/token", fault: "no dataset's token" }],
  });
}
