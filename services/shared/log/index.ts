export { createLog, type Facts, type Level, type Log, type LogOptions } from "./createLog.ts";
