// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {PriceOracle} from "../../contracts/libraries/PriceOracle.sol";
import {
    PairState,
    reserve0,
    reserve1,
    touchedAt,
    lnPriceAverage,
    toPairState
} from "../../contracts/types/PairState.sol";
import {PriceOracleTwin} from "./PriceOracleTwin.sol";

contract PriceOracleTest is StdAssertions {
    int256 private constant TO_Q40 = 2 ** 24; // from the twin's Q64
    int48 private constant LN_2 = 762_123_384_786; // 2^-40
    int48 private constant EXTREME = 61 * 2 ** 40;

    function _reserve(uint256 x) private pure returns (uint256) {
        return ((x >> 8) % (2 ** (1 + (x % 88)) - 1)) + 1;
    }

    function testFuzz_lnPrice_isTheLogarithm(uint256 b, uint256 d) public pure {
        (b, d) = (_reserve(b), _reserve(d));
        int256 twin = PriceOracleTwin.ln(b, d) / TO_Q40;
        assertApproxEqAbs(PriceOracle.lnPrice(b, d), twin, 2);
        assertApproxEqAbs(PriceOracle.lnPrice(b, d), -int256(PriceOracle.lnPrice(d, b)), 2, "symmetric");
    }

    function test_lnPrice_fitsAtTheExtremes() public pure {
        uint256 most = type(uint88).max;
        assertApproxEqAbs(PriceOracle.lnPrice(most, 1), PriceOracleTwin.ln(most, 1) / TO_Q40, 2);
        assertApproxEqAbs(PriceOracle.lnPrice(1, most), PriceOracleTwin.ln(1, most) / TO_Q40, 2);
        assertApproxEqAbs(PriceOracle.lnPrice(most, most), int256(0), 1);
        assertGt(int256(PriceOracle.lnPrice(most, 1)), int256(EXTREME) - 2 ** 40);
        assertLt(int256(PriceOracle.lnPrice(most, 1)), int256(EXTREME));
    }

    function testFuzz_advance_isTheLimitedMean(uint256 a, uint256 b, uint32 elapsed) public pure {
        int48 average = PriceOracle.lnPrice(_reserve(a), _reserve(b));
        int48 standing = PriceOracle.lnPrice(_reserve(b), _reserve(a));
        elapsed %= 7 days;
        int256 next = PriceOracle.advance(average, standing, elapsed);
        int256 twin = PriceOracleTwin.advance(average * TO_Q40, standing * TO_Q40, elapsed) / TO_Q40;
        assertApproxEqAbs(next, twin, 64);
        (int48 low, int48 high) = average < standing ? (average, standing) : (standing, average);
        assertTrue(next >= low && next <= high, "between the two");
        assertEq(PriceOracle.advance(average, standing, 0), average, "a touch within the second changes nothing");
    }

    function testFuzz_advance_doesNotMindTouches(uint256 a, uint256 b, uint32 first, uint32 second) public pure {
        int48 average = PriceOracle.lnPrice(_reserve(a), _reserve(b));
        int48 standing = PriceOracle.lnPrice(_reserve(b), _reserve(a));
        (first, second) = (first % 7 days, second % 7 days);
        int48 touched = PriceOracle.advance(PriceOracle.advance(average, standing, first), standing, second);
        assertApproxEqAbs(touched, PriceOracle.advance(average, standing, uint256(first) + second), 64);
    }

    function test_advance_doublesAtMostInAnHour() public pure {
        assertEq(PriceOracle.advance(0, EXTREME, 1 hours), LN_2);
        assertEq(PriceOracle.advance(0, -EXTREME, 1 hours), -LN_2);
        assertEq(PriceOracle.advance(0, EXTREME, 12), LN_2 / 300, "a block of 12 seconds");
    }

    /// @dev A price twice as high is the last that counts in full: an hour brings 1 - 1/e of it.
    function test_advance_isTheMeanUpToAFactorOfTwo() public pure {
        int48 mean = PriceOracle.advance(0, LN_2, 1 hours);
        assertApproxEqAbs(mean, (int256(LN_2) * 632_120_558_829) / 1e12, 2);
        assertApproxEqAbs(PriceOracle.advance(0, LN_2 + 1, 1 hours), mean, 2, "no jump");
        assertEq(PriceOracle.advance(0, 2 * LN_2, 1 hours), LN_2, "until it is as near as that");
    }

    /// @dev In the second when the price comes as near as that, the average has walked, rounded towards where it was.
    function test_advance_walksUpToAFactorOfTwo() public pure {
        int48 third = LN_2 / 3; // what 20 minutes bring
        assertEq(PriceOracle.advance(0, LN_2 + third, 20 minutes), third - 1);
        assertEq(PriceOracle.advance(0, -LN_2 - third, 20 minutes), 1 - third);
    }

    function test_advance_reachesTheStandingPrice() public pure {
        assertEq(PriceOracle.advance(-EXTREME, EXTREME, type(uint32).max), EXTREME);
        assertEq(PriceOracle.advance(EXTREME, -EXTREME, type(uint32).max), -EXTREME);
    }

    function testFuzz_toPriceX128_undoesTheLogarithm(uint256 b, uint256 d) public pure {
        (b, d) = (_reserve(b), _reserve(d));
        uint256 price = PriceOracle.toPriceX128(PriceOracle.lnPrice(b, d));
        assertApproxEqRel(price, (b << 128) / d, 1e9); // a billionth
        assertGt(price, 0);
    }

    function testFuzz_pairState_keepsItsFields(uint88 r0, uint88 r1, uint32 time, int48 average) public pure {
        PairState state = toPairState(r0, r1, time, average);
        assertEq(reserve0(state), r0);
        assertEq(reserve1(state), r1);
        assertEq(touchedAt(state), time);
        assertEq(lnPriceAverage(state), average);
    }
}
