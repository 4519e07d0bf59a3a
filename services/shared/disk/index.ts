export { syncFolder } from "./syncFolder.ts";
