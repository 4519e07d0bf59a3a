/**
 * Run once in a booted QuickJS, before any program. It takes out of the language what would differ between two runs or
 * make code that cannot be read beforehand, and gives the function that binds a program to its parameters.
 */
export const PRELUDE = `(() => {
  "use strict";
  const refuse = (name) => function () { throw new TypeError(name + " does not exist in a Datawell program"); };
  Math.random = refuse("Math.random");
  delete globalThis.eval;
  delete globalThis.SharedArrayBuffer;
  const makers = [function () {}, function* () {}, async function () {}, async function* () {}];
  for (const prototype of makers.map(Object.getPrototypeOf)) {
    const constructor = refuse("Making functions from text");
    if (prototype === Function.prototype) {
      constructor.prototype = prototype;
      globalThis.Function = constructor;
    }
    Object.defineProperty(prototype, "constructor", { value: constructor, writable: false, configurable: false });
  }
  const { parse } = JSON;
  const { isSafeInteger } = Number;
  const { asIntN } = BigInt;
  const toInteger = (value) => {
    if (typeof value === "number" && isSafeInteger(value)) return BigInt(value);
    if (typeof value === "bigint" && asIntN(64, value) === value) return value;
    throw new TypeError("the answer holds something that is no 64-bit integer");
  };
  return (program, paramsText, lengthText) => {
    const { map } = program;
    if (typeof map !== "function") throw new TypeError("the program does not export a function named map");
    const params = parse(paramsText);
    const length = parse(lengthText);
    return (rowsText) => {
      const answer = map(parse(rowsText), params);
      if (typeof answer !== "object" || answer === null || answer.length !== length) return new ArrayBuffer(0);
      const values = new BigInt64Array(length);
      for (let index = 0; index < length; index++) values[index] = toInteger(answer[index]);
      return values.buffer;
    };
  };
})()`;
