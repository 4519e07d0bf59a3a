// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ComputeTerms} from "../types/ComputeTerms.sol";
import {ContributionRecord} from "../types/Contribution.sol";

interface IDataPool {
    function token() external view returns (address);
    function pair() external view returns (address);
    function maker() external view returns (address);
    function computeTerms() external view returns (ComputeTerms memory);
    function contributionOf(bytes32 contentTag) external view returns (ContributionRecord memory);
}
