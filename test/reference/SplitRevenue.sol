// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title SplitRevenue
/// @notice Slow twin of the revenue index: every sale walks over all stakers and adds their exact share, in Q128.
library SplitRevenue {
    uint256 private constant Q128 = 2 ** 128;

    struct Shares {
        address[] providers;
        mapping(address provider => uint256) staked; // reward-token wei
        mapping(address provider => uint256) owedX128; // ALITA wei, Q128
        uint256 paid; // ALITA wei
    }

    /// @notice Remembers a provider's stake from now on.
    function set(Shares storage self, address provider, uint256 staked) internal {
        bool known = false;
        for (uint256 i = 0; i < self.providers.length; ++i) known = known || self.providers[i] == provider;
        if (!known) self.providers.push(provider);
        self.staked[provider] = staked;
    }

    /// @notice Splits `price` ALITA wei between an owner of weight `owner` and all stakers.
    function sell(Shares storage self, uint256 price, uint256 owner) internal {
        uint256 total = owner;
        for (uint256 i = 0; i < self.providers.length; ++i) total += self.staked[self.providers[i]];
        for (uint256 i = 0; i < self.providers.length; ++i) {
            address provider = self.providers[i];
            // below 2^84 * 2^80, so two steps of 64 bits keep within 256
            uint256 product = price * self.staked[provider];
            uint256 whole = product / total;
            uint256 rest = ((product % total) * 2 ** 64) / total;
            self.owedX128[provider] += whole * Q128 + rest * 2 ** 64;
        }
        self.paid += price;
    }

    /// @notice A provider's share of all sales, ALITA wei, rounded up.
    function shareUp(Shares storage self, address provider) internal view returns (uint256) {
        return (self.owedX128[provider] + Q128 - 1) / Q128;
    }
}
