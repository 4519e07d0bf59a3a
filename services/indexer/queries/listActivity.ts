import type { ActivityEvent } from "#sdk/indexer/types.ts";
import type { Row } from "../state/Table.ts";
import { events } from "../tables/events.ts";
import type { Page, PageParams } from "./Page.ts";
import { pageOfFacts } from "./pageOfFacts.ts";
import type { Reading } from "./Reading.ts";
import { orNull } from "./wire.ts";

/** What happened in a dataset, the newest first; what only accompanies other events is left out. */
export const activityOfDataset = (reading: Reading, token: string, page: PageParams): Promise<Page<ActivityEvent>> => {
  const where = "token = ? AND name NOT IN ('Sync', 'Transfer', 'RegisterContent', 'ContractURIUpdated')";
  return pageOfFacts(reading, events, { where, params: [token], ...page }, tell);
};

/** What concerns an account, the newest first. */
export const activityOfAccount = (
  reading: Reading,
  account: string,
  page: PageParams,
): Promise<Page<ActivityEvent>> => {
  const where = "(block, log_index) IN (SELECT block, log_index FROM indexer_activity WHERE account = ?)";
  return pageOfFacts(reading, events, { where, params: [account], ...page }, tell);
};

const tell = ({ token, args, ...row }: Row<typeof events>): ActivityEvent => ({
  ...row,
  token: orNull(token),
  args: JSON.parse(args),
});
