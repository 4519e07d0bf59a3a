// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

/// @title PriceOracle
/// @notice An exponential moving average of ln(price): the price that stood between two touches gets the weight
/// 1 - e^(-elapsed / TAU), and no faster than a factor of 2 in TAU. A touch in the same second changes nothing, and
/// where the touches fell does not matter.
/// @dev Logarithms are integers in units of 2^-40. With both reserves in 1 .. 2^88 - 1 they lie within +-61 * 2^40 <
/// 2^46, and so does every average of them: 48 bits hold both.
library PriceOracle {
    uint256 internal constant TAU = 1 hours; // after it 63 % of a lasting price change has arrived
    uint256 internal constant MIN_AGE = 30 minutes; // a younger pair has no price

    int256 private constant ONE = 2 ** 40;
    int256 private constant LN_2 = 762_123_384_786; // ln(2), in 2^-40
    int256 private constant WAD = 1e18;
    int256 private constant LN_SHIFT = -69_457017215698427194; // ln(1e18) - ln(2^160), wad
    int256 private constant LN_Q128 = 47_276307437780177293; // ln(2^128) - ln(1e18), wad

    /// @notice ln(ALITA wei per Data Token wei) of two reserves above zero, in 2^-40.
    function lnPrice(uint256 reserveBase, uint256 reserveData) internal pure returns (int48) {
        unchecked {
            // The quotient keeps at least 72 significant bits; the logarithm takes it for a wad, which LN_SHIFT undoes.
            int256 wad = FixedPointMathLib.lnWad(int256((reserveBase << 160) / reserveData)) + LN_SHIFT;
            return int48((wad * ONE) / WAD); // |wad| < 2^66
        }
    }

    /// @notice The average after the price `lnStanding` stood for `elapsed` seconds. A price further away than a factor
    /// of 2 counts as one of 2, so the average never more than doubles or halves within TAU.
    function advance(int48 average, int48 lnStanding, uint256 elapsed) internal pure returns (int48) {
        unchecked {
            int256 gap = int256(lnStanding) - average;
            int256 time = int256((elapsed * uint256(WAD)) / TAU); // in TAU, wad; elapsed < 2^32
            if (gap > LN_2 || gap < -LN_2) {
                int256 step = gap > 0 ? LN_2 : -LN_2; // in one TAU, at a steady speed
                int256 far = ((gap - step) * WAD) / step; // TAU, wad, until the price is as near as a factor of 2
                if (time <= far) return int48(average + (step * time) / WAD);
                (gap, time) = (step, time - far);
            }
            // between `average` and `lnStanding`, because the power is 0 .. 1; it is 0 below about e^-41
            return int48(lnStanding - (gap * FixedPointMathLib.expWad(-time)) / WAD);
        }
    }

    /// @notice e^average: ALITA wei per Data Token wei, Q128.
    function toPriceX128(int48 average) internal pure returns (uint256) {
        // exponents lie within -14 .. 109, where expWad is defined and positive
        return uint256(FixedPointMathLib.expWad((int256(average) * WAD) / ONE + LN_Q128));
    }
}
