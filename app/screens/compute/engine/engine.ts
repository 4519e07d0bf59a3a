/** All that compute needs and a page about something else does not: loaded when somebody first computes. */
export { announce } from "#sdk/coordinator/announce.ts";
export { connectConsumer } from "#sdk/coordinator/connectConsumer.ts";
export { verifyBill } from "#sdk/coordinator/verifyBill.ts";
export { verifyOffer } from "#sdk/coordinator/verifyOffer.ts";
export { connectCoordinator } from "#sdk/rounds/connectCoordinator.ts";
export { documentDigest } from "#sdk/rounds/digest.ts";
export { jobFromJson } from "#sdk/rounds/jobJson.ts";
export { taskDigest } from "#sdk/task/taskDigest.ts";
export { validateTask } from "#sdk/task/validateTask.ts";
export { build } from "./build.ts";
export { findCoordinator } from "./findCoordinator.ts";
export { noiseOf } from "./noiseOf.ts";
export { prepare } from "./prepare.ts";
