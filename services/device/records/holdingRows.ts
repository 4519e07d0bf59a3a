import { contentRoot } from "#sdk/data/contentRoot.ts";
import type { Row } from "#sdk/data/table.ts";
import { DeviceError } from "../DeviceError.ts";
import type { Holding } from "../Holding.ts";
import { usableRows } from "./usableRows.ts";

/**
 * The records that a task runs over, after they were held against what was contributed.
 * @throws DeviceError FileChanged, FileUnreadable
 */
export async function holdingRows({ records, fields, secret, ...signed }: Holding): Promise<readonly Row[]> {
  const { rows } = await records();
  if (contentRoot(rows, secret) !== signed.contentRoot) throw changed("its content root is another");
  const usable = usableRows(rows, fields);
  if (BigInt(usable.length) !== signed.units) throw changed(`${usable.length} data units, ${signed.units} on chain`);
  return usable;
}

const changed = (how: string): DeviceError =>
  new DeviceError(
    "FileChanged",
    `The file is not what was contributed: ${how}`,
    "Restore it, or contribute the new records as an update",
  );
