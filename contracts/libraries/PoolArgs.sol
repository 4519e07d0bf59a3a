// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ComputeTerms} from "../types/ComputeTerms.sol";
import {Dataset, PoolParams} from "../types/Dataset.sol";
import {CloneArgs} from "./CloneArgs.sol";

/// @title PoolArgs
/// @notice A pool's fixed terms, packed into eight words of its clone's code: a word of code costs a third of a word of
/// storage to create and a twentieth of one to read.
library PoolArgs {
    uint256 private constant STAKING = 1;
    uint256 private constant REWARD_IN_BASE = 2;
    uint256 private constant LISTED = 4;

    /* PACKING */

    /// @notice The clone's arguments for dataset `d` of `maker_`; its pool's address is not read.
    function pack(
        address factory_,
        address maker_,
        Dataset memory d,
        PoolParams calldata p
    ) internal pure returns (bytes memory) {
        uint256 flags = (p.staking ? STAKING : 0) | (p.rewardInBase ? REWARD_IN_BASE : 0) | (p.listed ? LISTED : 0);
        bytes memory money = abi.encodePacked(
            maker_,
            p.maxIncentive,
            d.token,
            p.updateMax,
            d.pair,
            p.allocation,
            p.gate,
            p.unitPrice,
            p.arbiter,
            p.price
        );
        bytes memory rules = abi.encodePacked(
            p.attesterSet,
            factory_,
            p.minQuality,
            p.slashBps,
            p.burnBps,
            p.similarityLanes,
            uint8(flags),
            p.minCohort
        );
        bytes memory times = abi.encodePacked(
            p.challengeWindow,
            p.unbonding,
            p.licencePeriod,
            p.privacyPeriod,
            p.epsilonPerJob,
            p.epsilonPerPeriod
        );
        return bytes.concat(money, rules, times);
    }

    /* WORD 0: maker, maxIncentive */

    function maker() internal view returns (address) {
        return CloneArgs.addressAt(0);
    }

    function maxIncentive() internal view returns (uint96) {
        return _low96(0);
    }

    /* WORD 1: token, updateMax */

    function token() internal view returns (address) {
        return CloneArgs.addressAt(32);
    }

    function updateMax() internal view returns (uint96) {
        return _low96(32);
    }

    /* WORD 2: pair, allocation */

    function pair() internal view returns (address) {
        return CloneArgs.addressAt(64);
    }

    function allocation() internal view returns (uint96) {
        return _low96(64);
    }

    /* WORD 3: gate, unitPrice */

    function gate() internal view returns (address) {
        return CloneArgs.addressAt(96);
    }

    function unitPrice() internal view returns (uint96) {
        return _low96(96);
    }

    /* WORD 4: arbiter, price */

    function arbiter() internal view returns (address) {
        return CloneArgs.addressAt(128);
    }

    function price() internal view returns (uint96) {
        return _low96(128);
    }

    /* WORD 5: attesterSet */

    function attesterSet() internal view returns (bytes32) {
        return CloneArgs.word(160);
    }

    /* WORD 6: factory, minQuality, slashBps, burnBps, similarityLanes, flags, minCohort */

    function factory() internal view returns (address) {
        return CloneArgs.addressAt(192);
    }

    function minQuality() internal view returns (uint16) {
        return uint16(_field(192, 80));
    }

    function slashBps() internal view returns (uint16) {
        return uint16(_field(192, 64));
    }

    function burnBps() internal view returns (uint16) {
        return uint16(_field(192, 48));
    }

    function similarityLanes() internal view returns (uint8) {
        return uint8(_field(192, 40));
    }

    function staking() internal view returns (bool) {
        return _field(192, 32) & STAKING != 0;
    }

    function rewardInBase() internal view returns (bool) {
        return _field(192, 32) & REWARD_IN_BASE != 0;
    }

    function listed() internal view returns (bool) {
        return _field(192, 32) & LISTED != 0;
    }

    function minCohort() internal view returns (uint32) {
        return uint32(_field(192, 0));
    }

    /* WORD 7: challengeWindow, unbonding, licencePeriod, privacyPeriod, epsilonPerJob, epsilonPerPeriod */

    function challengeWindow() internal view returns (uint32) {
        return uint32(_field(224, 224));
    }

    function unbonding() internal view returns (uint32) {
        return uint32(_field(224, 192));
    }

    function licencePeriod() internal view returns (uint32) {
        return uint32(_field(224, 160));
    }

    function privacyPeriod() internal view returns (uint32) {
        return uint32(_field(224, 128));
    }

    function epsilonPerJob() internal view returns (uint64) {
        return uint64(_field(224, 64));
    }

    function epsilonPerPeriod() internal view returns (uint64) {
        return uint64(_field(224, 0));
    }

    /* SEVERAL AT ONCE */

    /// @notice What ComputeBilling asks for, as it was at creation: `open` tells whether licences were listed.
    function computeTerms() internal view returns (ComputeTerms memory t) {
        t.token = token();
        t.pair = pair();
        t.unitPrice = unitPrice();
        t.arbiter = arbiter();
        t.attesterSet = attesterSet();
        uint256 rules = _field(192, 0);
        t.burnBps = uint16(rules >> 48);
        t.open = (rules >> 32) & LISTED != 0;
        t.minCohort = uint32(rules);
        uint256 privacy = _field(224, 0);
        t.privacyPeriod = uint32(privacy >> 128);
        t.epsilonPerJob = uint64(privacy >> 64);
        t.epsilonPerPeriod = uint64(privacy);
    }

    /* SHARED */

    /// @dev Truncation of the word to its low bits is the point of the callers' casts.
    function _field(uint256 offset, uint256 shift) private view returns (uint256) {
        return uint256(CloneArgs.word(offset)) >> shift;
    }

    function _low96(uint256 offset) private view returns (uint96) {
        return uint96(uint256(CloneArgs.word(offset)));
    }
}
