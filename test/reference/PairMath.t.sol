// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {PairMath} from "../../contracts/libraries/PairMath.sol";
import {PairMathTwin} from "./PairMathTwin.sol";

contract PairMathTest is StdAssertions {
    /// @dev A number above 0 of at most 88 bits, small ones as likely as large.
    function _amount(uint256 x) private pure returns (uint256) {
        return ((x >> 8) % (2 ** (1 + (x % 88)) - 1)) + 1;
    }

    function testFuzz_amountOutDown_isTheLargestThatIsPaidFor(uint256 a, uint256 x, uint256 y) public pure {
        (a, x, y) = (_amount(a), _amount(x), _amount(y));
        assertEq(PairMath.amountOutDown(a, x, y), PairMathTwin.amountOut(a, x, y));
        assertLt(PairMath.amountOutDown(a, x, y), y, "never the whole reserve");
    }

    function testFuzz_amountInUp_isTheSmallestThatPaysOrOneMore(uint256 out, uint256 x, uint256 y) public pure {
        (out, x, y) = (_amount(out), (_amount(x) >> 8) + 1, (_amount(y) >> 8) + 1); // 80 bits: the search needs room
        if (out >= y) return;
        uint256 exact = PairMathTwin.amountIn(out, x, y);
        uint256 cost = PairMath.amountInUp(out, x, y);
        assertTrue(cost == exact || cost == exact + 1);
    }

    function testFuzz_keepsProduct_isWhatPays(uint256 a, uint256 out, uint256 x, uint256 y) public pure {
        (a, out, x, y) = (_amount(a) / 2, _amount(out), _amount(x) / 2 + 1, _amount(y));
        if (out >= y) return;
        bool keeps = PairMath.keepsProduct(x + a, y - out, a, 0, x * y);
        assertEq(keeps, PairMathTwin.pays(a, out, x, y));
        assertEq(keeps, PairMath.keepsProduct(y - out, x + a, 0, a, x * y), "both sides alike");
    }

    function test_keepsProduct_takesTheExactPriceAndNotOneLess() public pure {
        // (997 * 1000 + 1000 * 997) * 1 = 997 * 1000 * 2
        assertTrue(PairMath.keepsProduct(1_997, 1, 1_000, 0, 997 * 2));
        assertFalse(PairMath.keepsProduct(1_996, 1, 999, 0, 997 * 2));
    }

    function testFuzz_roots_encloseTheNumber(uint256 x) public pure {
        x >>= 2 + (x % 250);
        assertEq(PairMath.sqrtDown(x), PairMathTwin.root(x));
        uint256 up = PairMath.sqrtUp(x);
        assertGe(up * up, x);
        assertTrue(up == 0 || (up - 1) * (up - 1) < x);
    }

    function testFuzz_quotes_encloseTheRatio(uint256 a, uint256 x, uint256 y) public pure {
        (a, x, y) = (_amount(a), _amount(x), _amount(y));
        uint256 down = PairMath.quoteDown(a, x, y);
        uint256 up = PairMath.quoteUp(a, x, y);
        assertTrue(down * x <= a * y && up * x >= a * y);
        assertLe(up - down, 1);
    }

    function testFuzz_liquidity_isNeverWorthMoreThanItCost(uint256 a, uint256 b, uint256 x, uint256 y) public pure {
        (a, b, x, y) = (_amount(a), _amount(b), _amount(x), _amount(y));
        uint256 supply = PairMath.firstLiquidityDown(x, y);
        uint256 liquidity = PairMath.liquidityDown(a, b, x, y, supply);
        assertLe(PairMath.shareDown(liquidity, x + a, supply + liquidity), a, "PAIR-2");
        assertLe(PairMath.shareDown(liquidity, y + b, supply + liquidity), b, "PAIR-2");
    }

    function testFuzz_makerFeeDown_isNeverMoreThanTheShare(uint256 r, uint256 rLast, uint256 share) public pure {
        (r, rLast) = (_amount(r), _amount(rLast));
        share %= 5_001;
        uint256 supply = rLast;
        uint256 minted = PairMath.makerFeeDown(supply, r, rLast, share);
        if (r <= rLast) {
            assertEq(minted, 0);
            return;
        }
        // minted / (supply + minted) * r <= (r - rLast) * share
        assertLe(minted * r * 10_000, (r - rLast) * share * (supply + minted), "PAIR-5");
        uint256 next = minted + 1;
        assertGe(next * r * 10_000, (r - rLast) * share * (supply + next), "PAIR-5: and one more would be too much");
    }

    /// @dev The pair remembers a root that was rounded up instead of the product itself, and loses nothing by it.
    function testFuzz_makerFeeDown_isWhatTheExactProductGives(uint256 k, uint256 grown, uint256 share) public pure {
        uint256 kLast = _amount(k) * _amount(k >> 100);
        k = kLast + (grown % (kLast / 1_000 + 4));
        if (grown % 16 == 0) k = kLast - (grown % kLast); // a loss
        uint256 supply = PairMathTwin.root(kLast);
        uint256 minted = PairMath.makerFeeDown(supply, PairMath.sqrtDown(k), PairMath.sqrtUp(kLast), share % 5_001);
        assertEq(minted, PairMathTwin.makerFee(supply, k, kLast, share % 5_001));
    }

    function test_makerFeeDown_ignoresGrowthBelowTheNextRoot() public pure {
        assertEq(_makerFee(101, 99), 0, "both roots round to 10");
        assertEq(_makerFee(102, 101), 0, "the old root is rounded up, above the new one");
        assertEq(_makerFee(99, 101), 0, "a product that fell");
        assertGt(_makerFee(121, 99), 0);
    }

    function _makerFee(uint256 k, uint256 kLast) private pure returns (uint256) {
        return PairMath.makerFeeDown(1e18, PairMath.sqrtDown(k), PairMath.sqrtUp(kLast), 5_000);
    }

    function testFuzz_zapSwapDown_meetsTheRatioAfterwards(uint256 a, uint256 x) public pure {
        x = (_amount(x) >> 8) + 1e6;
        a = (_amount(a) >> 8) + 1e4;
        uint256 sold = PairMath.zapSwapDown(a, x);
        assertLe(sold, a / 2 + a / 100, "about a half or less");
        // with s sold, the rest suits the output where (a - s) * 1000 x = 997 s * (x + s)
        assertGe((a - sold) * 1_000 * x, 997 * sold * (x + sold));
        uint256 next = sold + 1;
        assertLe((a - next) * 1_000 * x, 997 * next * (x + next));
    }
}
