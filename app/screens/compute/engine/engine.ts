/** All that it takes to follow a job and to check what it gave: loaded when somebody first looks at one. */
export { announce } from "#sdk/coordinator/announce.ts";
export { connectConsumer } from "#sdk/coordinator/connectConsumer.ts";
export { verifyBill } from "#sdk/coordinator/verifyBill.ts";
export { verifyOffer } from "#sdk/coordinator/verifyOffer.ts";
export { connectCoordinator } from "#sdk/rounds/connectCoordinator.ts";
export { documentDigest } from "#sdk/rounds/digest.ts";
export { jobFromJson } from "#sdk/rounds/jobJson.ts";
export { taskDigest } from "#sdk/task/taskDigest.ts";
export { validateTask } from "#sdk/task/validateTask.ts";
export { buildOf } from "./build.ts";
export { noiseOf } from "./noiseOf.ts";
