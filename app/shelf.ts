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
  /** @throws DOMException where nothing can be kept: for what must not be lost */
  setItem: (name: string, text: string): void => localStorage.setItem(name, text),
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
