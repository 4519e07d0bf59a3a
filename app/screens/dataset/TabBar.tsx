import { href, route } from "../../route.ts";
import { CodeFault } from "../../ui/CodeFault.tsx";
import { useCode } from "../../ui/useCode.ts";
import { address } from "../../wallet/account.ts";
import { tabOf, TABS, type TabProps } from "./tabs.ts";

/** The parts of a dataset's page, one shown: `#/dataset/<token>/<word>`. */
export function TabBar({ dataset }: TabProps) {
  const { word, load } = tabOf(route.value.path[2]);
  const { shown, hasFailed, retry } = useCode(word, load);
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
      <div class="tab" aria-busy={shown?.name !== word && !hasFailed}>
        {hasFailed ? <CodeFault retry={retry} /> : shown && <shown.Content dataset={dataset} />}
      </div>
    </>
  );
}
