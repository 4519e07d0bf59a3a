// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ComputeTerms} from "../../contracts/types/ComputeTerms.sol";
import {ContributionRecord} from "../../contracts/types/Contribution.sol";

/// @notice A pool that says what it is told to say.
contract MockPool {
    ComputeTerms private _terms;
    mapping(bytes32 tag => ContributionRecord) private _records;

    function setTerms(ComputeTerms calldata terms) external {
        _terms = terms;
    }

    function setRecord(bytes32 tag, ContributionRecord calldata record) external {
        _records[tag] = record;
    }

    function computeTerms() external view returns (ComputeTerms memory) {
        return _terms;
    }

    function contributionOf(bytes32 tag) external view returns (ContributionRecord memory) {
        return _records[tag];
    }
}
