import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { type DatasetDescription, describeDataset } from "#sdk/metadata/describeDataset.ts";

const WEATHER: DatasetDescription = {
  name: "Weather of Seattle",
  description: "What the weather was, day by day.",
  license: "CC-BY-4.0",
  creator: { type: "Person", name: "Mia" },
  keywords: ["weather", "rain"],
  datePublished: "2026-01-01",
  version: "1.0.0",
  fields: [
    { name: "date", type: "date", nullable: false },
    { name: "rain", type: "number", nullable: true },
  ],
  requirements: ["Every record carries a date"],
  usageScenarios: ["Forecasts"],
  potentialCustomers: ["Newspapers"],
};

export const weatherDocument = (): DatasetDocument => describeDataset(WEATHER);

/** What somebody writes who wants the page to run their code, in each text that is shown. */
export const ATTACK = `<script>globalThis.stolen = true</script><img src=x onerror="globalThis.stolen = true">`;

export const hostileDocument = (): DatasetDocument =>
  describeDataset({
    ...WEATHER,
    name: `${ATTACK} title`,
    description: `${ATTACK}\n</script><script>globalThis.stolen = true</script>`,
    license: "https://example.org/?javascript:globalThis.stolen=true",
    creator: { type: "Person", name: ATTACK },
    keywords: [ATTACK, "\u202etxet desrever", "javascript:globalThis.stolen=true"],
    version: "<b>1</b>",
    fields: [{ name: `"><script>globalThis.stolen = true</script>`, type: "text", nullable: true }],
    requirements: [ATTACK],
    usageScenarios: [ATTACK],
    potentialCustomers: [ATTACK],
  });
