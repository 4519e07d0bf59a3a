import { useEffect } from "preact/hooks";
import { arrival, route } from "../route.ts";
import { loadScreen } from "../screens/index.ts";
import { CodeFault } from "../ui/CodeFault.tsx";
import { useCode } from "../ui/useCode.ts";

/** Shows the screen that the address names, from its beginning; its code is loaded when it is first needed. */
export function Screen() {
  const name = route.value.path[0] ?? "";
  const { shown, hasFailed, retry } = useCode(name, () => loadScreen(name));
  const came = arrival.value;
  useEffect(() => {
    if (came === undefined) return;
    document.getElementById("main")?.focus({ preventScroll: true });
    if (!came.isReturn) scrollTo(0, 0);
  }, [came]);
  return (
    <main id="main" tabIndex={-1} aria-busy={shown?.name !== name && !hasFailed}>
      {hasFailed ? <CodeFault retry={retry} /> : shown && <shown.Content />}
    </main>
  );
}
