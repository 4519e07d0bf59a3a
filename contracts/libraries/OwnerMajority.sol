// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title OwnerMajority
/// @notice The 60 % rule: a proposal passes exactly when owner + yes > 60 % of (owner + staked). With the owner at 50 %
/// or more a simple majority would decide nothing.
library OwnerMajority {
    /// @notice Yes votes (stake wei) still needed; 0: the owner alone suffices.
    /// @dev POOL-6: owner + yes > 0.6 * (owner + staked)  <=>  10 yes > 6 staked - 4 owner. Inputs below 2^96: no
    /// overflow.
    function votesNeeded(uint96 owner, uint96 staked) internal pure returns (uint96) {
        uint256 six = uint256(staked) * 6;
        uint256 four = uint256(owner) * 4;
        if (four > six) return 0;
        // at most 0.6 * 2^96 + 1, fits
        return uint96((six - four) / 10 + 1);
    }
}
