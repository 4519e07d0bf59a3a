// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DatasetParams, PoolParams} from "../types/Dataset.sol";
import {ShortText} from "./ShortText.sol";

/// @title LaunchRules
/// @notice What a dataset's terms must satisfy. They hold for its whole life, so they are judged once, here.
library LaunchRules {
    uint256 private constant BPS = 10_000;
    uint256 private constant MAX_MAKER_FEE_SHARE = 5_000; // bps
    uint256 private constant MAX_BURN = 5_000; // bps
    uint256 private constant MIN_LANES = 32; // unrelated contents agree in 4 of 64 by chance
    uint256 private constant MAX_LANES = 64;
    uint256 private constant MAX_CHALLENGE_WINDOW = 90 days;
    uint256 private constant MAX_UNBONDING = 365 days;

    /// @notice A term lies outside its bounds.
    /// @param term name of the offending field
    error BadTerm(string term, uint256 value, uint256 min, uint256 max);
    /// @notice The parts need more Data Tokens than there are.
    error SupplyTooSmall(uint256 supply, uint256 needed);

    /// @notice Reverts unless every term is sound. `now_` in unix seconds.
    function check(DatasetParams calldata d, uint256 now_) internal pure {
        _within("lockedUntil", d.lockedUntil, now_ + 1, type(uint40).max);
        _within("makerFeeShare", d.makerFeeShare, 0, MAX_MAKER_FEE_SHARE);
        _within("supply", d.supply, 1, type(uint88).max);
        _within("liquidityData", d.liquidityData, 1, d.supply);
        _within("liquidityBase", d.liquidityBase, 1, type(uint88).max);
        uint256 needed = uint256(d.liquidityData) + (d.pool.rewardInBase ? 0 : d.pool.allocation);
        require(needed <= d.supply, SupplyTooSmall(d.supply, needed));
        _checkPool(d.pool);
    }

    function _checkPool(PoolParams calldata p) private pure {
        _within("allocation", p.allocation, 1, type(uint96).max);
        _within("maxIncentive", p.maxIncentive, 1, type(uint96).max);
        _within("minQuality", p.minQuality, 0, BPS);
        _within("slashBps", p.slashBps, 0, BPS);
        _within("burnBps", p.burnBps, 0, MAX_BURN);
        _within("similarityLanes", p.similarityLanes, MIN_LANES, MAX_LANES);
        _within("challengeWindow", p.challengeWindow, 0, MAX_CHALLENGE_WINDOW);
        _within("unbonding", p.unbonding, p.challengeWindow, MAX_UNBONDING);
        _within("licencePeriod", p.licencePeriod, 1, type(uint32).max);
        _within("privacyPeriod", p.privacyPeriod, 1, type(uint32).max);
        _within("minCohort", p.minCohort, 1, type(uint32).max);
        _within("epsilonPerJob", p.epsilonPerJob, 0, p.epsilonPerPeriod);
        _within("attesterSet", uint256(p.attesterSet), 1, type(uint256).max);
    }

    /// @param term at most 31 letters: a word, which becomes a text only if it is needed
    function _within(bytes32 term, uint256 value, uint256 min, uint256 max) private pure {
        if (value < min || value > max) revert BadTerm(ShortText.toText(term), value, min, max);
    }
}
