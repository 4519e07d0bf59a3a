import { type Command, command } from "../tasks/Command.ts";
import { optional, standard } from "../tasks/option.ts";

/** `hardhat deploy`. */
export const deployment: readonly Command[] = [
  command({
    id: ["deploy"],
    does: "Deploy the whole system and write its deployment file; what is there already stays",
    example: "deploy --network localhost",
    options: {
      base: optional("ERC-20 that everything is paid in (default: an own ALITA is deployed)"),
      holder: optional("Address that gets the supply of an own ALITA (default: the deploying account)"),
      minBond: standard("1000", "ALITA that an attester bonds at least"),
      unbonding: standard("14d", "How long a leaving attester stays liable"),
      rpcUrl: optional("RPC address for readers of the deployment file (default: yours, if it is on this machine)"),
    },
    load: () => import("./deploy.ts"),
  }),
];
