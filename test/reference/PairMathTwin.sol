// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title PairMathTwin
/// @notice PairMath as one would explain it: every answer is defined by what it must achieve and found by search, with
/// checked arithmetic and no formula in common.
library PairMathTwin {
    /// @notice Whether giving `out` for `given` keeps the product, after 0.3 % of the input is set aside.
    function pays(uint256 given, uint256 out, uint256 reserveIn, uint256 reserveOut) internal pure returns (bool) {
        return (reserveIn * 1_000 + given * 997) * (reserveOut - out) >= reserveIn * 1_000 * reserveOut;
    }

    /// @notice The largest output that `given` pays for.
    function amountOut(uint256 given, uint256 reserveIn, uint256 reserveOut) internal pure returns (uint256) {
        (uint256 low, uint256 high) = (0, reserveOut);
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            if (pays(given, middle, reserveIn, reserveOut)) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// @notice The smallest input that pays for `out`, for reserves below 2^80.
    function amountIn(uint256 out, uint256 reserveIn, uint256 reserveOut) internal pure returns (uint256) {
        (uint256 low, uint256 high) = (0, 2 ** 161);
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (pays(middle, out, reserveIn, reserveOut)) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// @notice The maker's liquidity when the product of the last join or exit is known exactly. The new root is rounded
    /// down and the old one up.
    function makerFee(uint256 supply, uint256 k, uint256 kLast, uint256 share) internal pure returns (uint256) {
        if (k <= kLast) return 0;
        uint256 rootLast = root(kLast);
        if (rootLast * rootLast < kLast) ++rootLast;
        if (root(k) <= rootLast) return 0;
        uint256 makersPart = (root(k) - rootLast) * share;
        return (supply * makersPart) / (root(k) * 10_000 - makersPart);
    }

    /// @notice The largest integer whose square is at most `x`, bit by bit.
    function root(uint256 x) internal pure returns (uint256 result) {
        for (uint256 bit = 2 ** 127; bit > 0; bit /= 2) {
            uint256 candidate = result + bit;
            if (candidate * candidate <= x) result = candidate;
        }
    }
}
