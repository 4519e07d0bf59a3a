import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { href, route } from "../../route.ts";
import { address } from "../../wallet/account.ts";
import { tabOf, TABS, type TabProps } from "./tabs.ts";

/** The parts of a dataset's page, one shown: `#/dataset/<token>/<word>`. */
export function TabBar({ dataset }: TabProps) {
  const { word, load } = tabOf(route.value.path[2]);
  const [shown, show] = useState<{ readonly word: string; readonly Content: ComponentType<TabProps> }>();
  useEffect(() => {
    let isWanted = true;
    void load().then((Content) => isWanted && show({ word, Content }));
    return () => {
      isWanted = false;
    };
  }, [word]);
  const offered = TABS.filter(({ isFor, word: own }) => own === word || (isFor?.(dataset, address.value) ?? true));
  return (
    <>
      <nav class="tabs" aria-label="Parts of this dataset">
        {offered.map((tab) => (
          <a
            key={tab.word}
            href={href(["dataset", dataset.token, tab.word])}
            aria-current={tab.word === word ? "page" : undefined}
          >
            {tab.name}
          </a>
        ))}
      </nav>
      <div class="tab" aria-busy={shown?.word !== word}>
        {shown && <shown.Content dataset={dataset} />}
      </div>
    </>
  );
}
