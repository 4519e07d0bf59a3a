import type { Figure } from "./Figure.ts";
import { type Played, playScale } from "./simulation/playScale.ts";

/** Ten thousand devices take minutes: only a deep run plays them. */
const SIZES = process.env.TEST_EFFORT === "deep" ? [100, 1_000, 10_000] : [100, 1_000];

/** What a whole round costs one device and the coordinator, as the number of devices grows. */
export async function measureScale(): Promise<readonly Figure[]> {
  const rounds: Played[] = [];
  for (const size of SIZES) rounds.push(await playScale(size));
  return [...rounds.flatMap(figuresOf), ...growth(rounds)];
}

function figuresOf(played: Played): readonly Figure[] {
  const { size, degree, exact, deviceMs, checkMs, bytesUp, bytesDown } = played;
  const name = `scale: ${size} devices`;
  return [
    { name: `${name}, 3 % drop out: exact sum`, value: exact ? "yes" : "no", goal: "yes", met: exact },
    { name: `${name}: one device`, value: `${deviceMs.toFixed(1)} ms, and ${checkMs.toFixed(1)} ms of checks` },
    { name: `${name}: one device sends`, value: `${kilobytes(bytesUp)} (${degree} neighbours)` },
    { name: `${name}: one device receives`, value: kilobytes(bytesDown) },
    {
      name: `${name}: the coordinator`,
      value: `${played.coordinatorSeconds.toFixed(1)} s, of which the sum ${played.unmaskSeconds.toFixed(1)} s`,
    },
    { name: `${name}: the coordinator keeps`, value: `${(played.databaseBytes / 1e6).toFixed(1)} MB` },
  ];
}

/** The coordinator's part must grow no faster than its devices, and a device's hardly, once neighbours are few of all. */
function growth(rounds: readonly Played[]): readonly Figure[] {
  return rounds.slice(1).flatMap((large, index) => {
    const small = rounds[index] as Played;
    const device = large.bytesUp / small.bytesUp;
    const coordinator = large.coordinatorSeconds / large.size / (small.coordinatorSeconds / small.size);
    const name = `scale: ${large.size} / ${small.size} devices`;
    const isSparse = small.size >= 1_000;
    return [
      {
        name: `${name}: bytes of one device`,
        value: device.toFixed(2),
        ...(isSparse && { goal: "<= 1.5", met: device <= 1.5 }),
      },
      {
        name: `${name}: coordinator's time for each`,
        value: coordinator.toFixed(2),
        goal: "<= 2",
        met: coordinator <= 2,
      },
    ];
  });
}

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} KB`;
