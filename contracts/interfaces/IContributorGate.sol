// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IContributorGate
/// @notice An optional credential check that a maker names at creation; it cannot be changed later.
interface IContributorGate {
    /// @notice Whether `provider` may contribute to `pool`.
    function isEligible(address provider, address pool) external view returns (bool);
}
