import type { Offer } from "#sdk/rounds/answers.ts";
import { BarChart } from "../../../ui/charts/BarChart.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Fault } from "../../../ui/Fault.tsx";
import { useAsked } from "../useAsked.ts";
import type { Build, Choice } from "../engine/build.ts";
import { type Engine, engine as loadEngine } from "../engine/engineHere.ts";
import { noiseInWords, noiseOfMean } from "../order/inWords.ts";
import { type Answer, answerOf, numbersOf, said } from "./answerOf.ts";
import type { FoundJob } from "./Found.ts";
import type { Round } from "./Round.ts";

export interface AnswerProps {
  readonly found: FoundJob;
  readonly round: Round;
  readonly offer: Offer;
}

const MOST_LINES = 100; // of a long answer on the page; all of them are in the download
const NUMBER = new Intl.NumberFormat();

/** An answer in the program's own units, and what stands behind it. */
export function AnswerView({ found, round, offer }: AnswerProps) {
  const { word = "own" } = round.choice ?? {};
  const { data: loaded, error } = useAsked(`answer ${word}`, async () => {
    const { buildOf, ...engine } = await loadEngine();
    return { engine, build: await buildOf(word) };
  });
  if (error) return <Fault of={error} />;
  if (loaded === undefined) return <p aria-busy="true" class="skeleton" />;
  const { engine, build } = loaded;
  const { result } = offer;
  const { title, lines, bars, fault } = readAnswer(build, round, offer);
  return (
    <>
      <h3>{title}</h3>
      {fault && <p class="fault">{fault}</p>}
      {bars && <BarChart title={title} bars={bars} format={said} names={["Where", "How much"]} />}
      <div class="compute-answer">
        <Facts of={lines.slice(0, MOST_LINES)} />
      </div>
      {lines.length > MOST_LINES && <p class="hint">{NUMBER.format(lines.length - MOST_LINES)} more in the file.</p>}
      <h3>Behind it</h3>
      <Facts
        of={[
          ["Devices", `${result.survivors} of ${result.enrolled} that began`],
          ["Records", NUMBER.format(BigInt(result.rows))],
          ["Digest", digestLine(engine, found, offer)],
        ]}
      />
      <p>{noiseOfAnswer(engine, found, round, offer)}</p>
      <p>
        <a download={`${found.jobId}.json`} href={fileOf(offer)}>
          Download the result
        </a>
      </p>
    </>
  );
}

function readAnswer(build: Build, { choice, task }: Round, { result }: Offer): Answer & { readonly fault?: string } {
  const sum = result.sum.map(BigInt);
  const plain = numbersOf("Sums over all providers", sum.map(Number));
  if (choice === undefined || task === undefined) return plain;
  try {
    const terms = { bound: BigInt(task.output.bound), gasPerRow: BigInt(task.gasPerRow) };
    return answerOf(choice, build(choice, terms).read(sum));
  } catch (error) {
    return { ...plain, fault: error instanceof Error ? error.message : String(error) }; // "the sums do not determine a model"
  }
}

function noiseOfAnswer(
  { noiseOf }: Pick<Engine, "noiseOf">,
  { job }: FoundJob,
  { choice, task }: Round,
  { result }: Offer,
): string {
  if (task === undefined) return "How much noise is in it is not known: the task is not here.";
  const noise = noiseOf({ job, task, devices: result.enrolled });
  const words = noiseInWords(choice ?? UNKNOWN, noise);
  if (choice?.word !== "mean" || noise.deviation === 0) return words;
  const off = noiseOfMean(result.sum.map(BigInt), Number(choice.values.scale), noise.deviation);
  return off === undefined ? words : `${words} That is about ${off} in the mean.`;
}

/** Stands for a program whose parameters are not in this browser. */
const UNKNOWN: Choice = { word: "own", source: "", params: null, fields: [], length: 1 };

function digestLine({ documentDigest }: Pick<Engine, "documentDigest">, { settled }: FoundJob, { result }: Offer) {
  const digest = documentDigest(result);
  if (settled === undefined) return <code title={digest}>{digest}</code>;
  const isSame = digest === settled.resultDigest;
  return (
    <>
      <code title={digest}>{digest}</code>
      <span class={`compute-line ${isSame ? "good" : "fault"}`}>
        {isSame ? "✓ the one settled on chain" : "✕ another than the one settled on chain"}
      </span>
    </>
  );
}

const fileOf = ({ result }: Offer): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(result, undefined, 2))}`;
