import { palmerPenguins, where } from "../data.ts";
import { type Contributed, provide } from "../provide.ts";
import type { Slice } from "../slices.ts";
import type { Launched, Stage } from "../Stage.ts";

/** Three islands, three providers, paid in ALITA. */
export async function providePenguins(stage: Stage, penguins: Launched): Promise<readonly Contributed[]> {
  const { cast, narrator } = stage;
  narrator.chapter("Three providers bring the penguins of three islands");
  narrator.tell("Theo and Drew never noted the sex of their birds: their files are less complete.", "B3");
  return [
    await provide(stage, penguins, { provider: cast.theo, slice: withoutSex(island("Torgersen")) }),
    await provide(stage, penguins, { provider: cast.bea, slice: island("Biscoe") }),
    await provide(stage, penguins, { provider: cast.drew, slice: withoutSex(island("Dream")) }),
  ];
}

const island = (name: string): Slice => ({
  title: `Penguins of ${name}`,
  table: where(palmerPenguins(), (row) => row[1] === name),
});

const withoutSex = ({ title, table: { fields, rows } }: Slice): Slice => {
  const sex = fields.findIndex(({ name }) => name === "Sex");
  return { title, table: { fields, rows: rows.map((row) => row.with(sex, null)) } };
};
