import type { ComponentType } from "preact";

/** Every screen by the first word of its address. */
export const SCREENS: Readonly<Record<string, () => Promise<ComponentType>>> = {
  "": async () => (await import("./catalogue/Catalogue.tsx")).Catalogue,
  compute: async () => (await import("./compute/Compute.tsx")).Compute,
  dataset: async () => (await import("./dataset/Dataset.tsx")).Dataset,
  launch: async () => (await import("./launch/Launch.tsx")).Launch,
  portfolio: async () => (await import("./portfolio/Portfolio.tsx")).Portfolio,
  swap: async () => (await import("./swap/Swap.tsx")).Swap,
  missing: async () => (await import("./Missing.tsx")).Missing,
};
