// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {PoolArgs} from "../../contracts/libraries/PoolArgs.sol";
import {ComputeTerms} from "../../contracts/types/ComputeTerms.sol";
import {Dataset, PoolParams} from "../../contracts/types/Dataset.sol";

/// @notice Reads back, from a clone of itself, the terms that PoolArgs packed.
contract PoolArgsDoor {
    function clone(
        address factory,
        address maker,
        Dataset memory dataset,
        PoolParams calldata terms
    ) external returns (PoolArgsDoor) {
        bytes memory args = PoolArgs.pack(factory, maker, dataset, terms);
        return PoolArgsDoor(Clones.cloneWithImmutableArgs(address(this), args));
    }

    function length(
        address factory,
        address maker,
        Dataset memory dataset,
        PoolParams calldata terms
    ) external pure returns (uint256) {
        return PoolArgs.pack(factory, maker, dataset, terms).length;
    }

    function accounts() external view returns (address factory, address maker, address token, address pair) {
        return (PoolArgs.factory(), PoolArgs.maker(), PoolArgs.token(), PoolArgs.pair());
    }

    function computeTerms() external view returns (ComputeTerms memory) {
        return PoolArgs.computeTerms();
    }

    function params() external view returns (PoolParams memory p) {
        p.rewardInBase = PoolArgs.rewardInBase();
        p.staking = PoolArgs.staking();
        p.listed = PoolArgs.listed();
        p.allocation = PoolArgs.allocation();
        p.maxIncentive = PoolArgs.maxIncentive();
        p.updateMax = PoolArgs.updateMax();
        p.price = PoolArgs.price();
        p.unitPrice = PoolArgs.unitPrice();
        p.minQuality = PoolArgs.minQuality();
        p.slashBps = PoolArgs.slashBps();
        p.burnBps = PoolArgs.burnBps();
        p.similarityLanes = PoolArgs.similarityLanes();
        p.challengeWindow = PoolArgs.challengeWindow();
        p.unbonding = PoolArgs.unbonding();
        p.licencePeriod = PoolArgs.licencePeriod();
        p.minCohort = PoolArgs.minCohort();
        p.privacyPeriod = PoolArgs.privacyPeriod();
        p.epsilonPerJob = PoolArgs.epsilonPerJob();
        p.epsilonPerPeriod = PoolArgs.epsilonPerPeriod();
        p.gate = PoolArgs.gate();
        p.arbiter = PoolArgs.arbiter();
        p.attesterSet = PoolArgs.attesterSet();
    }
}
