import { mustEqual, mustGet } from "../state/must.ts";
import { attesters } from "../tables/attesters.ts";
import { slashes } from "../tables/slashes.ts";
import { type Context, type EventOf, placeOf, type Reducer } from "./Reducer.ts";

export const reduceRegistry: Reducer<"AttesterRegistry"> = {
  Register: register,
  Exit: exit,
  Withdraw: withdraw,
  SlashEquivocation: slash,
};

async function register({ args }: EventOf<"AttesterRegistry", "Register">, context: Context): Promise<void> {
  const { state, time } = context;
  const { attester, amount, bond } = args;
  const known = await state.get(attesters, [attester]);
  mustEqual("A bond", bond, (known?.bond ?? 0n) + amount);
  const registeredAt = known === undefined || known.bond === 0n ? time : known.registeredAt;
  state.put(attesters, { attester, bond, withdrawableAt: 0, barred: false, registeredAt });
}

async function exit({ args }: EventOf<"AttesterRegistry", "Exit">, { state }: Context): Promise<void> {
  const known = await mustGet(state, attesters, [args.attester]);
  mustEqual("A bond", args.bond, known.bond);
  state.put(attesters, { ...known, withdrawableAt: Number(args.withdrawableAt) });
}

async function withdraw({ args }: EventOf<"AttesterRegistry", "Withdraw">, { state }: Context): Promise<void> {
  const known = await mustGet(state, attesters, [args.attester]);
  mustEqual("A bond", args.bond, known.bond);
  state.put(attesters, { ...known, bond: 0n, withdrawableAt: 0 });
}

async function slash(event: EventOf<"AttesterRegistry", "SlashEquivocation">, context: Context): Promise<void> {
  const { state } = context;
  const { attester, reporter, pool, contribution, reward, destroyed } = event.args;
  const known = await mustGet(state, attesters, [attester]);
  mustEqual("A bond", reward + destroyed, known.bond);
  state.put(attesters, { ...known, bond: 0n, withdrawableAt: 0, barred: true });
  state.add(slashes, {
    ...placeOf(event, context),
    offence: "equivocation",
    pool,
    offender: attester,
    prover: reporter,
    older: "",
    contribution,
    lanes: 0,
    forfeited: 0n,
    slashed: known.bond,
    bounty: reward,
  });
}
