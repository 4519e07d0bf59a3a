import { toQuantity } from "ethers";
import type { Rpc } from "../../../services/shared/chain/Rpc.ts";

/** What a node may do instead of answering: given its true answer, gives another one, or throws. */
export type Fault = (answer: unknown, method: string) => unknown;

/** A node in front of another that misbehaves at every `period`-th question that a fault is for. */
export function faulty(
  rpc: Rpc,
  fault: Fault,
  { period = 3, methods }: { period?: number; methods?: string[] } = {},
): Rpc {
  let asked = 0;
  return {
    send: async (method, params) => {
      const answer = await rpc.send(method, params);
      const isMeant = methods === undefined || methods.includes(method);
      return isMeant && ++asked % period === 0 ? fault(structuredClone(answer), method) : answer;
    },
  };
}

const http = (status: number) => () => {
  throw Object.assign(new Error(`server response ${status}`), { code: "SERVER_ERROR", status });
};

type Logs = Record<string, unknown>[];
const onLogs = (change: (logs: Logs) => unknown) => (answer: unknown) => change(answer as Logs);
const LOGS = { methods: ["eth_getLogs"] };

/** Everything that nodes do, by name. Each is met some of the time, so that the follower can come through. */
export const FAULTS: Readonly<Record<string, readonly [Fault, { period?: number; methods?: string[] }?]>> = {
  "never answers": [() => new Promise(() => {}), { period: 100 }],
  "answers 429": [http(429), { period: 7 }],
  "answers 500": [http(500), { period: 7 }],
  "answers 503": [http(503), { period: 7 }],
  "cuts JSON off": [(answer) => JSON.parse(JSON.stringify(answer ?? "nothing").slice(0, -1)), { period: 7 }],
  "answers with something else": [() => ({ jsonrpc: "2.0" }), { period: 7 }],
  "answers null": [() => null, { period: 7 }],
  "is of another chain": [() => toQuantity(1), { methods: ["eth_chainId"], period: 2 }],
  "leaves the last log out": [onLogs((logs) => logs.slice(0, -1)), LOGS],
  "leaves the first log out": [onLogs((logs) => logs.slice(1)), LOGS],
  "has no logs yet": [() => [], LOGS],
  "tells logs twice": [onLogs((logs) => [...logs, ...logs]), { ...LOGS, period: 1 }],
  "tells logs in reverse": [onLogs((logs) => logs.toReversed()), { ...LOGS, period: 1 }],
  "tells logs that were removed": [onLogs((logs) => logs.map((log) => Object.assign(log, { removed: true }))), LOGS],
  "tells logs of another fork": [
    onLogs((logs) => logs.map((log) => Object.assign(log, { blockHash: `0x${"ab".repeat(32)}` }))),
    LOGS,
  ],
  "tells damaged logs": [onLogs((logs) => logs.map((log) => Object.assign(log, { data: "0x00" }))), LOGS],
  "tells logs of strangers": [
    onLogs((logs) => logs.map((log) => Object.assign(log, { address: `0x${"12".repeat(20)}` }))),
    LOGS,
  ],
  "gives another block": [
    (answer) => Object.assign(answer as object, { number: toQuantity(1) }),
    { methods: ["eth_getBlockByNumber"], period: 9 },
  ],
};
