import type { DeviceStatus } from "#sdk/rounds/survivors.ts";

/** How far each device of a roster came, by position. */
export const statusesOf = (
  size: number,
  shared: ReadonlySet<number>,
  delivered: ReadonlySet<number>,
): readonly DeviceStatus[] =>
  Array.from({ length: size }, (_, position) => {
    if (delivered.has(position)) return "delivered";
    return shared.has(position) ? "shared" : "absent";
  });
