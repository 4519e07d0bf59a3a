// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

/// @title PairMath
/// @notice The arithmetic of a constant-product pair. Every function says in its name which way it rounds: what the
/// pair gives is rounded down, what it asks for is rounded up.
/// @dev Callers see to it that reserves and amounts are at most 2^88 - 1, so the products of a swap stay below
/// 2^(88 + 88 + 20) and need no check. Where liquidity is a factor, the compiler's checks stay.
library PairMath {
    uint256 internal constant FEE = 3; // 0.30 % of a swap's input, in thousandths
    uint256 internal constant FEE_UNIT = 1_000;
    uint256 internal constant BPS = 10_000;

    /* SWAPS */

    /// @notice What `amountIn` buys after the fee.
    function amountOutDown(uint256 amountIn, uint256 reserveIn, uint256 reserveOut) internal pure returns (uint256) {
        unchecked {
            uint256 taxed = amountIn * (FEE_UNIT - FEE); // below 2^98
            return (taxed * reserveOut) / (reserveIn * FEE_UNIT + taxed); // below 2^186; the divisor is above 0
        }
    }

    /// @notice What `amountOut` (below `reserveOut`) costs with the fee: Uniswap v2's figure, the exact one plus at
    /// most 1.
    function amountInUp(uint256 amountOut, uint256 reserveIn, uint256 reserveOut) internal pure returns (uint256) {
        unchecked {
            // below 2^186; amountOut < reserveOut, so the divisor is above 0
            return (reserveIn * amountOut * FEE_UNIT) / ((reserveOut - amountOut) * (FEE_UNIT - FEE)) + 1;
        }
    }

    /// @notice Whether a swap left the product of the reserves at least where it was after taking the fee from its
    /// inputs.
    function keepsProduct(
        uint256 balance0,
        uint256 balance1,
        uint256 amount0In,
        uint256 amount1In,
        uint256 product
    ) internal pure returns (bool) {
        unchecked {
            uint256 taxed0 = balance0 * FEE_UNIT - amount0In * FEE; // below 2^98; an input is part of its balance
            uint256 taxed1 = balance1 * FEE_UNIT - amount1In * FEE;
            return taxed0 * taxed1 >= product * FEE_UNIT ** 2; // both below 2^196
        }
    }

    /* LIQUIDITY */

    /// @notice The amount of B worth `amountA` at the reserves' ratio.
    function quoteDown(uint256 amountA, uint256 reserveA, uint256 reserveB) internal pure returns (uint256) {
        return (amountA * reserveB) / reserveA;
    }

    /// @notice The amount of B worth `amountA` at the reserves' ratio, or up to 1 more.
    function quoteUp(uint256 amountA, uint256 reserveA, uint256 reserveB) internal pure returns (uint256) {
        return FixedPointMathLib.divUp(amountA * reserveB, reserveA);
    }

    /// @notice The part of `amountIn` to sell so that the rest and the output have the ratio of the reserves
    /// afterwards: the positive root s of 997 s^2 + 1997 r s - 1000 r a = 0, for the reserve r of the token sold and a
    /// the amount.
    /// @dev With both below 2^88 the radicand is below 2^200.
    function zapSwapDown(uint256 amountIn, uint256 reserveIn) internal pure returns (uint256) {
        uint256 kept = FEE_UNIT - FEE;
        uint256 linear = (FEE_UNIT + kept) * reserveIn;
        return (sqrtDown(linear * linear + 4 * kept * FEE_UNIT * reserveIn * amountIn) - linear) / (2 * kept);
    }

    /// @notice Liquidity of a first deposit, the locked minimum included.
    function firstLiquidityDown(uint256 amount0, uint256 amount1) internal pure returns (uint256) {
        return sqrtDown(amount0 * amount1);
    }

    /// @notice Liquidity of a later deposit: the smaller of the two proportions.
    function liquidityDown(
        uint256 amount0,
        uint256 amount1,
        uint256 r0,
        uint256 r1,
        uint256 supply
    ) internal pure returns (uint256) {
        return FixedPointMathLib.min((amount0 * supply) / r0, (amount1 * supply) / r1);
    }

    /// @notice The part of `reserve` that belongs to `liquidity`.
    function shareDown(uint256 liquidity, uint256 reserve, uint256 supply) internal pure returns (uint256) {
        return (liquidity * reserve) / supply;
    }

    /* MAKER FEE */

    /// @notice Liquidity that, minted to the maker, is worth `share` of the growth of sqrt(k) since `rootLast`.
    /// @dev `root` is a square root rounded down and `rootLast` one rounded up, so the maker never gets more than its
    /// share (PAIR-5).
    /// @param share bps
    function makerFeeDown(
        uint256 supply,
        uint256 root,
        uint256 rootLast,
        uint256 share
    ) internal pure returns (uint256) {
        if (root <= rootLast) return 0;
        return (supply * (root - rootLast) * share) / (root * (BPS - share) + rootLast * share);
    }

    /* ROOTS */

    /// @notice The largest integer whose square is at most `x`.
    function sqrtDown(uint256 x) internal pure returns (uint256) {
        return FixedPointMathLib.sqrt(x);
    }

    /// @notice The smallest integer whose square is at least `x`, for x below 2^254.
    function sqrtUp(uint256 x) internal pure returns (uint256 root) {
        root = FixedPointMathLib.sqrt(x);
        if (root * root < x) ++root;
    }
}
