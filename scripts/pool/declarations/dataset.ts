import { required } from "../../tasks/option.ts";

/** Which pool is meant. */
export const dataset = required("Dataset: symbol, name or address of its token");
