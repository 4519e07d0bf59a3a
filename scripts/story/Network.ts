import type { Device } from "../../services/device/index.ts";
import type { RunningCoordinator } from "../local/startCoordinator.ts";

/** The services and devices of the story's job. */
export interface Network {
  readonly coordinator: RunningCoordinator;
  /** In the order of the stations. */
  readonly devices: readonly Device[];
  /** Lets the coordinator's clock go on, seconds. */
  readonly skip: (seconds: number) => void;
  /** Sets the coordinator's clock to this machine's again. */
  readonly resync: () => void;
  /** The station that lies. */
  readonly liar: string; // address
  /** Waits until the coordinator has settled a job and paid everybody. */
  readonly untilPaid: (jobId: string) => Promise<void>;
}
