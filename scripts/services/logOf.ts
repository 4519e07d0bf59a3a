import { createLog, type Level, type Log } from "../../services/shared/log/index.ts";
import { oneOf } from "../input/oneOf.ts";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const satisfies readonly Level[];

/** The log of a service at the level that the user chose. */
export const logOf = (service: string, level: string): Log =>
  createLog({ service, level: oneOf(level, "log-level", LEVELS) });
