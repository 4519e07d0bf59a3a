import type { TypedData } from "#sdk/signing/TypedData.ts";
import { delegationMessage } from "#sdk/auth/Delegation.ts";
import { requestMessage } from "#sdk/auth/RequestProof.ts";
import { ABI_OF } from "#sdk/chain/abiOf.ts";
import { PERMIT_TYPES } from "#sdk/permits/permitMessage.ts";
import { ENROLMENT_TYPES } from "#sdk/rounds/enrolment.ts";
import { RECEIPT_TYPES } from "#sdk/rounds/receipt.ts";
import { ATTESTATION_TYPES } from "#sdk/signing/attestationMessage.ts";
import { CONTRIBUTION_CONSENT_TYPES } from "#sdk/signing/contributionConsentMessage.ts";
import { JOB_CONSENT_TYPES } from "#sdk/signing/jobConsentMessage.ts";
import { RULING_TYPES } from "#sdk/signing/rulingMessage.ts";
import { authorshipMessage } from "#sdk/store/authorshipMessage.ts";
import type { Acts } from "./Field.ts";
import { type Formats, formatsOfContract, formatsOfMessage } from "./formatsOf.ts";
import { BILLING, REGISTRY } from "./words/computing.ts";
import { ALITA, DATA_TOKEN, FACTORY, POOL } from "./words/dataset.ts";
import * as messages from "./words/messages.ts";
import { PAIR, ROUTER } from "./words/trading.ts";

type ContractName = Exclude<keyof typeof ABI_OF, "BulletinBoard">;

/** What is left to programs: nobody confirms these in a wallet. */
export const LEFT_OUT: Readonly<Partial<Record<ContractName, readonly string[]>>> = {
  DataToken: ["initialize"], // the factory's, once
  Pair: ["mint", "burn", "swap", "skim", "sync"], // for routers, which send tokens first
  ComputeBilling: ["rule"], // the arbitrator's (ERC-792)
};

const ACTS: Readonly<Record<ContractName, Acts>> = {
  Alita: ALITA,
  AttesterRegistry: REGISTRY,
  ComputeBilling: BILLING,
  DataPool: POOL,
  DataToken: DATA_TOKEN,
  DatasetFactory: FACTORY,
  Pair: PAIR,
  Router: ROUTER,
};

const ENUMS = {
  contributionKind: { "0": "On the provider's device", "1": "Behind an encrypted address" },
  parameter: { "0": "Least quality", "1": "Price of a compute unit", "2": "Attesters" },
};

/** A descriptor as the registry of ERC-7730 takes it. */
export interface Descriptor {
  readonly $schema: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly display: { readonly formats: Formats };
}

const SCHEMA = "https://eips.ethereum.org/assets/eip-7730/erc7730-v2.schema.json";

function describe(context: Descriptor["context"], contractName: string, formats: Formats): Descriptor {
  const text = JSON.stringify(formats);
  const enums = Object.entries(ENUMS).filter(([name]) => text.includes(`$.metadata.enums.${name}`));
  return {
    $schema: SCHEMA,
    context,
    metadata: {
      owner: "Datawell",
      contractName,
      ...(text.includes("constants.alita") && { constants: { alita: null } }),
      ...(enums.length > 0 && { enums: Object.fromEntries(enums) }),
    },
    display: { formats },
  };
}

const ofContract = (name: ContractName): Descriptor =>
  describe(
    { $id: `Datawell ${name}`, contract: { deployments: [] } },
    name,
    formatsOfContract(ABI_OF[name], ACTS[name], LEFT_OUT[name]),
  );

const ofMessages = (id: string, domain: object, formats: readonly Formats[]): Descriptor =>
  describe({ $id: id, eip712: { domain, deployments: [] } }, id, Object.assign({}, ...formats) as Formats);

const typesOf = ({ types }: TypedData): TypedData["types"] => types;

const DATAWELL = { name: "Datawell", version: "1" };
const NOTHING = { account: "", session: "", purpose: "", audiences: [], expires: 0 };
const NO_REQUEST = { chainId: 0n, audience: "", method: "", path: "", bodyDigest: "", expires: 0 };
const NO_AUTHORSHIP = { author: "", pool: "", contentTag: "", digest: "" };

/** Every descriptor by the name of its file. The addresses come with a deployment. */
export function descriptors(): Readonly<Record<string, Descriptor>> {
  const contracts = (Object.keys(ACTS) as ContractName[]).map(
    (name) => [`calldata-${name}`, ofContract(name)] as const,
  );
  return {
    ...Object.fromEntries(contracts),
    "eip712-Permit": ofMessages("Permit of a token", {}, [formatsOfMessage(PERMIT_TYPES, messages.PERMIT)]),
    "eip712-DataPool": ofMessages("Datawell DataPool", DATAWELL, [
      formatsOfMessage(ATTESTATION_TYPES, messages.ATTESTATION),
      formatsOfMessage(CONTRIBUTION_CONSENT_TYPES, messages.CONTRIBUTION_CONSENT),
    ]),
    "eip712-ComputeBilling": ofMessages("Datawell ComputeBilling", DATAWELL, [
      formatsOfMessage(JOB_CONSENT_TYPES, messages.JOB_CONSENT),
      formatsOfMessage(RULING_TYPES, messages.RULING),
      formatsOfMessage(ENROLMENT_TYPES, messages.ENROLMENT),
      formatsOfMessage(RECEIPT_TYPES, messages.RECEIPT),
    ]),
    "eip712-services": ofMessages("Datawell services", DATAWELL, [
      formatsOfMessage(typesOf(requestMessage(NO_REQUEST)), messages.REQUEST),
      formatsOfMessage(typesOf(delegationMessage(0n, NOTHING)), messages.DELEGATION),
      formatsOfMessage(typesOf(authorshipMessage(0n, NO_AUTHORSHIP)), messages.AUTHORSHIP),
    ]),
  };
}
