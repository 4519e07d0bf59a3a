import { withdraw } from "#sdk/actions/attester/withdraw.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";

const withdrawBond: Action<object> = async (_, context) => {
  const { client, alita, user } = await openSession(context);
  return send({
    intent: `give ${user} its bond back`,
    act: () => withdraw(client),
    tell: ({ attester, bond }) => ({ title: `${attester} got its bond of ${units(bond, alita)} back` }),
  });
};

export default withdrawBond;
