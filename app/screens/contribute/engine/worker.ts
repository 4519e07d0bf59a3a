import "../../../withoutEval.ts";
import { createEngine } from "./createEngine.ts";
import type { Page } from "./Engine.ts";
import { talk } from "./talk.ts";

/* The worker's door: the first message brings the port to talk through. */
addEventListener("message", ({ ports: [port] }) => port && talk<Page>(port, createEngine), { once: true });
