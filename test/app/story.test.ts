import { expect } from "chai";
import { compute } from "#sdk";
import { jobId as idOf } from "#sdk/actions/compute/jobId.ts";
import { pass } from "../../scripts/chain/clock.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import type { Name } from "../../scripts/story/cast.ts";
import { kindsOf } from "./harness/kindsOf.ts";
import { lookClosely } from "./harness/lookAround.ts";
import { untilSum } from "./harness/untilSum.ts";
import { datasetOf, useStory } from "./harness/useStory.ts";

const HOUR = 3_600n;

describe("The page where all services run", function () {
  const { story, meet } = useStory(this);

  async function at(hash: string, who: Name): Promise<User> {
    const user = await meet({ keys: [story().played.cast[who].privateKey] });
    await user.goes(hash);
    await user.connects();
    return user;
  }

  it("shows who was slashed in a dataset, and for what", async () => {
    const user = await meet();
    const { quinn, cleo } = story().played.cast;
    await user.goes(`#/dataset/${datasetOf(story(), "WTHR").token}`);
    await user.sees("Attested two qualities");
    const rows = await user.page.$$eval("section[aria-labelledby=slashings-title] tbody tr", (all) =>
      all.map((row) => (row as HTMLElement).innerText),
    );
    const short = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`;
    expect(rows.find((row) => row.includes(short(quinn.address)))).to.include("Contributed what was there already");
    expect(rows.find((row) => row.includes(short(cleo.address)))).to.include("Attested two qualities");
  });

  it("shows what became of jobs: answered, unanswered and disputed", async () => {
    const user = await at("#/compute", "carl");
    await user.sees("Your jobs");
    const [answered, unanswered, disputed] = story().played.estate.jobs.map((job) => idOf(job));
    await user.goes(`#/compute/${answered}`);
    await user.sees(/✓\s+What was not used is back/);
    await user.goes(`#/compute/${unanswered}`);
    await user.sees("Everything that is due came back.");
    await user.sees(/–\s+Devices enrol/);
    await user.goes(`#/compute/${disputed}`);
    await user.sees("Came back");
  });

  it("opens a job, gives its result and takes back what is left, asking once for each", async () => {
    const user = await at(`#/dataset/${datasetOf(story(), "CITY").token}/compute`, "carl");
    await user.clicks("Sign and compute");
    await user.sees("Paid and held by the contract");
    expect(kindsOf(user)).to.deep.equal(["sign", "send"]);
    await user.reloads();
    await untilSum(story(), user);
    await user.clicks("Show the result");
    await user.sees("Behind it");
    await user.clicks("Agree to the result");
    await user.clicks("Take it back");
    await user.sees("Came back");
    await user.sees("✓ the one settled on chain");
    expect(await lookClosely(user)).to.equal("");
    expect(kindsOf(user)).to.deep.equal(["sign", "send", "sign", "sign", "send"]);
    const [, jobId = ""] = /compute\/(0x[0-9a-f]{64})/.exec(user.page.url()) ?? [];
    expect(await compute.status(story().played.cast.carl, { jobId })).to.include({ unusedReturned: true });
  });

  it("pays a job back that nobody answered until its deadline", async () => {
    const user = await at(`#/dataset/${datasetOf(story(), "FLGT").token}/compute`, "carl");
    await user.clicksOn("Bound, gas, privacy and coordinator");
    await user.types("Hours until the deadline", "1");
    await user.clicks("Sign and compute");
    await user.sees("Paid and held by the contract");
    await user.sees("If nothing is settled, everything comes back after");
    await user.sees("0 devices"); // the coordinator has it
    await pass(story().chain, HOUR + 1n);
    await user.sees("Nobody settled the job until its deadline: everything comes back.");
    await user.clicks("Take it back");
    await user.sees("Came back");
    expect(kindsOf(user)).to.deep.equal(["sign", "send", "send"]);
  });
});
