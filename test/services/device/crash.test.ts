import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { documentDigest } from "#sdk/rounds/index.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import { openLedgerDatabase } from "../../../services/device/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { sdkWorld } from "../../fixtures/sdk.ts";
import { createCohort, deviceOf, openJob, turns, type World } from "./helpers/createCohort.ts";
import { runChild } from "./helpers/runChild.ts";

const isDeep = process.env.TEST_EFFORT === "deep";

/** Of neighbouring points of death one, unless every one is to be tried: before a write is after what came before it. */
const SKIPPED = isDeep
  ? []
  : [
      "before write INSERT INTO rounds (scope,",
      "before write UPDATE rounds SET body",
      "before write UPDATE rounds SET stage",
      "before commit shared",
      "before commit payout",
    ];

describe("A device that is killed at any point", function () {
  this.timeout(120_000);

  let world: World;
  let sandbox: Sandbox;
  let folder: string;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
    folder = mkdtempSync(join(tmpdir(), "device-"));
  });
  after(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  it("spends once, says one thing at each step, is paid, and keeps no secret", async () => {
    const { pool, members } = await createCohort(world, { size: 4, pool: { epsilonPerJob: 10n ** 18n } });
    const { coordinator } = await openJob(world, pool);
    const [{ holding, provider }, ...rest] = members as [(typeof members)[number], ...typeof members];
    const others = await Promise.all(
      rest.map((member) => deviceOf(member, { sandbox }, { coordinators: { it: coordinator.api } })),
    );
    const said = new Map<string, string[]>();
    const hear = <S extends { readonly message: object } | { readonly enrolment: object }>(
      step: string,
      send: (signed: S) => Promise<void>,
    ) => {
      const heard: string[] = [];
      said.set(step, heard);
      return async (signed: S) => {
        heard.push(documentDigest(signed));
        await send(signed);
      };
    };
    const honest = coordinator.api;
    const api: CoordinatorApi = {
      ...honest,
      enrol: hear("enrol", honest.enrol),
      share: hear("share", honest.share),
      deliver: hear("deliver", honest.deliver),
      reveal: hear("reveal", honest.reveal),
    };
    const ledger = join(folder, "ledger.sqlite");
    const { records, units, ...known } = holding;
    const { rows } = await records();
    const deaths: string[] = [];
    const throughIt = async () => {
      for (;;) {
        const tried = [...SKIPPED, ...deaths];
        const own = { ...known, units: units.toString(), rows };
        const death = await runChild(world, api, { file: world.file, account: provider, ledger, holding: own, tried });
        if (death === undefined) return;
        deaths.push(death);
      }
    };

    await throughIt();
    await turns(others);
    await coordinator.closeRoster();
    await throughIt();
    await turns(others);
    coordinator.closeSharing();
    await throughIt();
    await turns(others);
    await coordinator.closeMasking();
    await throughIt();
    await turns(others);
    const { sum, blamed } = await coordinator.unmask();
    await coordinator.settle();
    const secrets =
      readFileSync(ledger, "latin1") + (existsSync(`${ledger}-wal`) ? readFileSync(`${ledger}-wal`, "latin1") : "");
    await throughIt();

    expect(deaths).to.have.length(isDeep ? 18 : 13);
    expect(blamed).to.deep.equal([]);
    expect(sum).to.have.length(2);
    for (const [step, messages] of said) {
      expect(messages.length, `${step} is sent again after a death`).to.be.greaterThan(1);
      expect(new Set(messages).size, `${step} never changes`).to.equal(1);
    }
    const database = await openLedgerDatabase(ledger);
    expect(await database.query("SELECT job_id, epsilon FROM spends")).to.have.length(1);
    const [round] = await database.query<{ stage: string; outcome: string }>("SELECT * FROM rounds");
    await database.close();
    expect(round).to.include({ stage: "ended", outcome: "paid" });
    expect(secrets).to.include("maskSecret");
    expect(readFileSync(ledger, "latin1")).not.to.include("maskSecret");
    expect(statSync(ledger).mode & 0o777).to.equal(0o600);
  });
});
