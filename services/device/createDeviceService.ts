import { createRoute } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { answerOf } from "../shared/http/answers.ts";
import { createHttpService, type HttpService } from "../shared/http/createHttpService.ts";
import { ServiceError } from "../shared/http/ServiceError.ts";
import type { Log } from "../shared/log/createLog.ts";
import type { Device } from "./createDevice.ts";
import { deviceStatusSchema } from "./deviceStatus.ts";

export interface DeviceServiceOptions {
  readonly device: Device;
  readonly log: Log;
  readonly port?: number; // 0, the default, takes a free one
}

const statusRoute = createRoute({
  method: "get",
  path: "/status",
  summary: "What the device holds, does, has done, and refuses",
  responses: { 200: answerOf(deviceStatusSchema, "The device's state") },
});

/** A page of a name that its owner lets point to this machine (DNS rebinding) asks with that name. */
const hereOnly: MiddlewareHandler = async (c, next) => {
  const { hostname } = new URL(c.req.url);
  if (HERE.has(hostname)) return next();
  throw new ServiceError({
    status: 403,
    code: "WrongHost",
    fault: `A device does not answer as ${hostname}`,
    remedy: "Ask at 127.0.0.1",
  });
};

const HERE = new Set(["127.0.0.1", "localhost"]);

/** Tells on this machine alone how a device does; no web page of any other origin may ask. */
export function createDeviceService({ device, log, port }: DeviceServiceOptions): HttpService {
  return createHttpService({
    name: "device",
    log,
    port,
    host: "127.0.0.1",
    origins: [],
    routes: (app) => {
      app.use("/status", hereOnly);
      app.openapi(statusRoute, async (c) => c.json(await device.status(), 200));
    },
    ready: async () => void (await device.status()),
  });
}
