/* oxlint-disable no-underscore-dangle -- names that Node gave them */
type Listener = (...args: unknown[]) => void;

/** As much of Node's `events` as MetaMask's provider needs in a browser. */
export class EventEmitter {
  /** Read by @metamask/safe-event-emitter, which calls the listeners itself. */
  _events: Record<string, Listener[] | undefined> = {};

  on(name: string, listener: Listener): this {
    this._events[name] = [...this.listeners(name), listener];
    return this;
  }

  addListener(name: string, listener: Listener): this {
    return this.on(name, listener);
  }

  prependListener(name: string, listener: Listener): this {
    this._events[name] = [listener, ...this.listeners(name)];
    return this;
  }

  once(name: string, listener: Listener): this {
    const wrapped: Listener = (...args) => {
      this.removeListener(name, wrapped);
      listener(...args);
    };
    return this.on(name, wrapped);
  }

  removeListener(name: string, listener: Listener): this {
    const left = this.listeners(name).filter((one) => one !== listener);
    this._events[name] = left.length > 0 ? left : undefined;
    return this;
  }

  off(name: string, listener: Listener): this {
    return this.removeListener(name, listener);
  }

  removeAllListeners(name?: string): this {
    if (name === undefined) this._events = {};
    else this._events[name] = undefined;
    return this;
  }

  emit(name: string, ...args: unknown[]): boolean {
    const all = this.listeners(name);
    for (const listener of all) listener(...args);
    return all.length > 0;
  }

  listeners(name: string): Listener[] {
    return this._events[name] ?? [];
  }

  listenerCount(name: string): number {
    return this.listeners(name).length;
  }

  setMaxListeners(): this {
    return this;
  }
}
