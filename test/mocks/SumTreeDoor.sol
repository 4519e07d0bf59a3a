// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobHash} from "../../contracts/libraries/JobHash.sol";
import {JobMoney} from "../../contracts/libraries/JobMoney.sol";
import {SumTree} from "../../contracts/libraries/SumTree.sol";
import {Job, JobRuling, PayTerms, Payout, Settlement} from "../../contracts/types/Job.sol";

/// @notice Opens the billing libraries to tests, with arguments in calldata.
contract SumTreeDoor {
    function rootOf(Payout calldata leaf, bytes calldata proof) external pure returns (bytes32, uint64) {
        return SumTree.rootOf(leaf, proof);
    }

    function idOf(Job calldata job) external pure returns (bytes32) {
        return JobHash.idOf(job);
    }

    function idOfTerms(PayTerms calldata terms) external pure returns (bytes32) {
        return JobHash.idOf(terms);
    }

    function id(Job memory job) external pure returns (bytes32) {
        return JobHash.id(job);
    }

    function consentHash(bytes32 jobId, Settlement calldata settlement) external pure returns (bytes32) {
        return JobHash.consentHash(jobId, settlement);
    }

    function rulingHash(JobRuling calldata ruling) external pure returns (bytes32) {
        return JobHash.rulingHash(ruling);
    }

    function dataForUp(uint96 baseAmount, uint256 priceX128) external pure returns (uint256) {
        return JobMoney.dataForUp(baseAmount, priceX128);
    }
}
