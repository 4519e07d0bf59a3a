// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobMoney} from "../../contracts/libraries/JobMoney.sol";
import {OwnerMajority} from "../../contracts/libraries/OwnerMajority.sol";
import {PairMath} from "../../contracts/libraries/PairMath.sol";
import {PriceOracle} from "../../contracts/libraries/PriceOracle.sol";

/// @title MathHarness
/// @notice The contracts' arithmetic, callable from outside: what the SDK's twins are compared with.
contract MathHarness {
    /* PAIR */

    function amountOutDown(uint256 amountIn, uint256 reserveIn, uint256 reserveOut) external pure returns (uint256) {
        return PairMath.amountOutDown(amountIn, reserveIn, reserveOut);
    }

    function amountInUp(uint256 amountOut, uint256 reserveIn, uint256 reserveOut) external pure returns (uint256) {
        return PairMath.amountInUp(amountOut, reserveIn, reserveOut);
    }

    function keepsProduct(
        uint256 balance0,
        uint256 balance1,
        uint256 amount0In,
        uint256 amount1In,
        uint256 product
    ) external pure returns (bool) {
        return PairMath.keepsProduct(balance0, balance1, amount0In, amount1In, product);
    }

    function quoteDown(uint256 amountA, uint256 reserveA, uint256 reserveB) external pure returns (uint256) {
        return PairMath.quoteDown(amountA, reserveA, reserveB);
    }

    function quoteUp(uint256 amountA, uint256 reserveA, uint256 reserveB) external pure returns (uint256) {
        return PairMath.quoteUp(amountA, reserveA, reserveB);
    }

    function zapSwapDown(uint256 amountIn, uint256 reserveIn) external pure returns (uint256) {
        return PairMath.zapSwapDown(amountIn, reserveIn);
    }

    function firstLiquidityDown(uint256 amount0, uint256 amount1) external pure returns (uint256) {
        return PairMath.firstLiquidityDown(amount0, amount1);
    }

    function liquidityDown(
        uint256 amount0,
        uint256 amount1,
        uint256 r0,
        uint256 r1,
        uint256 supply
    ) external pure returns (uint256) {
        return PairMath.liquidityDown(amount0, amount1, r0, r1, supply);
    }

    function shareDown(uint256 liquidity, uint256 reserve, uint256 supply) external pure returns (uint256) {
        return PairMath.shareDown(liquidity, reserve, supply);
    }

    function makerFeeDown(uint256 supply, uint256 k, uint256 kLast, uint256 share) external pure returns (uint256) {
        return PairMath.makerFeeDown(supply, PairMath.sqrtDown(k), PairMath.sqrtUp(kLast), share);
    }

    /* ORACLE */

    function lnPrice(uint256 reserveBase, uint256 reserveData) external pure returns (int48) {
        return PriceOracle.lnPrice(reserveBase, reserveData);
    }

    function advance(int48 average, int48 lnStanding, uint256 elapsed) external pure returns (int48) {
        return PriceOracle.advance(average, lnStanding, elapsed);
    }

    function toPriceX128(int48 average) external pure returns (uint256) {
        return PriceOracle.toPriceX128(average);
    }

    /* POOL */

    function votesNeeded(uint96 owner, uint96 staked) external pure returns (uint96) {
        return OwnerMajority.votesNeeded(owner, staked);
    }

    /* JOB */

    function amountFor(uint256 units, uint256 perUnit) external pure returns (uint256) {
        return JobMoney.amountFor(units, perUnit);
    }

    function dataForUp(uint96 baseAmount, uint256 priceX128) external pure returns (uint256) {
        return JobMoney.dataForUp(baseAmount, priceX128);
    }

    function burnDown(uint256 charged, uint256 burnBps) external pure returns (uint256) {
        return JobMoney.burnDown(charged, burnBps);
    }
}
