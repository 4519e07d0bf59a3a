// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title CopiedStakes
/// @notice Slow twin of the pool's stake history: every proposal copies every stake.
library CopiedStakes {
    struct Copies {
        address[] providers;
        mapping(address provider => uint256) staked; // reward-token wei, now
        bytes32[] ids;
        mapping(bytes32 id => mapping(address provider => uint256)) weights; // reward-token wei
    }

    function set(Copies storage self, address provider, uint256 staked) internal {
        bool known = false;
        for (uint256 i = 0; i < self.providers.length; ++i) known = known || self.providers[i] == provider;
        if (!known) self.providers.push(provider);
        self.staked[provider] = staked;
    }

    function snapshot(Copies storage self, bytes32 id) internal {
        self.ids.push(id);
        for (uint256 i = 0; i < self.providers.length; ++i) {
            address provider = self.providers[i];
            self.weights[id][provider] = self.staked[provider];
        }
    }

    function weight(Copies storage self, bytes32 id, address provider) internal view returns (uint256) {
        return self.weights[id][provider];
    }
}
