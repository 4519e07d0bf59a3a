import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  contributionSchema,
  licenceSaleSchema,
  proposalSchema,
  providerSchema,
  slashSchema,
  stakeChangeSchema,
  stakeSchema,
  voteSchema,
} from "#sdk/indexer/schemas/index.ts";
import { findDataset } from "../queries/findDataset.ts";
import { listContributions } from "../queries/listContributions.ts";
import { listLicenceSales } from "../queries/listLicenceSales.ts";
import { listProposals } from "../queries/listProposals.ts";
import { listProviders } from "../queries/listProviders.ts";
import { listSlashes } from "../queries/listSlashes.ts";
import { listStakeChanges } from "../queries/listStakeChanges.ts";
import { listStakers } from "../queries/listStakers.ts";
import { showProposal } from "../queries/showProposal.ts";
import { addGet } from "./addGet.ts";
import type { Answer } from "./Answer.ts";
import { address, bytes32, page, pageOf } from "./parameters.ts";

const params = { token: address };

/** What goes on in a dataset's pool. */
export function poolRoutes(app: OpenAPIHono, answer: Answer): void {
  contributing(app, answer);
  staking(app, answer);
  governing(app, answer);
}

function contributing(app: OpenAPIHono, answer: Answer): void {
  addGet(app, answer, {
    path: "/datasets/{token}/contributions",
    summary: "Contributions, newest first",
    params,
    query: { provider: address.optional(), ...page },
    body: pageOf(contributionSchema),
    ask: async (reading, { token, ...given }) => {
      const { pool } = await findDataset(reading, token);
      return listContributions(reading, { pool, ...given });
    },
  });
  addGet(app, answer, {
    path: "/datasets/{token}/providers",
    summary: "Providers: earned of their cap, pending, claimable, at stake",
    params,
    query: page,
    body: pageOf(providerSchema),
    ask: async (reading, { token, ...part }) => {
      const { pool } = await findDataset(reading, token);
      return listProviders(reading, { by: "pool", value: pool, ...part });
    },
  });
}

function staking(app: OpenAPIHono, answer: Answer): void {
  addGet(app, answer, {
    path: "/datasets/{token}/stakes",
    summary: "Who has a stake, and its weight",
    params,
    query: page,
    body: pageOf(stakeSchema),
    ask: async (reading, { token, ...part }) => listStakers(reading, await findDataset(reading, token), part),
  });
  addGet(app, answer, {
    path: "/datasets/{token}/stakes/history",
    summary: "Stakes as they changed, newest first",
    params,
    query: page,
    body: pageOf(stakeChangeSchema),
    ask: async (reading, { token, ...part }) => {
      const { pool } = await findDataset(reading, token);
      return listStakeChanges(reading, { where: "pool = ?", params: [pool], ...part });
    },
  });
  addGet(app, answer, {
    path: "/datasets/{token}/slashes",
    summary: "Copies and contradictions that were proven, newest first",
    params,
    query: page,
    body: pageOf(slashSchema),
    ask: async (reading, { token, ...part }) => {
      const { pool } = await findDataset(reading, token);
      return listSlashes(reading, { where: "pool = ?", params: [pool], ...part });
    },
  });
}

function governing(app: OpenAPIHono, answer: Answer): void {
  addGet(app, answer, {
    path: "/datasets/{token}/proposals",
    summary: "Offers and changes of parameters, newest first",
    params,
    query: page,
    body: pageOf(proposalSchema),
    ask: async (reading, { token, ...part }) => listProposals(reading, (await findDataset(reading, token)).pool, part),
  });
  addGet(app, answer, {
    path: "/datasets/{token}/proposals/{id}",
    summary: "A proposal with its votes",
    params: { ...params, id: bytes32 },
    body: { proposal: proposalSchema, votes: z.array(voteSchema) },
    ask: async (reading, { token, id }) => showProposal(reading, (await findDataset(reading, token)).pool, id),
  });
  addGet(app, answer, {
    path: "/datasets/{token}/licences",
    summary: "Licences as they were sold, newest first",
    params,
    query: page,
    body: pageOf(licenceSaleSchema),
    ask: async (reading, { token, ...part }) => {
      const { pool } = await findDataset(reading, token);
      return listLicenceSales(reading, { where: "pool = ?", params: [pool], ...part });
    },
  });
}
