import type { OpenAPIHono } from "@hono/zod-openapi";
import {
  attesterSchema,
  contributionSchema,
  eventSchema,
  holdingSchema,
  jobClaimSchema,
  licenceSchema,
  liquidityChangeSchema,
  positionSchema,
  providerSchema,
} from "#sdk/indexer/schemas/index.ts";
import { activityOfAccount } from "../queries/listActivity.ts";
import { listAttesters } from "../queries/listAttesters.ts";
import { listContributions } from "../queries/listContributions.ts";
import { listHoldings } from "../queries/listHoldings.ts";
import { listJobClaims } from "../queries/listJobClaims.ts";
import { listLicences } from "../queries/listLicences.ts";
import { listLiquidityChanges } from "../queries/listLiquidityChanges.ts";
import { listPositions } from "../queries/listPositions.ts";
import { listProviders } from "../queries/listProviders.ts";
import { addGet } from "./addGet.ts";
import type { Answer } from "./Answer.ts";
import { address, page, pageOf } from "./parameters.ts";

const params = { account: address };

/** What an account has, did and may take. */
export function accountRoutes(app: OpenAPIHono, answer: Answer): void {
  holding(app, answer);
  providing(app, answer);
  addGet(app, answer, {
    path: "/accounts/{account}/activity",
    summary: "What concerns an account, newest first",
    params,
    query: page,
    body: pageOf(eventSchema),
    ask: (reading, { account, ...part }) => activityOfAccount(reading, account, part),
  });
  addGet(app, answer, {
    path: "/attesters",
    summary: "Everybody who ever bonded as an attester",
    query: page,
    body: pageOf(attesterSchema),
    ask: listAttesters,
  });
}

function holding(app: OpenAPIHono, answer: Answer): void {
  addGet(app, answer, {
    path: "/accounts/{account}/tokens",
    summary: "Data Tokens, and what each costs now",
    params,
    query: page,
    body: pageOf(holdingSchema),
    ask: (reading, { account, ...part }) => listHoldings(reading, account, part),
  });
  addGet(app, answer, {
    path: "/accounts/{account}/positions",
    summary: "Liquidity, and what it would give now",
    params,
    query: page,
    body: pageOf(positionSchema),
    ask: (reading, { account, ...part }) => listPositions(reading, { by: "account", value: account, ...part }),
  });
  addGet(app, answer, {
    path: "/accounts/{account}/liquidity",
    summary: "Liquidity that the account added and removed, newest first",
    params,
    query: page,
    body: pageOf(liquidityChangeSchema),
    ask: (reading, { account, ...part }) =>
      listLiquidityChanges(reading, { where: "account = ?", params: [account], ...part }),
  });
  addGet(app, answer, {
    path: "/accounts/{account}/licences",
    summary: "Licences that the account holds or held",
    params,
    query: page,
    body: pageOf(licenceSchema),
    ask: (reading, { account, ...part }) => listLicences(reading, { by: "licensee", value: account, ...part }),
  });
}

function providing(app: OpenAPIHono, answer: Answer): void {
  addGet(app, answer, {
    path: "/accounts/{account}/pools",
    summary: "Pools that the account provides to: earned of its cap, pending, claimable, at stake",
    params,
    query: page,
    body: pageOf(providerSchema),
    ask: (reading, { account, ...part }) => listProviders(reading, { by: "account", value: account, ...part }),
  });
  addGet(app, answer, {
    path: "/accounts/{account}/contributions",
    summary: "What the account contributed, by pool and newest first",
    params,
    query: page,
    body: pageOf(contributionSchema),
    ask: (reading, { account, ...part }) => listContributions(reading, { provider: account, ...part }),
  });
  addGet(app, answer, {
    path: "/accounts/{account}/claims",
    summary: "What the account took out of jobs, newest first",
    params,
    query: page,
    body: pageOf(jobClaimSchema),
    ask: (reading, { account, ...part }) =>
      listJobClaims(reading, { where: "provider = ?", params: [account], ...part }),
  });
}
