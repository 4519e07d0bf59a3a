import { useState } from "preact/hooks";
import { site } from "../../chain/site.ts";
import { run } from "../../intents/run.ts";
import { href } from "../../route.ts";
import { Identicon } from "../../ui/Identicon.tsx";
import { NextStep } from "../../ui/NextStep.tsx";
import { account } from "../../wallet/account.ts";
import { keepLaunch, type Launch } from "./keptLaunch.ts";

export interface LaunchedProps {
  readonly launch: Launch;
  readonly pool: string;
}

/** What became of the last launch, and what is left to do. */
export function Launched({ launch, pool }: LaunchedProps) {
  const { token, name, symbol, isPublished } = launch;
  const { store } = site().deployment.services ?? {};
  return (
    <section class="card form launch-done" role="status" aria-labelledby="launch-done">
      <h2 id="launch-done">
        <Identicon of={token} size={32} /> {name} <span class="hint">{symbol}</span> is launched
      </h2>
      <p>
        {isPublished
          ? "Its description is in the store: everybody can find and check it."
          : "The chain keeps the fingerprint of the description alone. "}
        {!isPublished &&
          (store === undefined
            ? "Keep the description as a file, and put it where people can read it."
            : "Publish the description itself, so that people can read it.")}
      </p>
      {!isPublished && store !== undefined && <Publish launch={launch} pool={pool} store={store} />}
      <p class="launch-turns">
        <a href={href(["dataset", token])}>Look at the dataset</a>
        <a href={documentUrl(launch)} download={`${symbol}.json`}>
          Keep the description as a file
        </a>
        <Another launch={launch} />
      </p>
    </section>
  );
}

/** Makes room for another launch. An unpublished description is nowhere else: it is not let go of by one click. */
function Another({ launch: { isPublished } }: { readonly launch: Launch }) {
  const [isAsking, ask] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" onClick={() => (isPublished ? keepLaunch(undefined) : ask(true))}>
        Launch another
      </button>
    );
  }
  return (
    <>
      <strong role="alert">The description is nowhere but in this browser. Keep it as a file first.</strong>
      <button type="button" onClick={() => keepLaunch(undefined)}>
        Forget the description
      </button>
    </>
  );
}

const documentUrl = ({ document }: Launch): string =>
  `data:application/ld+json;charset=utf-8,${encodeURIComponent(JSON.stringify(document, undefined, 2))}`;

interface PublishProps extends LaunchedProps {
  readonly store: string;
}

/** Gives the description to the store: one signature, no transaction. */
function Publish({ launch, pool, store }: PublishProps) {
  const isMaker = account.value === undefined || account.value.address === launch.maker;
  const act = async (): Promise<void> => {
    const { connectStore, publishDocument } = await import("#sdk/store/index.ts");
    const done = await run({
      title: `Publish the description of ${launch.symbol}`,
      act: async (datawell) => ({
        result: await publishDocument(connectStore({ url: store, datawell }), { document: launch.document, pool }),
      }),
      tell: ({ cid }) => `Published as ${cid.slice(0, 12)}…`,
    });
    if (done !== undefined) keepLaunch({ ...launch, isPublished: true });
  };
  return (
    <NextStep
      label="Publish the description"
      missing={isMaker ? undefined : "Switch to the account that launched it"}
      act={act}
    />
  );
}
