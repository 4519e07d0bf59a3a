import { DatawellError } from "#sdk/errors/DatawellError.ts";

/**
 * What this browser keeps of the page, by names. A browser may refuse its storage altogether (blocked cookies, a full disk);
 * then the page works all the same and has forgotten by the next time.
 */
export const shelf = {
  getItem: (name: string): string | null => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  /**
   * Keeps what must not be lost.
   * @throws DatawellError BadInput where it cannot be kept
   */
  setItem: (name: string, text: string): void => {
    try {
      localStorage.setItem(name, text);
    } catch (cause) {
      const advice = "Allow the page to store data, or make room on the disk, and try again";
      throw new DatawellError("BadInput", { what: "This browser keeps nothing for the page", advice }, { cause });
    }
  },
  /** Keeps a text if it can be kept; undefined: forgets it. */
  tryToKeep: (name: string, text: string | undefined): void => {
    try {
      if (text === undefined) localStorage.removeItem(name);
      else localStorage.setItem(name, text);
    } catch {
      // nothing that could not be chosen or typed again
    }
  },
};
