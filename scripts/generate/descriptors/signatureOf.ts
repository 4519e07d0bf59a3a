import type { FunctionFragment, ParamType } from "ethers";

/** A function as descriptors name it: with the names of its arguments, structs written out. */
export const signatureOf = ({ name, inputs }: FunctionFragment): string => `${name}(${inputs.map(written).join(", ")})`;

const written = (param: ParamType): string => `${typeOf(param)} ${param.name}`;

function typeOf({ type, baseType, components, arrayChildren, arrayLength }: ParamType): string {
  if (baseType === "array" && arrayChildren !== null) {
    return `${typeOf(arrayChildren)}[${arrayLength === -1 ? "" : String(arrayLength)}]`;
  }
  if (baseType !== "tuple" || components === null) return type;
  return `tuple(${components.map(written).join(", ")})`;
}
