declare module "polywasm" {
  /** WebAssembly in JavaScript alone, with most of the standard interface. */
  export const WebAssembly: unknown;
}
