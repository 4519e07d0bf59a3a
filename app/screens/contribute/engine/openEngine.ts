import { site } from "../../../chain/site.ts";
import type { Engine, Page } from "./Engine.ts";
import { type Remote, talk } from "./talk.ts";

export interface OpenEngine {
  readonly engine: Remote<Engine>;
  /** Ends the worker and what it was doing; whoever waits is told. */
  readonly close: () => void;
}

const GONE = {
  name: "BadInput",
  message: "The part that reads records could not be started",
  remedy: "Reload the page",
};
const STOPPED = { name: "Rejected", message: "It was stopped", remedy: "Begin again" };

/** Starts the worker that has the records, about the page's contracts. */
export function openEngine(page: Page): OpenEngine {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "contribution" });
  const { port1, port2 } = new MessageChannel();
  const { theirs: engine, end } = talk<Engine>(port1, () => page);
  worker.addEventListener("error", () => end(GONE));
  worker.postMessage(undefined, [port2]);
  engine.open({ ...site().deployment, demo: [] }).catch(() => {}); // whoever asks next is told. Keys have no business there
  return {
    engine,
    close: () => {
      port1.close();
      worker.terminate();
      end(STOPPED);
    },
  };
}
