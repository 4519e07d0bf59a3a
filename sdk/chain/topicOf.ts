import type { Abi, EventName } from "./abi.ts";
import { interfaceOf } from "./interfaceOf.ts";

/** The first topic of an event's logs: the hash of its signature. */
export function topicOf<A extends Abi>(abi: A, name: EventName<A>): string {
  const event = interfaceOf(abi, name).getEvent(name);
  if (event === null) throw new Error(`No event ${name}`);
  return event.topicHash;
}
