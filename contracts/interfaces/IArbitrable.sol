// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbitrator} from "./IArbitrator.sol";

/// @title IArbitrable
/// @notice ERC-792: what an arbitrator calls back.
interface IArbitrable {
    /// @notice A dispute was ruled.
    event Ruling(IArbitrator indexed _arbitrator, uint256 indexed _disputeID, uint256 _ruling);

    /// @notice Give the ruling of a dispute; only its arbitrator.
    function rule(uint256 _disputeID, uint256 _ruling) external;
}
