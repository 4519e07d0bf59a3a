/* oxlint-disable no-underscore-dangle -- names that Node gave them */
import { EventEmitter } from "./events.ts";

type Done = (error?: Error | null) => void;

interface DuplexOptions {
  readonly read: () => void;
  readonly write: (chunk: unknown, encoding: string, done: Done) => void;
}

/** As much of a stream of objects (`readable-stream`) as MetaMask's provider needs in a browser. */
export class Duplex extends EventEmitter {
  readonly readable = true;
  readonly writable = true;
  readonly _readableState = {};
  readonly _writableState = {};
  readonly _read: () => void;
  readonly _write: DuplexOptions["write"];
  private target: Duplex | undefined;
  private waiting: unknown[] = [];

  constructor({ read, write }: DuplexOptions) {
    super();
    this._read = read;
    this._write = write;
  }

  push(chunk: unknown): void {
    if (this.target === undefined) this.waiting.push(chunk);
    else this.target.write(chunk);
  }

  write(chunk: unknown): void {
    this._write(chunk, "utf8", (error) => {
      if (error) this.destroy(error);
    });
  }

  pipe(target: Duplex): Duplex {
    this.target = target;
    for (const chunk of this.waiting.splice(0)) target.write(chunk);
    return target;
  }

  destroy(error?: Error): void {
    this.emit("close", error);
  }
}

/** Joins streams, and tells when one of them ends. */
export function pipeline(...parts: readonly [...streams: Duplex[], ended: Done]): void {
  const streams = parts.slice(0, -1) as Duplex[];
  const ended = parts.at(-1) as Done;
  for (const stream of new Set(streams)) stream.on("close", (error) => ended(error as Error | undefined));
  for (const [index, stream] of streams.slice(1).entries()) streams[index]?.pipe(stream);
}
