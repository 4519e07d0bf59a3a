/** A call with its operands as text: integers in decimal, floats in JavaScript's notation. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly types: readonly string[];
}

/** A module, the gas it gets (none for a module that is not metered) and what to call, in order, on one instance. */
export interface Case {
  readonly imports: readonly { readonly module: string; readonly name: string }[]; // functions, which log and give 0
  readonly wasm: string; // hexadecimal
  readonly gas?: string | undefined;
  readonly calls: readonly Call[];
}

/** How one call ended, in words that every engine can be held to, and the gas that was left. */
export interface Ending {
  readonly kind: string;
  readonly value?: string;
  readonly gas?: string;
}

export interface Report {
  readonly endings: readonly Ending[];
  readonly memory: string; // a hash of what is in it at the end
  readonly globals: string;
  readonly logged: string; // what it passed to its imports
}

/** The parts of an engine's WebAssembly that are used here; polywasm has no more. */
export interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
  readonly Memory: new (...args: never[]) => object;
}

/**
 * Runs cases on an engine. Stands alone: its text, without the types, is also handed to the shells of other engines,
 * so it uses nothing from outside and nothing that an engine of 2022 lacks.
 */
export function runCases(engine: Engine, cases: readonly Case[]): Report[] {
  const bytesOf = (hex: string): Uint8Array => {
    const bytes = new Uint8Array(hex.length / 2);
    for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
    return bytes;
  };

  const show = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(show).join(" ");
    if (typeof value === "bigint") return String(BigInt.asIntN(64, value)); // polywasm reads some initial values too wide
    return Object.is(value, -0) ? "-0" : String(value);
  };

  const hash = (bytes: Uint8Array): string => {
    let state = 0x811c9dc5;
    for (let i = 0; i < bytes.length; i++) state = Math.imul(state ^ (bytes[i] as number), 0x01000193);
    return `${bytes.length}:${state >>> 0}`;
  };

  const kindOf = (error: unknown, fault: number, gas: bigint): string => {
    if (fault === 1) return "stackExhausted";
    if (fault === 2 || error instanceof RangeError || (error as Error).name === "InternalError") return "hostFailed";
    return gas < 0n ? "outOfGas" : "trapped";
  };

  const run = ({ wasm, imports: wanted, gas, calls }: Case): Report => {
    const module = new engine.Module(bytesOf(wasm));
    let logged = "";
    const imports: Record<string, Record<string, unknown>> = {};
    for (const { module: from, name } of wanted) {
      imports[from] = imports[from] || {};
      (imports[from] as Record<string, unknown>)[name] = (...args: unknown[]) => {
        logged += `${name} ${show(args)};`;
        return 0;
      };
    }
    const { exports } = new engine.Instance(module, imports);
    const left = exports["datawell:gas"] as { value: bigint } | undefined;
    const fault = exports["datawell:fault"] as { value: number } | undefined;
    if (left !== undefined && gas !== undefined) left.value = BigInt(left.value) + BigInt(gas);

    const endings: Ending[] = [];
    for (const { name, args, types } of calls) {
      const values = args.map((text, i) => (types[i] === "i64" ? BigInt(text) : Number(text)));
      try {
        const value = show((exports[name] as (...args: unknown[]) => unknown)(...values));
        endings.push({ kind: "returned", value, gas: left === undefined ? undefined : String(left.value) } as Ending);
      } catch (error) {
        const rest = left === undefined ? 0n : BigInt(left.value);
        const kind = kindOf(error, fault === undefined ? 0 : fault.value, rest);
        endings.push({ kind, gas: left === undefined ? undefined : String(rest) } as Ending);
      }
    }

    let memory = "";
    let globals = "";
    for (const name of Object.keys(exports)) {
      const value = exports[name] as { buffer?: ArrayBuffer; value?: unknown };
      if (name.startsWith("datawell:")) continue;
      if (value.buffer instanceof ArrayBuffer) memory += hash(new Uint8Array(value.buffer));
      else if (typeof value !== "function" && "value" in value) globals += `${name}=${show(value.value)};`;
    }
    return { endings, memory, globals, logged };
  };

  return cases.map(run);
}
