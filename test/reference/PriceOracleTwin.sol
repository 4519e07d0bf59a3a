// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title PriceOracleTwin
/// @notice PriceOracle by the oldest methods: the logarithm by repeated squaring, the power by its series, in Q64.
library PriceOracleTwin {
    uint256 private constant ONE = 2 ** 64;
    uint256 private constant LN2 = 12_786_308_645_202_655_660; // ln(2) * 2^64

    /// @notice ln(numerator / denominator) * 2^64.
    function ln(uint256 numerator, uint256 denominator) internal pure returns (int256) {
        return ((_log2(numerator) - _log2(denominator)) * int256(LN2)) / int256(ONE);
    }

    /// @notice e^-x, Q64.
    function decay(uint256 x) internal pure returns (uint256 result) {
        result = ONE;
        while (x >= ONE) {
            result = (result * 6_786_177_901_268_884_962) / ONE; // e^-1 * 2^64
            x -= ONE;
            if (result == 0) return 0;
        }
        return (result * ONE) / _exp(x);
    }

    /// @notice The average `elapsed` seconds later, Q64: ln(2) an hour as long as the price is further away than that,
    /// the weighted mean from then on.
    function advance(int256 average, int256 standing, uint256 elapsed) internal pure returns (int256) {
        if (standing < average) return -advance(-average, -standing, elapsed);
        uint256 gap = uint256(standing - average);
        uint256 time = (elapsed * ONE) / 3_600; // hours, Q64
        uint256 far = gap > LN2 ? ((gap - LN2) * ONE) / LN2 : 0;
        if (time < far) return average + int256((LN2 * time) / ONE);
        uint256 near = gap > LN2 ? LN2 : gap;
        return standing - int256((near * decay(time - far)) / ONE);
    }

    /// @dev e^x for 0 <= x < 1, Q64: 1 + x + x^2/2 + x^3/6 + ...
    function _exp(uint256 x) private pure returns (uint256 sum) {
        uint256 term = ONE;
        for (uint256 n = 1; term > 0; ++n) {
            sum += term;
            term = (term * x) / ONE / n;
        }
    }

    /// @dev log2(x) * 2^64: the whole part by halving, each further bit by squaring.
    function _log2(uint256 x) private pure returns (int256 result) {
        uint256 whole;
        while (x >> (whole + 1) > 0) ++whole;
        result = int256(whole * ONE);
        uint256 mantissa = (x << 127) >> whole; // 1 .. 2 in Q127, for x below 2^128
        for (uint256 bit = ONE / 2; bit > 0; bit /= 2) {
            mantissa = (mantissa * mantissa) >> 127;
            if (mantissa >= 2 ** 128) {
                mantissa /= 2;
                result += int256(bit);
            }
        }
    }
}
