export type Labels = Readonly<Record<string, string | number>>;

/** Figures of a service for Prometheus. Names are snake_case; labels have few values, never those of a client. */
export interface Metrics {
  /** Something that only grows: call what it answers to count. */
  readonly counter: (name: string, help: string) => (labels?: Labels, by?: number) => void;
  /** Something that is read when asked for. */
  readonly gauge: (name: string, help: string, read: () => number) => void;
  /** Durations in seconds. */
  readonly histogram: (name: string, help: string) => (labels: Labels, seconds: number) => void;
  /** The exposition format, version 0.0.4. */
  readonly text: () => string;
}

const BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10];

/** Figures that are kept in memory and begin at nothing with each start, as Prometheus expects of counters. */
export function createMetrics(): Metrics {
  const families = new Map<string, () => readonly string[]>();
  const declare = (name: string, kind: string, help: string, lines: () => readonly string[]) =>
    families.set(name, () => [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines()]);

  const counts = (suffix = "") => {
    const values = new Map<string, number>();
    const add = (name: string, labels: Labels, by: number) => {
      const key = `${name}${suffix}${labelsOf(labels)}`;
      values.set(key, (values.get(key) ?? 0) + by);
    };
    return { add, lines: () => [...values].map(([key, value]) => `${key} ${value}`) };
  };

  return {
    counter: (name, help) => {
      const { add, lines } = counts();
      declare(name, "counter", help, lines);
      return (labels = {}, by = 1) => add(name, labels, by);
    },
    gauge: (name, help, read) => declare(name, "gauge", help, () => [`${name} ${read()}`]),
    histogram: (name, help) => {
      const parts = { bucket: counts("_bucket"), sum: counts("_sum"), count: counts("_count") };
      declare(name, "histogram", help, () => Object.values(parts).flatMap(({ lines }) => lines()));
      return (labels, seconds) => {
        for (const le of BUCKETS) parts.bucket.add(name, { ...labels, le }, seconds <= le ? 1 : 0);
        parts.bucket.add(name, { ...labels, le: "+Inf" }, 1);
        parts.sum.add(name, labels, seconds);
        parts.count.add(name, labels, 1);
      };
    },
    text: () => `${[...families.values()].flatMap((lines) => lines()).join("\n")}\n`,
  };
}

function labelsOf(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(String(value))}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

const escape = (value: string): string =>
  value
    .replaceAll("\\", "\\\\")
    .replaceAll('"', String.raw`\"`)
    .replaceAll("\n", String.raw`\n`);
