import {
  cohortParams,
  createGraph,
  createParty,
  type DeviceStatus,
  maskInput,
  type Party,
  type PartyKeys,
  type PartySecrets,
  revealShares,
  SEALED_BYTES,
  sealShares,
  SHARE_BYTES,
  unmask,
} from "../../sdk/reduce/index.ts";

const ROUND = `0x${"aa".repeat(32)}`;
const SEED = `0x${"5e".repeat(32)}`;
const KEY_BYTES = 3 * 32;

/** What a round costs one device. */
export interface Costs {
  readonly ms: number; // in all steps together
  readonly bytes: number; // that it sends: keys, sealed shares, the masked vector, revealed shares
}

interface Terms {
  readonly size: number;
  readonly length: number;
}

interface Device {
  readonly secrets: PartySecrets;
  readonly keys: PartyKeys;
}

/** A whole round of which some devices never deliver: the cost of one that does, the least disturbed, and of unmasking. */
export async function playRound({ size, length, dropped }: Terms & { readonly dropped: number }) {
  const { degree, threshold } = cohortParams({ size });
  const graph = { size, degree, seed: SEED };
  const neighboursOf = createGraph(graph);
  const watches = integers(size).map(createWatch);
  const timed = async <T>(indexes: readonly number[], work: (index: number) => Promise<T>) => {
    const answers = new Map<number, T>();
    for (const index of indexes) answers.set(index, await watches[index]!.run(() => work(index)));
    return answers;
  };
  const devices = [...(await timed(integers(size), () => createParty(ROUND))).values()];
  const parties = integers(size).map((index) => partyAt(devices, index, neighboursOf(index)));
  const sealed = await timed(integers(size), (index) => sealShares({ ...parties[index]!, threshold }));
  const sealedFor = integers(size).map((index) =>
    Object.fromEntries(neighboursOf(index).map((from) => [from, sealed.get(from)![index]!])),
  );
  const inputs = integers(size).map((index) => integers(length).map((j) => BigInt((index + 1) * (j - length / 2))));
  const survivors = integers(size).slice(dropped);
  const masked = await timed(survivors, (index) =>
    maskInput({ ...parties[index]!, threshold, sealedFrom: sealedFor[index]!, input: inputs[index]! }),
  );
  const statuses = integers(size).map((index): DeviceStatus => (index < dropped ? "shared" : "delivered"));
  const reveals = await timed(survivors, (index) =>
    revealShares({ ...parties[index]!, threshold, sealedFrom: sealedFor[index]!, statuses }),
  );
  const roster = devices.map(({ keys }) => keys);
  const watch = createWatch();
  const { sum } = await watch.run(() =>
    unmask({ round: ROUND, roster, graph, threshold, length, sealed, masked, reveals }),
  );
  return {
    device: {
      ms: Math.min(...survivors.map((index) => watches[index]!.total())),
      bytes: bytesOf(length, degree, degree),
    },
    unmaskMs: watch.total(),
    exact: sum.every((value, j) => value === survivors.reduce((total, index) => total + inputs[index]![j]!, 0n)),
    degree,
  };
}

/** One device's part in a cohort of which only its neighbours are there. Of ten runs the quickest. */
export async function oneOf({ size, length }: Terms): Promise<Costs & { readonly degree: number }> {
  const { degree, threshold } = cohortParams({ size });
  const seats = createGraph({ size, degree, seed: SEED })(0);
  const devices: Device[] = [];
  for (const seat of [0, ...seats]) devices[seat] = await createParty(ROUND);
  const party = partyAt(devices, 0, seats);
  const sealedFrom: Record<number, string> = {};
  for (const seat of seats) {
    const two = partyAt(devices, seat, [0, seat === seats[0] ? seats[1]! : seats[0]!]); // the least it can share with
    sealedFrom[seat] = (await sealShares({ ...two, threshold: 2 }))[0]!;
  }
  const statuses = Object.fromEntries([0, ...seats].map((seat) => [seat, "delivered" as const]));
  const input = integers(length).map(BigInt);
  const runs: number[] = [];
  for (let run = 0; run < 10; run++) {
    const watch = createWatch();
    await watch.run(async () => {
      createGraph({ size, degree, seed: SEED })(0);
      await createParty(ROUND);
      await sealShares({ ...party, threshold });
      await maskInput({ ...party, threshold, sealedFrom, input });
      await revealShares({ ...party, threshold, sealedFrom, statuses });
    });
    runs.push(watch.total());
  }
  return { ms: Math.min(...runs), bytes: bytesOf(length, degree, degree), degree };
}

const integers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

const partyAt = (devices: readonly Device[], index: number, neighbours: readonly number[]): Party => ({
  round: ROUND,
  index,
  secrets: devices[index]!.secrets,
  neighbours: neighbours.map((other) => ({ index: other, keys: devices[other]!.keys })),
});

const bytesOf = (length: number, sealed: number, reveals: number): number =>
  KEY_BYTES + sealed * SEALED_BYTES + 8 * length + reveals * SHARE_BYTES;

/** Adds up the time of some pieces of work. */
function createWatch() {
  let total = 0; // milliseconds
  return {
    async run<T>(work: () => Promise<T>): Promise<T> {
      const start = performance.now();
      const result = await work();
      total += performance.now() - start;
      return result;
    },
    total: () => total,
  };
}
