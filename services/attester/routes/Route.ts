import type { OpenAPIHono } from "@hono/zod-openapi";
import type { WalletAuth } from "../../shared/http/index.ts";
import type { Attester } from "../Attester.ts";

/** Adds one thing that an attester answers. */
export type Route = (app: OpenAPIHono, attester: Attester, auth: WalletAuth) => void;
