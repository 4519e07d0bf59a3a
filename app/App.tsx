import { useEffect, useState } from "preact/hooks";
import { enter } from "./enter.ts";
import { Banners } from "./shell/Banners.tsx";
import { Header } from "./shell/Header.tsx";
import { Screen } from "./shell/Screen.tsx";
import { Toasts } from "./shell/Toasts.tsx";

/** The whole page. */
export function App() {
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    enter().then(
      () => setOpen(true),
      (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  if (fault !== undefined) {
    return (
      <main class="lonely">
        <h1>Datawell cannot be shown</h1>
        <p role="alert">{fault}</p>
        <p>
          With Node and npm, <code>npm start</code> in the repository makes a local chain, seeds it and serves this
          page.
        </p>
      </main>
    );
  }
  if (!isOpen) return <main class="lonely" aria-busy="true" />;
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Header />
      <Banners />
      <Screen />
      <Toasts />
    </>
  );
}

/** The address belongs to the screens, so the link moves the focus by itself. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
