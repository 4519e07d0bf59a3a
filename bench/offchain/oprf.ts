import { hexlify, randomBytes } from "ethers";
import { LANES } from "#sdk/math/minHash.ts";
import { blind, evaluate, evaluateBlinded, finalize, oprfKey } from "#sdk/oprf/index.ts";
import type { Figure } from "./Figure.ts";

const ELEMENTS = LANES + 2; // of a contribution: its lanes, the sketch's seed and the content tag
const ROUNDS = 12; // the best of them counts

/** What the attesters' function costs a contribution: the device that asks blindly, who answers, and who has the key. */
export async function measureOprf(): Promise<readonly Figure[]> {
  const key = oprfKey(hexlify(randomBytes(32)));
  const inputs = Array.from({ length: ELEMENTS }, () => randomBytes(27)); // as long as a lane's input
  const hidden = blind(inputs);
  const blinded = hidden.map((one) => one.blinded);
  const evaluation = evaluateBlinded(key, blinded);
  const same = finalize(hidden, evaluation, key.publicKey).every(
    (output, i) => hexlify(output) === hexlify(evaluate(key, inputs[i]!)),
  );
  const name = `oprf: ${ELEMENTS} elements of a contribution`;
  return [
    { name: `${name}: the same blind and with the key`, value: same ? "yes" : "no", goal: "yes", met: same },
    { name: `${name}: the device blinds`, value: best(() => blind(inputs)) },
    { name: `${name}: the attester answers`, value: best(() => evaluateBlinded(key, blinded)) },
    {
      name: `${name}: the device checks and unblinds`,
      value: best(() => finalize(hidden, evaluation, key.publicKey)),
    },
    { name: `${name}: with the key`, value: best(() => inputs.map((input) => evaluate(key, input))) },
  ];
}

/** Time of the processor, as all is computed here: it is the same beside other work. */
function best(work: () => unknown): string {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return `${Math.min(...times).toFixed(0)} ms of a core`;
}
