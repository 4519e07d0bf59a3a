/** The coordinator of rounds: collects what devices send, and settles; see docs/spec/coordinator.md. */
export { createCoordinator, type Coordinator, type CoordinatorOptions } from "./createCoordinator.ts";
export {
  createCoordinatorService,
  type CoordinatorService,
  type CoordinatorServiceOptions,
} from "./createCoordinatorService.ts";
export { type ChainOptions, createChain } from "./chain/createChain.ts";
export type { BoardStage, CoordinatorChain, JobState, Listed, Posted, Settled } from "./chain/CoordinatorChain.ts";
export { DEFAULT_RULES, type Rules } from "./Rules.ts";
export { TABLES } from "./store/tables.ts";
