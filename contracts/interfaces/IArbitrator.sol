// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IArbitrator
/// @notice The part of an ERC-792 arbitrator that ComputeBilling uses.
interface IArbitrator {
    /// @notice Opens a dispute; must be paid `arbitrationCost(extraData)` wei.
    /// @param choices Number of rulings to choose from, 0 being a refusal to rule.
    function createDispute(uint256 choices, bytes calldata extraData) external payable returns (uint256 disputeID);

    /// @notice Wei that a dispute costs.
    function arbitrationCost(bytes calldata extraData) external view returns (uint256 cost);
}
