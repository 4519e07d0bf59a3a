import { ZeroAddress } from "ethers";
import { now } from "#sdk/chain/now.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { parseMetadata } from "#sdk/metadata/validateMetadata.ts";
import type { DatasetParams, PoolParams } from "#sdk/types/Dataset.ts";
import { address } from "../input/address.ts";
import { amount } from "../input/amount.ts";
import { count } from "../input/count.ts";
import { duration } from "../input/duration.ts";
import { percent } from "../input/percent.ts";
import { readText } from "../input/readText.ts";
import { eighteen } from "../output/Money.ts";
import type { Session } from "../tasks/Session.ts";
import { attestersOf } from "../tasks/attestersOf.ts";
import type { LaunchArgs } from "./launchOptions.ts";

const EPSILON = eighteen("epsilon");

/** Reads what a maker typed. */
export async function launchParams(session: Session, args: LaunchArgs): Promise<DatasetParams> {
  const data = eighteen(args.symbol);
  return {
    name: args.name,
    symbol: args.symbol,
    metadata: metadataDigest(parseMetadata(readText(args.metadata, "metadata"))),
    supply: amount(args.supply, "supply", data),
    liquidityData: amount(args.liquidityData, "liquidity-data", data),
    liquidityBase: amount(args.liquidityBase, "liquidity-base", session.alita),
    makerFeeShare: percent(args.makerFeeShare, "maker-fee-share"),
    lockedUntil: (await now(session.client)) + duration(args.lock, "lock"),
    pool: poolParams(session, args),
  };
}

function poolParams(session: Session, args: LaunchArgs): PoolParams {
  const { alita } = session;
  const reward = args.rewardInBase ? alita : eighteen(args.symbol);
  return {
    rewardInBase: args.rewardInBase,
    staking: !args.noStaking,
    listed: !args.unlisted,
    allocation: amount(args.allocation, "allocation", reward),
    maxIncentive: amount(args.maxIncentive, "max-incentive", reward),
    updateMax: amount(args.updateMax, "update-max", reward),
    price: amount(args.price, "price", alita),
    unitPrice: amount(args.unitPrice, "unit-price", alita),
    minQuality: percent(args.minQuality, "min-quality"),
    slashBps: percent(args.slash, "slash"),
    burnBps: percent(args.burn, "burn"),
    similarityLanes: count(args.similarityLanes, "similarity-lanes"),
    challengeWindow: duration(args.challengeWindow, "challenge-window"),
    unbonding: duration(args.unbonding, "unbonding"),
    licencePeriod: duration(args.licencePeriod, "licence-period"),
    minCohort: count(args.minCohort, "min-cohort"),
    privacyPeriod: duration(args.privacyPeriod, "privacy-period"),
    epsilonPerJob: amount(args.epsilonPerJob, "epsilon-per-job", EPSILON),
    epsilonPerPeriod: amount(args.epsilonPerPeriod, "epsilon-per-period", EPSILON),
    gate: args.gate === undefined ? ZeroAddress : address(args.gate, "gate"),
    arbiter: args.arbiter === undefined ? ZeroAddress : address(args.arbiter, "arbiter"),
    attesterSet: attestersOf(session, args.attesters, args.threshold).hash,
  };
}
