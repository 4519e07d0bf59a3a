import { fact } from "../state/Table.ts";

/** Copies proven in a pool, and attesters caught contradicting themselves. */
export const slashes = fact(
  "slashes",
  {
    offence: "text", // duplicate or equivocation
    pool: "text",
    offender: "text",
    prover: "text",
    older: "text", // contribution that was copied
    contribution: "text", // the copy, or what the attester contradicted itself about
    lanes: "integer", // of 64 that agree
    forfeited: "amount", // reward-token wei
    slashed: "amount", // wei of the stake, or of the bond
    bounty: "amount", // of these, to the prover
  },
  {
    indexes: [
      ["pool", "block"],
      ["offender", "block"],
    ],
  },
);
