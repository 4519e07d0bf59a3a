// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ComputeTerms} from "../../contracts/types/ComputeTerms.sol";
import {ContributionKind, ContributionRecord} from "../../contracts/types/Contribution.sol";

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

    function consentOf(bytes32 tag) external view returns (address, uint40, uint40, ContributionKind, bool) {
        ContributionRecord storage record = _records[tag];
        return (record.provider, record.submittedAt, record.revokedAt, record.kind, record.slashed);
    }
}
