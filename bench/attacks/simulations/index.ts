import type { Attack } from "../Attack.ts";
import { collusion } from "./collusion.ts";
import { coordinator } from "./coordinator.ts";
import { donation } from "./donation.ts";
import { doubleClaim } from "./doubleClaim.ts";
import { firstDeposit } from "./firstDeposit.ts";
import { justInTime } from "./justInTime.ts";
import { oceanCycle } from "./oceanCycle.ts";
import { opposedPrice } from "./opposedPrice.ts";
import { privacyDrain } from "./privacyDrain.ts";
import { revocation } from "./revocation.ts";
import { sandwich } from "./sandwich.ts";
import { slashGriefing } from "./slashGriefing.ts";
import { sybils } from "./sybils.ts";
import { unopposedPrice } from "./unopposedPrice.ts";
import { voteBuying } from "./voteBuying.ts";
import { washing } from "./washing.ts";

export const ATTACKS: readonly Attack[] = [
  firstDeposit,
  donation,
  oceanCycle,
  sandwich,
  justInTime,
  opposedPrice,
  unopposedPrice,
  washing,
  sybils,
  voteBuying,
  slashGriefing,
  collusion,
  coordinator,
  doubleClaim,
  revocation,
  privacyDrain,
];
