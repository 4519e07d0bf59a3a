import { expect } from "chai";
import { recoverAddress } from "ethers";
import { connect } from "#sdk";
import {
  encodeMasked,
  enrolmentMessage,
  graphSeed,
  maskedDigest,
  type DeviceStatus,
  type InputMessage,
  receiptMessage,
  rosterRoot,
  rosterSiblings,
  roundDigest,
  sessionKeyOf,
  signRound,
  sumNodesToJson,
  survivorsRoot,
  survivorsSiblings,
} from "#sdk/rounds/index.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import vectors from "../../fixtures/rounds/vectors.json" with { type: "json" };

/** A deployment of which only the billing's address counts. */
function clientOf({ chainId, billing }: typeof vectors) {
  const at = { address: billing, block: 0 };
  const contracts = {
    Alita: at,
    AttesterRegistry: at,
    DatasetFactory: at,
    ComputeBilling: at,
    Router: at,
    BulletinBoard: at,
  };
  return connect({ chainId, contracts }, {} as never);
}

describe("The messages' published vectors", () => {
  const { jobId, enrolments, enrolmentDigests, roster, survivors, masked, receipt, session } = vectors;
  const client = clientOf(vectors);

  it("hold for what providers sign", () => {
    expect(enrolments.map((one) => digestOf(enrolmentMessage(client, one)))).to.deep.equal(enrolmentDigests);
    expect(digestOf(receiptMessage(client, receipt.receipt))).to.equal(receipt.digest);
    const { signature } = session.message.receipt;
    expect(recoverAddress(receipt.digest, signature)).to.equal(enrolments[0]!.provider);
  });

  it("hold for the roster and the graph's seed", () => {
    expect(rosterRoot(jobId, enrolments)).to.equal(roster.root);
    expect(rosterSiblings(jobId, enrolments, [0, 1, 2])).to.deep.equal(roster.siblings);
    expect(graphSeed(jobId, roster.blockHash)).to.equal(roster.graphSeed);
  });

  it("hold for the survivors", () => {
    const statuses = survivors.statuses as DeviceStatus[];
    expect(survivorsRoot(jobId, statuses)).to.equal(survivors.root);
    expect(survivorsSiblings(jobId, statuses).map(sumNodesToJson)).to.deep.equal(survivors.siblings);
  });

  it("hold for masked vectors and the session's signature", () => {
    const vector = BigUint64Array.from(masked.values.map(BigInt));
    expect([encodeMasked(vector), maskedDigest(vector)]).to.deep.equal([masked.text, masked.digest]);
    const key = sessionKeyOf(session.secret);
    const message = session.message as InputMessage;
    expect(key.sessionKey).to.equal(session.sessionKey);
    expect(roundDigest(message)).to.equal(session.digest);
    expect(signRound(key, message).signature).to.equal(session.signature);
  });
});
