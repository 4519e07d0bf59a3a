import type { ComponentType } from "preact";

const missing = async (): Promise<ComponentType> => (await import("./Missing.tsx")).Missing;

/** Every screen by the first word of its address. */
export const SCREENS: Readonly<Record<string, () => Promise<ComponentType>>> = {
  "": async () => (await import("./catalogue/Catalogue.tsx")).Catalogue,
  compute: async () => (await import("./compute/Compute.tsx")).Compute,
  dataset: async () => (await import("./dataset/Dataset.tsx")).Dataset,
  launch: async () => (await import("./launch/Launch.tsx")).Launch,
  portfolio: async () => (await import("./portfolio/Portfolio.tsx")).Portfolio,
  swap: async () => (await import("./swap/Swap.tsx")).Swap,
  missing,
};

/** Loads a screen, once. */
export const loadScreen = (word = ""): Promise<ComponentType> =>
  ((Object.hasOwn(SCREENS, word) && SCREENS[word]) || missing)(); // own: or "constructor" would be a screen
