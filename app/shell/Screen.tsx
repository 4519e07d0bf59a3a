import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { route } from "../route.ts";
import { loadScreen } from "../screens/index.ts";

/** Shows the screen that the address names; its code is loaded when it is first needed. */
export function Screen() {
  const name = route.value.path[0] ?? "";
  const [shown, show] = useState<{ readonly name: string; readonly Content: ComponentType }>();
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const Content = await loadScreen(name);
      if (isWanted) show({ name, Content });
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [name]);
  return (
    <main id="main" tabIndex={-1} aria-busy={shown?.name !== name}>
      {shown !== undefined && <shown.Content />}
    </main>
  );
}
