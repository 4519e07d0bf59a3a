import { required } from "../../tasks/option.ts";

/** An amount that has to be given, of what `what` says. */
export const amount = (what: string) => required(`${what}, such as 12.5`);
