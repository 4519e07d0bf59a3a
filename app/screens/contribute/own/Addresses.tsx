import type { Shown } from "#sdk/actions/dataset/show.ts";
import { useId, useState } from "preact/hooks";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { useLive } from "../../../chain/useLive.ts";
import { cidIn } from "../../../data/metadata/cidIn.ts";
import { store } from "../../../data/services.ts";
import { run } from "../../../intents/run.ts";
import { NextStep } from "../../../ui/NextStep.tsx";
import { faultOf, tellOf } from "../engine/Told.ts";
import type { Kept } from "../kept/Kept.ts";
import { keptHere } from "../kept/keptHere.ts";
import type { Own } from "./readOwn.ts";

export interface AddressesProps {
  readonly dataset: Shown;
  readonly own: Own;
  readonly kept: Kept | undefined;
}

type Mode = "store" | "owner";

const MODES: readonly (readonly [Mode, string, string])[] = [
  ["store", "The store answers", "It encrypts the addresses and gives the key to whom the chain allows, at any time."],
  [
    "owner",
    "This browser answers",
    "They are encrypted here, and licence holders wait until you come back and answer.",
  ],
];

/** Loads the store's part when it is needed. */
const tools = () => import("#sdk/store/index.ts");

/** The encrypted addresses of a contribution's files: publish them, and answer who may have them. */
export function Addresses({ dataset, own, kept }: AddressesProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [mode, setMode] = useState<Mode>("store");
  const [published, setPublished] = useState(0);
  const { pool, contractUri } = dataset;
  const { provider } = own.contribution;
  const at = store();
  const { data: records } = useLive(at && `records ${own.contentTag} ${published}`, async () => {
    const { allRecords } = await tools();
    return at === undefined ? [] : (await allRecords(at, { pool, owner: provider })).records;
  });
  const mine = records?.filter(({ contentTag }) => contentTag === own.contentTag) ?? [];
  const urls = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (at === undefined) return <p class="hint">This page knows of no store to keep encrypted addresses in.</p>;

  return (
    <details open={records !== undefined && mine.length === 0}>
      <summary>Addresses of the files: {mine.length === 0 ? "none yet" : mine.length}</summary>
      <div class="form">
        <div class="field">
          <label for={id}>Addresses, one a line</label>
          <textarea id={id} rows={3} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </div>
        <fieldset class="ways">
          <legend>Who gives the key to licence holders</legend>
          {MODES.map(([word, name, words]) => (
            <label key={word} class="way contribute-way">
              <input type="radio" name={`${id}-mode`} checked={mode === word} onChange={() => setMode(word)} />
              <span>
                {name}
                <br />
                <span class="hint">{words}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <NextStep label="Encrypt and publish" missing={missing()} act={publish} />
        {mine.some((record) => record.mode === "owner") && kept?.device && (
          <NextStep label="Answer who asked" act={answer} />
        )}
        <p class="hint">Each takes a signature and no transaction.</p>
      </div>
    </details>
  );

  function missing(): string | undefined {
    if (kept === undefined) return "Restore the backup first";
    return urls.length === 0 ? "Enter an address" : undefined;
  }

  async function publish(): Promise<void> {
    if (at === undefined || kept === undefined) return;
    const { connectStore, generateDeviceKeys, publishUrls } = await tools();
    const device = kept.device ?? (await generateDeviceKeys());
    keptHere().keep({ ...kept, device, contentTag: own.contentTag });
    const document = cidIn(contractUri);
    const done = await run({
      title: "Publish encrypted addresses",
      act: (datawell) =>
        told(() =>
          publishUrls(connectStore({ url: at.url, datawell }), {
            urls,
            document,
            pool,
            contentTag: own.contentTag,
            mode,
            ownerKey: device.publicKey,
          }),
        ),
      tell: () => "Licence holders can ask for them",
    });
    if (done === undefined) return;
    setText("");
    setPublished(published + 1);
  }

  async function answer(): Promise<void> {
    const device = kept?.device;
    if (at === undefined || device === undefined) return;
    const { answerRequests, connectStore } = await tools();
    await run({
      title: "Answer licence holders",
      act: (datawell) =>
        told(async () => {
          const answered = [];
          for (const record of mine.filter((one) => one.mode === "owner")) {
            answered.push(...(await answerRequests(connectStore({ url: at.url, datawell }), { record, device })));
          }
          return answered;
        }),
      tell: (accounts) => (accounts.length === 0 ? "Nobody waits" : `${accounts.length} got the key`),
    });
  }
}

/** What the store says, as the page tells of faults. */
async function told<T>(act: () => Promise<T>): Promise<{ readonly result: T }> {
  try {
    return { result: await act() };
  } catch (error) {
    throw error instanceof DatawellError ? error : faultOf(tellOf(error));
  }
}
