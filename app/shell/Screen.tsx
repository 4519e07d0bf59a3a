import { route } from "../route.ts";
import { loadScreen } from "../screens/index.ts";
import { CodeFault } from "../ui/CodeFault.tsx";
import { useCode } from "../ui/useCode.ts";

/** Shows the screen that the address names; its code is loaded when it is first needed. */
export function Screen() {
  const name = route.value.path[0] ?? "";
  const { shown, hasFailed, retry } = useCode(name, () => loadScreen(name));
  return (
    <main id="main" tabIndex={-1} aria-busy={shown?.name !== name && !hasFailed}>
      {hasFailed ? <CodeFault retry={retry} /> : shown && <shown.Content />}
    </main>
  );
}
