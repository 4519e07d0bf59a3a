import { readFileSync, readdirSync } from "node:fs";
import { expect } from "chai";
import { FunctionFragment, Interface, isAddress, ParamType, TypedDataEncoder } from "ethers";
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
import { bindDescriptor } from "../../scripts/app/bindDescriptor.ts";
import { type Descriptor, descriptors, LEFT_OUT } from "../../scripts/generate/descriptors/descriptors.ts";
import { descriptorSources } from "../../scripts/generate/descriptors/descriptorSources.ts";
import type { Field } from "../../scripts/generate/descriptors/Field.ts";
import { formatsOfContract } from "../../scripts/generate/descriptors/formatsOf.ts";

const FOLDER = new URL("../../erc7730/", import.meta.url);

/** Parameters that a format of the standard takes, and those that it must have. */
const PARAMETERS: Readonly<Record<string, { readonly takes: readonly string[]; readonly needs: readonly string[] }>> = {
  raw: { takes: [], needs: [] },
  addressName: { takes: ["types", "sources", "senderAddress"], needs: [] },
  date: { takes: ["encoding"], needs: ["encoding"] },
  duration: { takes: [], needs: [] },
  unit: { takes: ["base", "decimals", "prefix"], needs: ["base"] },
  enum: { takes: ["$ref"], needs: ["$ref"] },
  tokenAmount: { takes: ["token", "tokenPath", "threshold", "message", "nativeCurrencyAddress"], needs: [] },
  calldata: { takes: ["callee", "calleePath", "selector", "amount", "spender"], needs: [] },
};

/** What a value must be so that a format can show it. */
const SHOWS: Readonly<Record<string, RegExp>> = {
  addressName: /^address$/,
  date: /^uint/,
  duration: /^uint/,
  unit: /^uint/,
  enum: /^uint/,
  tokenAmount: /^uint/,
  calldata: /^bytes$/,
  raw: /./,
};

const CONTAINER = ["@.to", "@.from", "@.value"];

const MESSAGES: Readonly<Record<string, readonly Record<string, { name: string; type: string }[]>[]>> = {
  "eip712-Permit": [PERMIT_TYPES],
  "eip712-DataPool": [ATTESTATION_TYPES, CONTRIBUTION_CONSENT_TYPES],
  "eip712-ComputeBilling": [JOB_CONSENT_TYPES, RULING_TYPES, ENROLMENT_TYPES, RECEIPT_TYPES],
  "eip712-services": [
    requestMessage({ chainId: 1n, audience: "", method: "", path: "", bodyDigest: "", expires: 0 }).types,
    delegationMessage(1n, { account: "", session: "", purpose: "", audiences: [], expires: 0 }).types,
    authorshipMessage(1n, { author: "", pool: "", contentTag: "", digest: "" }).types,
  ],
};

/** The Solidity type at a path, by the key that the path stands under; undefined: there is nothing. */
function typeAt(inputs: readonly ParamType[], path: string): string | undefined {
  let here: readonly ParamType[] = inputs;
  let found: ParamType | null | undefined;
  for (const word of path.split(".")) {
    if (/^\[-?\d*\]$/.test(word)) found = found?.arrayChildren;
    else found = here.find(({ name }) => name === word);
    if (!found) return undefined;
    here = found.components ?? [];
  }
  return found?.type;
}

/** The fields of a message or a function, read from the key alone, as a wallet does. */
function inputsOf(key: string, isMessage: boolean): readonly ParamType[] {
  if (!isMessage) return FunctionFragment.from(`function ${key}`).inputs;
  const structs = new Map([...key.matchAll(/(\w+)\(([^)]*)\)/g)].map(([, name = "", fields = ""]) => [name, fields]));
  const param = (field: string): ParamType => {
    const [type = "", name = ""] = field.split(" ");
    const fields = structs.get(type);
    if (fields === undefined) return ParamType.from(field);
    return ParamType.from({ name, type: "tuple", components: fields.split(",").map(param) });
  };
  return [...structs.values()][0]!.split(",").map(param);
}

const all = Object.entries(descriptors());

describe("Descriptors for wallets (ERC-7730)", () => {
  it("lie in the repository as they are generated", async () => {
    const sources = await descriptorSources();
    const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
    expect(files.toSorted()).to.deep.equal(
      Object.keys(sources)
        .map((name) => `${name}.json`)
        .toSorted(),
    );
    for (const [name, source] of Object.entries(sources)) {
      expect(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"), `${name}: run npm run build`).to.equal(source);
    }
  });

  it("tell every function of a contract that people call, and no other", () => {
    for (const [name, { display }] of all.filter(([one]) => one.startsWith("calldata-"))) {
      const contract = name.replace("calldata-", "") as keyof typeof ABI_OF;
      const writing = new Interface(ABI_OF[contract]).fragments.filter(
        (one): one is FunctionFragment => one instanceof FunctionFragment && !one.constant,
      );
      const left = (LEFT_OUT as Record<string, readonly string[] | undefined>)[contract] ?? [];
      const meant = writing.filter((one) => !left.includes(one.name)).map(({ selector }) => selector);
      const told = Object.keys(display.formats).map((key) => FunctionFragment.from(`function ${key}`).selector);
      expect(told.toSorted(), name).to.deep.equal(meant.toSorted());
      for (const one of left)
        expect(
          writing.map((each) => each.name),
          "left out of what is there",
        ).to.include(one);
    }
  });

  it("are there for every contract with something to call, but the board, on which coordinators alone write", () => {
    const told = all.flatMap(([name]) => (name.startsWith("calldata-") ? [name.replace("calldata-", "")] : []));
    expect([...told, "BulletinBoard"].toSorted()).to.deep.equal(Object.keys(ABI_OF).toSorted());
  });

  it("tell every message that people sign, under its EIP-712 type", () => {
    for (const [name, types] of Object.entries(MESSAGES)) {
      const keys = types.map((one) => {
        const encoder = TypedDataEncoder.from(one);
        return encoder.encodeType(encoder.primaryType);
      });
      expect(Object.keys(descriptors()[name]!.display.formats), name).to.have.members(keys);
    }
  });

  for (const [name, descriptor] of all) {
    it(`are in ${name} as the standard wants them, and about values that exist`, () => {
      expect(Object.keys(descriptor)).to.deep.equal(["$schema", "context", "metadata", "display"]);
      expect(Object.keys(descriptor.context)).to.deep.equal(["$id", name.startsWith("eip712") ? "eip712" : "contract"]);
      for (const [key, { intent, fields }] of Object.entries(descriptor.display.formats)) {
        expect(intent, key).to.match(/^[A-Z].{2,}$/);
        const inputs = inputsOf(key, name.startsWith("eip712"));
        for (const field of fields) check(field, inputs, descriptor, `${key} ${field.path}`);
        expect(new Set(fields.map(({ path }) => path)).size).to.equal(fields.length);
      }
    });
  }

  function check(field: Field, inputs: readonly ParamType[], { metadata }: Descriptor, where: string): void {
    const { path, label, format, params = {}, visible } = field;
    const type = typeAt(inputs, path);
    expect(type, where).to.match(SHOWS[format]!);
    expect(label, where).to.match(/^[A-Z]/);
    expect([undefined, "never"], where).to.include(visible);
    const { takes, needs } = PARAMETERS[format]!;
    expect(takes, where).to.include.members(Object.keys(params));
    expect(Object.keys(params), where).to.include.members([...needs]);
    if (format === "tokenAmount") expect("token" in params !== "tokenPath" in params, where).to.equal(true);
    for (const at of [params.tokenPath, params.calleePath] as (string | undefined)[]) {
      if (at !== undefined && !CONTAINER.includes(at))
        expect(typeAt(inputs, at), `${where}: ${at}`).to.equal("address");
    }
    for (const at of [params.$ref, params.token] as (string | undefined)[]) {
      if (at === undefined) continue;
      const [, , kind = "", of = ""] = at.split(".");
      expect((metadata[kind] as object | undefined) ?? {}, `${where}: ${at}`).to.have.property(of);
    }
  }

  it("cannot be generated with a value left out, a value that is not there, or words for no function", () => {
    const abi = ["function give(address to, uint256 amount)"].map(
      (one) => JSON.parse(FunctionFragment.from(one).format("json")) as never,
    );
    const label = { label: "It", format: "raw" };
    const make = (name: string, fields: object) => () =>
      formatsOfContract(abi as never, { [name]: { intent: "Give", fields: fields as never } });
    expect(make("give", { to: label, amount: label })).to.not.throw();
    expect(make("give", { to: label })).to.throw("says nothing of amount");
    expect(make("give", { to: label, amount: label, more: label })).to.throw("has no more");
    expect(make("take", {})).to.throw("words");
  });

  it("are about a deployment's contracts once they are bound to it, and about none before", () => {
    const address = (digit: number) => `0x${String(digit).repeat(40)}`;
    const names = Object.keys(ABI_OF);
    const contracts = Object.fromEntries(names.map((one, index) => [one, { address: address(index + 1), block: 1 }]));
    const deployment = { chainId: 7, rpcUrl: "http://localhost", contracts };
    const bound = Object.fromEntries(all.map(([name, one]) => [name, bindDescriptor(name, one, deployment)]));
    for (const [name, one] of all) {
      expect(JSON.stringify(one.context), name).to.include('"deployments":[]');
      const text = JSON.stringify(bound[name]);
      expect(text, name).to.not.include('"deployments":[]').and.not.include('"alita":null');
      expect(text, name).to.include('"chainId":7');
    }
    const { context } = bound["calldata-Router"]!;
    expect((context as { contract: object }).contract).to.deep.equal({
      deployments: [{ chainId: 7, address: contracts.Router!.address }],
    });
    const { factory } = (bound["calldata-DataPool"]!.context as { contract: { factory: Record<string, unknown> } })
      .contract;
    expect(factory.deployEvent).to.match(/^CreateDataset\(address,address,address,address,\(/);
    expect(isAddress((bound["calldata-DataPool"]!.metadata.constants as { alita: string }).alita)).to.equal(true);
  });
});
