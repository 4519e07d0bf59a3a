import { useState } from "preact/hooks";
import type { UrlRecord } from "#sdk/store/wire.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { store } from "../../data/services.ts";
import { sparingly } from "../../data/sparingly.ts";
import { httpsLink } from "../../data/words/httpsLink.ts";
import { safeText } from "../../data/words/safeText.ts";
import { run } from "../../intents/run.ts";
import { href } from "../../route.ts";
import { Fault } from "../../ui/Fault.tsx";
import { NextStep } from "../../ui/NextStep.tsx";
import { dayAndTime } from "../../ui/time.ts";
import { told } from "../../intents/told.ts";
import { Address } from "../dataset/Address.tsx";
import type { TabProps } from "../dataset/tabs.ts";
import type { Opened } from "./openRecord.ts";

export interface RecordsProps extends TabProps {
  readonly who: string;
}

const AGE = 30_000; // milliseconds that the list may be old

/** What opens records is loaded once there is access. */
const tools = () => import("./openRecord.ts");

/** The files that a licence opens: encrypted lists of their addresses, each given by the one who keeps them. */
export function Records({ dataset, who }: RecordsProps) {
  const { pool, token, symbol } = dataset;
  const at = store();
  const [pages, setPages] = useState(1);
  const { data, error, retry } = useLive(at && `records of ${pool}`, () =>
    sparingly(reader(), `records of ${pool} ${pages}`, AGE, async () => {
      const { allRecords } = await tools();
      return at && told(async () => ({ pages, ...(await allRecords(at, { pool }, pages)) }));
    }),
  );
  const canShowOlder = data?.isAll === false && data.pages === pages;
  const showOlder = (): void => {
    if (!canShowOlder) return;
    setPages(pages + 1);
    retry();
  };
  const records = data?.records.filter(({ owner }) => owner !== who);
  return (
    <section class="form" aria-labelledby="records-title">
      <h3 id="records-title">Files</h3>
      {at === undefined && (
        <p class="hint">
          This page knows of no store that keeps the addresses of files. Where a provider told you of one,{" "}
          <code>npx hardhat store open</code> asks it as the same account.
        </p>
      )}
      <Fault of={error} retry={retry} />
      {records?.length === 0 && data?.isAll && (
        <p class="hint">
          Nobody has published addresses of files. What stays on the providers' devices can be{" "}
          <a href={href(["dataset", token, "compute"])}>computed on</a>.
        </p>
      )}
      {at !== undefined && records?.map((record) => <Files key={record.cid} {...{ record, symbol }} url={at.url} />)}
      {data !== undefined && !(data.isAll && pages === 1) && (
        <button type="button" class="wide" aria-disabled={!canShowOlder} onClick={showOlder}>
          {data.isAll ? "These are all files" : canShowOlder ? "Show older files" : "Looking for older files …"}
        </button>
      )}
    </section>
  );
}

interface FilesProps {
  readonly record: UrlRecord;
  readonly url: string; // of the store
  readonly symbol: string;
}

function Files({ record, url, symbol }: FilesProps) {
  const [opened, open] = useState<Opened>();
  const ask = async (): Promise<void> => {
    const { openRecord } = await tools();
    const answer = await run({
      title: `Ask for files of ${symbol}`,
      act: async (client) => ({ result: await told(() => openRecord(client, url, record)) }),
      tell: ({ urls }) =>
        urls === undefined ? "Its provider has yet to answer" : `Addresses received: ${urls.length}`,
    });
    if (answer !== undefined) open(answer);
  };
  return (
    <div class="form">
      <p class="hint">
        Of <Address of={record.owner} />, {dayAndTime(BigInt(record.createdAt))}
      </p>
      {opened?.urls === undefined ? (
        <NextStep label={opened === undefined ? "Get the addresses" : "Ask again"} act={ask} />
      ) : (
        <Urls of={opened.urls} />
      )}
      {opened !== undefined && opened.urls === undefined && (
        <p role="status" class="hint">
          The provider's own browser gives the key. It was asked; ask again in this browser when it has answered.
        </p>
      )}
    </div>
  );
}

/** Addresses are their provider's words: they lead somewhere only by https, and never by themselves. */
const Urls = ({ of }: { readonly of: readonly string[] }) => (
  <>
    <ul>
      {of.map((url) => {
        const [words, link] = [<code>{safeText(url, 2_000)}</code>, httpsLink(url)];
        return (
          <li key={url}>
            {link === undefined ? (
              words
            ) : (
              <a href={link} target="_blank" rel="noopener noreferrer nofollow">
                {words}
              </a>
            )}
          </li>
        );
      })}
    </ul>
    <p class="hint">The provider wrote these: look at an address before you open it.</p>
  </>
);
