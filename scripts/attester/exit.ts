import { exit } from "#sdk/actions/attester/exit.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";

const exitAttester: Action<object> = async (_, context) => {
  const { client, alita, user } = await openSession(context);
  return send({
    intent: `end the attesting of ${user}`,
    act: () => exit(client),
    tell: ({ attester, bond, withdrawableAt }) => ({
      title: `${attester} attests no longer`,
      facts: [["can withdraw", `${units(bond, alita)} from ${formatTime(withdrawableAt)}`]],
    }),
  });
};

export default exitAttester;
