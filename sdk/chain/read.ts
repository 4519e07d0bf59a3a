import { decodeError } from "../errors/decodeError.ts";
import type { Abi, Arguments, At, FunctionName, Output } from "./abi.ts";
import type { Datawell } from "./datawell.ts";
import { encode } from "./encode.ts";
import { interfaceOf } from "./interfaceOf.ts";
import { plainAt } from "./plain.ts";
import { providerOf } from "./providerOf.ts";

/**
 * Asks a view of a contract.
 * @throws DatawellError as the view reverts.
 */
export async function read<A extends Abi, N extends FunctionName<A>>(
  client: Datawell,
  at: At<A>,
  name: N,
  args: Arguments<A, N>,
): Promise<Output<A, N>> {
  try {
    const data = await providerOf(client).call({ to: at.address, data: encode(at, name, args) });
    return decodeOutput(at, name, data);
  } catch (error) {
    throw decodeError(error);
  }
}

function decodeOutput<A extends Abi, N extends FunctionName<A>>(at: At<A>, name: N, data: string): Output<A, N> {
  const coder = interfaceOf(at.abi, name);
  const types = coder.getFunction(name)?.outputs ?? [];
  const result = coder.decodeFunctionResult(name, data);
  const values = types.map((type, index) => plainAt(type, result, index));
  return (values.length === 1 ? values[0] : values) as Output<A, N>;
}
