import { faultOf, tellOf, type Told } from "./Told.ts";

/** What one side of a port does for the other. */
export type Methods = object;

/** The same, as the other side sees it: everything takes a while. */
export type Remote<M extends Methods> = {
  readonly [N in keyof M]: M[N] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** What of a MessagePort it takes. */
export type Port = Pick<MessagePort, "postMessage" | "addEventListener" | "start">;

interface Call {
  readonly call: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

interface Answer {
  readonly answer: number;
  readonly value?: unknown;
  readonly fault?: Told;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface Talk<Theirs extends Methods> {
  readonly theirs: Remote<Theirs>;
  /** The other side is gone: whoever still waits for it is told. */
  readonly end: (fault: Told) => void;
}

/** Calls across a port, both ways at once. What throws there throws here, as a DatawellError. */
export function talk<Theirs extends Methods>(port: Port, make: (theirs: Remote<Theirs>) => Methods): Talk<Theirs> {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const call = (name: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      port.postMessage({ call: count, name, args } satisfies Call);
    });
  port.addEventListener("message", ({ data }: MessageEvent<Call | Answer>) => {
    if ("call" in data) void serve(data);
    else settle(data);
  });
  port.start();
  const theirs = new Proxy({} as Remote<Theirs>, {
    get: (_, name) =>
      typeof name === "string" && name !== "then" // a promise of this must not take it for a promise
        ? (...args: readonly unknown[]) => call(name, args)
        : undefined,
  });
  const mine = make(theirs);
  return { theirs, end };

  async function serve({ call: answer, name, args }: Call): Promise<void> {
    try {
      if (!Object.hasOwn(mine, name)) throw new Error(`There is no ${name} here`);
      const method = (mine as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>)[name];
      port.postMessage({ answer, value: await method?.(...args) } satisfies Answer);
    } catch (error) {
      port.postMessage({ answer, fault: tellOf(error) } satisfies Answer);
    }
  }

  function end(fault: Told): void {
    for (const { reject } of waiting.values()) reject(faultOf(fault));
    waiting.clear();
  }

  function settle({ answer, value, fault }: Answer): void {
    const one = waiting.get(answer);
    waiting.delete(answer);
    if (fault === undefined) one?.resolve(value);
    else one?.reject(faultOf(fault));
  }
}
