// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Pair} from "../../contracts/Pair.sol";
import {IPair} from "../../contracts/interfaces/IPair.sol";
import {PairMath} from "../../contracts/libraries/PairMath.sol";
import {SelfPermit} from "../../contracts/libraries/SelfPermit.sol";
import {FalseReturnToken} from "../mocks/FalseReturnToken.sol";
import {FeeToken} from "../mocks/FeeToken.sol";
import {MockToken} from "../mocks/MockToken.sol";
import {PhantomPermitToken} from "../mocks/PhantomPermitToken.sol";
import {RebasingToken} from "../mocks/RebasingToken.sol";
import {MarketTest} from "../utils/MarketTest.sol";

contract PairTest is MarketTest {
    uint256 private constant LIMIT = type(uint88).max;

    /// @dev Expects that `account`'s call reverts with `refusal` and changes nothing.
    function _refused(address account, bytes memory call, bytes memory refusal) private {
        bytes32 before = _snapshotOf(account);
        vm.prank(account);
        (bool ok, bytes memory answer) = address(pair).call(call);
        assertFalse(ok, "should have reverted");
        assertEq(answer, refusal);
        assertEq(_snapshotOf(account), before, "changed nothing");
    }

    function _swapIn(
        address tokenIn,
        uint256 amount,
        uint256 minOut,
        uint256 deadline
    ) private view returns (bytes memory) {
        return abi.encodeCall(IPair.swapExactIn, (tokenIn, amount, minOut, alice, deadline));
    }

    function _swapOut(
        address out,
        uint256 amount,
        uint256 maxIn,
        uint256 deadline
    ) private view returns (bytes memory) {
        return abi.encodeCall(IPair.swapExactOut, (out, amount, maxIn, alice, deadline));
    }

    function _other(address known) private view returns (address) {
        return known == base ? address(token) : base;
    }

    /// @dev (amount0, amount1) of one token's amount.
    function _sided(address erc20, uint256 amount) private view returns (uint256, uint256) {
        return erc20 == pair.token0() ? (amount, uint256(0)) : (uint256(0), amount);
    }

    /* IDENTITY */

    function test_identity_comesFromTheArguments() public {
        for (uint256 i = 0; i < 2; ++i) {
            _launch(address(new MockToken(6)), i == 0, SHARE);
            assertEq(pair.token(), address(token));
            assertEq(pair.base(), base);
            assertEq(pair.factory(), address(factory));
            assertEq(pair.maker(), maker);
            assertEq(pair.makerFeeShare(), SHARE);
            assertEq(pair.token0(), i == 0 ? address(token) : base);
            assertEq(pair.token1(), i == 0 ? base : address(token));
            assertEq(pair.name(), "Datawell Liquidity");
            assertEq(pair.symbol(), "DW-LP");
            assertEq(pair.decimals(), 18);
            assertEq(pair.MINIMUM_LIQUIDITY(), 1_000);
        }
    }

    function test_implementation_isUnusable() public {
        _launch(address(new MockToken(18)), true, SHARE);
        Pair implementation = Pair(factory.pairImplementation());
        assertEq(implementation.token().code.length, 0, "T5: a piece of code, not a token");
        vm.expectRevert();
        implementation.addLiquidity(1e18, 1e18, 0, 0, alice, NEVER);
        vm.expectRevert();
        implementation.mint(alice);
        vm.expectRevert();
        implementation.sync();
    }

    /* DIRECT SWAPS */

    function testFuzz_swapExactIn_tradesAtTheQuote(bool dataFirst, bool sellBase, uint256 amount) public {
        _openMarket(dataFirst);
        address tokenIn = sellBase ? base : address(token);
        amount = _within(amount, 2, FUNDS);
        uint256 quote = pair.quoteExactIn(tokenIn, amount);
        (uint256 inBefore, uint256 outBefore) = (
            IERC20(tokenIn).balanceOf(alice),
            IERC20(_other(tokenIn)).balanceOf(bob)
        );
        uint256 product = _product();
        (uint256 in0, uint256 in1) = _sided(tokenIn, amount);
        (uint256 out0, uint256 out1) = _sided(_other(tokenIn), quote);
        vm.expectEmit(true, true, true, true, address(pair));
        emit IPair.Swap(alice, in0, in1, out0, out1, bob);
        vm.prank(alice);
        assertEq(pair.swapExactIn(tokenIn, amount, quote, bob, block.timestamp), quote);
        assertEq(IERC20(tokenIn).balanceOf(alice), inBefore - amount);
        assertEq(IERC20(_other(tokenIn)).balanceOf(bob), outBefore + quote);
        assertGe(_product(), product, "PAIR-1");
        _assertReservesAreBalances();
    }

    function testFuzz_swapExactOut_tradesAtTheQuote(bool dataFirst, bool buyBase, uint256 amount) public {
        _openMarket(dataFirst);
        address tokenOut = buyBase ? base : address(token);
        amount = _within(amount, 1, (DEPTH * 9) / 10);
        uint256 quote = pair.quoteExactOut(tokenOut, amount);
        uint256 inBefore = IERC20(_other(tokenOut)).balanceOf(alice);
        uint256 product = _product();
        vm.prank(alice);
        assertEq(pair.swapExactOut(tokenOut, amount, quote, bob, block.timestamp), quote);
        assertEq(IERC20(_other(tokenOut)).balanceOf(alice), inBefore - quote);
        assertEq(IERC20(tokenOut).balanceOf(bob), FUNDS + amount);
        assertGe(_product(), product, "PAIR-1");
        _assertReservesAreBalances();
    }

    /// @dev Where the two sides are not worth the same.
    function test_quotes_knowTheSides() public {
        for (uint256 i = 0; i < 2; ++i) {
            _openMarket(i == 0);
            _sell(alice, base, DEPTH / 4);
            uint256 out = pair.quoteExactIn(base, 1e18);
            assertLt(out, 1e18, "ALITA has become cheaper");
            assertEq(_sell(alice, base, 1e18), out);
            uint256 cost = pair.quoteExactOut(base, 1e18);
            assertLt(cost, 1e18);
            vm.prank(alice);
            assertEq(pair.swapExactOut(base, 1e18, cost, alice, NEVER), cost);
        }
    }

    function test_swapExactIn_takesOneWeiIntoAReserveOfOne() public {
        for (uint256 i = 0; i < 2; ++i) {
            _launch(address(new MockToken(18)), i == 0, SHARE);
            MockToken(base).mint(address(this), FUNDS);
            _fund(maker, FUNDS / 2);
            _join(maker, 1_997e12, 1);
            assertEq(_sell(maker, base, 1), 997e12);
            _assertReservesAreBalances();
        }
    }

    function _assertReservesAreBalances() private view {
        (uint256 data, uint256 baseReserve) = _reserves();
        assertEq(data, token.balanceOf(address(pair)));
        assertEq(baseReserve, IERC20(base).balanceOf(address(pair)));
    }

    function testFuzz_swap_splittingIsNeverBetter(bool sellBase, uint256 amount, uint256 part) public {
        _openMarket(true);
        address tokenIn = sellBase ? base : address(token);
        amount = _within(amount, 1e6, FUNDS / 2);
        part = _within(part, 1e5, amount - 1e5);
        uint256 whole = pair.quoteExactIn(tokenIn, amount);
        uint256 first = _sell(alice, tokenIn, part);
        assertLe(first + _sell(alice, tokenIn, amount - part), whole, "T12: splitting");
    }

    function testFuzz_swap_thereAndBackNeverProfits(bool sellBase, uint256 amount) public {
        _openMarket(true);
        address tokenIn = sellBase ? base : address(token);
        amount = _within(amount, 2, FUNDS);
        uint256 bought = _sell(alice, tokenIn, amount);
        if (bought == 1) return; // sells for nothing
        assertLt(_sell(alice, _other(tokenIn), bought), amount, "PAIR-4");
    }

    function test_swap_revertsIf_expired() public {
        _openMarket(true);
        uint256 late = block.timestamp - 1;
        bytes memory refusal = abi.encodeWithSelector(IPair.Expired.selector, late, block.timestamp);
        _refused(alice, _swapIn(base, 1e18, 0, late), refusal);
        _refused(alice, _swapOut(base, 1e18, NEVER, late), refusal);
    }

    function test_swap_revertsIf_tokenIsUnknown() public {
        _openMarket(true);
        bytes memory refusal = abi.encodeWithSelector(IPair.UnknownToken.selector, address(pair));
        _refused(alice, _swapIn(address(pair), 1e18, 0, NEVER), refusal);
        _refused(alice, _swapOut(address(pair), 1e18, NEVER, NEVER), refusal);
        vm.expectRevert(refusal);
        pair.quoteExactIn(address(pair), 1);
        vm.expectRevert(refusal);
        pair.quoteExactOut(address(pair), 1);
    }

    function test_swap_revertsIf_amountIsZero() public {
        _openMarket(true);
        bytes memory refusal = abi.encodeWithSelector(IPair.ZeroAmount.selector);
        _refused(alice, _swapIn(base, 0, 0, NEVER), refusal);
        _refused(alice, _swapIn(base, 1, 0, NEVER), refusal); // 1 wei buys 0 at a price of 1 with a fee
        _refused(alice, _swapOut(base, 0, NEVER, NEVER), refusal);
    }

    function test_swap_revertsIf_boundIsMissed() public {
        _openMarket(true);
        uint256 out = pair.quoteExactIn(base, 1e18);
        _refused(
            alice,
            _swapIn(base, 1e18, out + 1, NEVER),
            abi.encodeWithSelector(IPair.InsufficientOutput.selector, out, out + 1)
        );
        uint256 cost = pair.quoteExactOut(base, 1e18);
        _refused(
            alice,
            _swapOut(base, 1e18, cost - 1, NEVER),
            abi.encodeWithSelector(IPair.ExcessiveInput.selector, cost, cost - 1)
        );
    }

    function test_swap_revertsIf_recipientIsPartOfTheMarket() public {
        _openMarket(true);
        address[3] memory recipients = [base, address(token), address(pair)];
        for (uint256 i = 0; i < 3; ++i) {
            address to = recipients[i];
            bytes memory refusal = abi.encodeWithSelector(IPair.InvalidRecipient.selector, to);
            _refused(alice, abi.encodeCall(IPair.swapExactIn, (base, 1e18, 0, to, NEVER)), refusal);
            _refused(alice, abi.encodeCall(IPair.swapExactOut, (base, 1e18, NEVER, to, NEVER)), refusal);
            _refused(maker, abi.encodeCall(IPair.removeLiquidity, (1e18, 0, 0, to, NEVER)), refusal);
            _refused(alice, abi.encodeCall(IPair.swap, (1, 1, to, "")), refusal);
            _refused(alice, abi.encodeCall(IPair.skim, (to)), refusal);
            _refused(alice, abi.encodeCall(IPair.burn, (to)), refusal);
        }
    }

    function test_swap_revertsIf_recipientIsZero() public {
        _openMarket(true);
        bytes memory refusal = abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0));
        _refused(alice, abi.encodeCall(IPair.swapExactIn, (base, 1e18, 0, address(0), NEVER)), refusal);
    }

    function test_swap_revertsIf_pairIsEmpty() public {
        _launch(address(new MockToken(18)), true, SHARE);
        bytes memory refusal = abi.encodeWithSelector(IPair.InsufficientLiquidity.selector, 0, 1);
        _refused(alice, _swapIn(base, 1e18, 0, NEVER), refusal);
        _refused(alice, _swapOut(base, 1, NEVER, NEVER), refusal);
        _refused(alice, _swapIn(base, 0, 0, NEVER), abi.encodeWithSelector(IPair.ZeroAmount.selector));
    }

    function test_swapExactOut_leavesSomeOfTheReserve() public {
        _openMarket(true);
        bytes memory refusal = abi.encodeWithSelector(IPair.InsufficientLiquidity.selector, DEPTH, DEPTH);
        _refused(alice, _swapOut(base, DEPTH, NEVER, NEVER), refusal);
        uint256 cost = pair.quoteExactOut(base, DEPTH / 2);
        vm.prank(alice);
        pair.swapExactOut(base, DEPTH / 2, cost, alice, NEVER);
    }

    function test_swap_revertsIf_inputOverflowsTheReserve() public {
        _launch(address(new MockToken(18)), true, SHARE);
        MockToken(base).mint(address(this), LIMIT * 2);
        _fund(alice, SUPPLY / 2);
        MockToken(base).mint(alice, LIMIT * 2);
        _join(alice, DEPTH, DEPTH);
        uint256 room = LIMIT - DEPTH;
        bytes memory refusal = abi.encodeWithSelector(IPair.ReserveOverflow.selector, room + 1, room);
        _refused(alice, _swapIn(base, room + 1, 0, NEVER), refusal);
        refusal = abi.encodeWithSelector(IPair.ReserveOverflow.selector, NEVER, room);
        _refused(alice, _swapIn(base, NEVER, 0, NEVER), refusal);
        uint256 cost = PairMath.amountInUp(DEPTH - 1, DEPTH, DEPTH);
        refusal = abi.encodeWithSelector(IPair.ReserveOverflow.selector, cost, room);
        if (cost > room) _refused(alice, _swapOut(address(token), DEPTH - 1, NEVER, NEVER), refusal);
        _sell(alice, base, room);
        (, uint256 baseReserve) = _reserves();
        assertEq(baseReserve, LIMIT);
    }

    function test_swap_revertsIf_allowanceOrBalanceIsMissing() public {
        _openMarket(true);
        vm.prank(alice);
        IERC20(base).approve(address(pair), 1e18 - 1);
        bytes memory refusal = abi.encodeWithSelector(
            IERC20Errors.ERC20InsufficientAllowance.selector,
            address(pair),
            1e18 - 1,
            1e18
        );
        _refused(alice, _swapIn(base, 1e18, 0, NEVER), refusal);
        refusal = abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, FUNDS, FUNDS + 1);
        _refused(alice, _swapIn(address(token), FUNDS + 1, 0, NEVER), refusal);
    }

    function test_deposits_revertIf_baseTakesAFee() public {
        FeeToken fee = new FeeToken();
        _launch(address(fee), true, SHARE);
        fee.setFee(0);
        fee.mint(address(this), 2 * FUNDS);
        _fund(maker, FUNDS);
        _fund(alice, FUNDS);
        _join(maker, DEPTH, DEPTH);
        fee.setFee(100);
        uint256 have = DEPTH + 0.99e18;
        bytes memory refusal = abi.encodeWithSelector(IPair.InputNotReceived.selector, base, have, DEPTH + 1e18);
        _refused(alice, _swapIn(base, 1e18, 0, NEVER), refusal);
        _refused(alice, abi.encodeCall(IPair.addLiquidity, (1e18, 1e18, 0, 0, alice, NEVER)), refusal);
    }

    function test_swap_revertsIf_baseAnswersFalse() public {
        FalseReturnToken liar = new FalseReturnToken();
        _launch(address(liar), true, SHARE);
        liar.mint(address(this), 2 * FUNDS);
        _fund(maker, FUNDS);
        _fund(alice, FUNDS);
        _join(maker, DEPTH, DEPTH);
        liar.setBroken(true);
        bytes memory refusal = abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, base);
        _refused(alice, _swapIn(base, 1e18, 0, NEVER), refusal);
        _refused(alice, _swapIn(address(token), 1e18, 0, NEVER), refusal);
        _refused(maker, abi.encodeCall(IPair.removeLiquidity, (1e18, 0, 0, maker, NEVER)), refusal);
    }

    /* DIRECT LIQUIDITY */

    function test_addLiquidity_locksTheMinimumOfTheFirst() public {
        _launch(address(new MockToken(18)), false, SHARE);
        MockToken(base).mint(address(this), FUNDS);
        _fund(maker, FUNDS);
        assertEq(pair.totalSupply(), 0);
        assertEq(pair.balanceOf(address(0)), 0);
        assertEq(pair.createdAt(), 0);
        vm.expectEmit(true, true, true, true, address(pair));
        emit IERC20.Transfer(address(0), address(0), 1_000);
        vm.expectEmit(true, true, true, true, address(pair));
        emit IERC20.Transfer(address(0), maker, 2e18 - 1_000);
        vm.expectEmit(true, true, true, true, address(pair));
        emit IPair.Sync(1e18, 4e18); // ALITA comes first
        vm.expectEmit(true, true, true, true, address(pair));
        emit IPair.Mint(maker, 1e18, 4e18);
        assertEq(_join(maker, 4e18, 1e18), 2e18 - 1_000);
        assertEq(pair.balanceOf(maker), 2e18 - 1_000);
        assertEq(pair.balanceOf(address(0)), 1_000);
        assertEq(pair.totalSupply(), 2e18);
        assertEq(pair.createdAt(), block.timestamp);
        assertEq(pair.kLast(), 4e36);
    }

    function test_addLiquidity_needsMoreThanTheMinimumFirst() public {
        _launch(address(new MockToken(18)), true, SHARE);
        MockToken(base).mint(address(this), FUNDS);
        _fund(maker, FUNDS);
        _refused(
            maker,
            abi.encodeCall(IPair.addLiquidity, (1_000, 1_000, 0, 0, maker, NEVER)),
            abi.encodeWithSelector(IPair.InsufficientFirstLiquidity.selector, 1_000, 1_000)
        );
        _refused(
            maker,
            abi.encodeCall(IPair.addLiquidity, (1e18, 0, 0, 0, maker, NEVER)),
            abi.encodeWithSelector(IPair.InsufficientFirstLiquidity.selector, 0, 1_000)
        );
        assertEq(_join(maker, 1_001, 1_001), 1);
    }

    function testFuzz_addLiquidity_takesBothSidesAtTheRatio(
        bool dataFirst,
        uint256 data,
        uint256 baseAmount,
        uint256 sold
    ) public {
        _openMarket(dataFirst);
        _sell(bob, base, _within(sold, 1e3, FUNDS));
        (data, baseAmount) = (_within(data, 1e6, FUNDS), _within(baseAmount, 1e6, FUNDS));
        (uint256 reserveData, uint256 reserveBase) = _reserves();
        vm.prank(alice);
        (uint256 tookData, uint256 tookBase, uint256 liquidity) = pair.addLiquidity(data, baseAmount, 0, 0, bob, NEVER);
        assertTrue(tookData == data || tookBase == baseAmount, "one side whole");
        assertTrue(tookData <= data && tookBase <= baseAmount, "within both");
        // the ratio, to within a wei of the side that was cut
        assertApproxEqAbs(
            tookData * reserveBase,
            tookBase * reserveData,
            reserveData > reserveBase ? reserveData : reserveBase
        );
        assertEq(pair.balanceOf(bob), liquidity);
        _assertReservesAreBalances();
        _assertExitGivesAtMost(tookData, tookBase, liquidity);
    }

    /// @dev 5 wei at a third of an ALITA wei each are worth the one wei that is there, rounded down.
    function test_addLiquidity_takesBothSidesWholeWhereTheyMatch() public {
        _launch(address(new MockToken(18)), true, SHARE);
        MockToken(base).mint(address(this), FUNDS);
        _fund(maker, FUNDS);
        _join(maker, 3_000, 1_000);
        vm.prank(maker);
        (uint256 data, uint256 baseAmount, ) = pair.addLiquidity(5, 1, 5, 1, maker, NEVER);
        assertEq(data, 5);
        assertEq(baseAmount, 1);
    }

    function _assertExitGivesAtMost(uint256 data, uint256 baseAmount, uint256 liquidity) private {
        (uint256 backData, uint256 backBase) = _leave(bob, liquidity);
        assertLe(backData, data, "PAIR-4: join and exit");
        assertLe(backBase, baseAmount, "PAIR-4: join and exit");
    }

    function test_addLiquidity_revertsIf_boundIsMissed() public {
        _openMarket(true);
        _refused(
            alice,
            abi.encodeCall(IPair.addLiquidity, (2e18, 1e18, 1e18 + 1, 0, alice, NEVER)),
            abi.encodeWithSelector(IPair.InsufficientDeposit.selector, address(token), 1e18, 1e18 + 1)
        );
        _refused(
            alice,
            abi.encodeCall(IPair.addLiquidity, (1e18, 2e18, 0, 1e18 + 1, alice, NEVER)),
            abi.encodeWithSelector(IPair.InsufficientDeposit.selector, base, 1e18, 1e18 + 1)
        );
        vm.prank(alice);
        pair.addLiquidity(2e18, 1e18, 1e18, 1e18, alice, block.timestamp);
    }

    function test_liquidity_revertsIf_expired() public {
        _openMarket(true);
        uint256 late = block.timestamp - 1;
        bytes memory refusal = abi.encodeWithSelector(IPair.Expired.selector, late, block.timestamp);
        _refused(alice, abi.encodeCall(IPair.addLiquidity, (1e18, 1e18, 0, 0, alice, late)), refusal);
        _refused(maker, abi.encodeCall(IPair.removeLiquidity, (1e18, 0, 0, maker, late)), refusal);
    }

    function test_addLiquidity_revertsIf_tooSmallOrTooLarge() public {
        _openMarket(true);
        _sell(bob, base, FUNDS);
        bytes memory refusal = abi.encodeWithSelector(IPair.InsufficientLiquidityMinted.selector);
        _refused(alice, abi.encodeCall(IPair.addLiquidity, (0, 0, 0, 0, alice, NEVER)), refusal);
        (uint256 data, uint256 baseReserve) = _reserves();
        refusal = abi.encodeWithSelector(IPair.ReserveOverflow.selector, NEVER, LIMIT - data);
        _refused(alice, abi.encodeCall(IPair.addLiquidity, (NEVER, 1, 0, 0, alice, NEVER)), refusal);
        refusal = abi.encodeWithSelector(IPair.ReserveOverflow.selector, NEVER, LIMIT - baseReserve);
        _refused(alice, abi.encodeCall(IPair.addLiquidity, (1, NEVER, 0, 0, alice, NEVER)), refusal);
    }

    function test_addLiquidity_revertsIf_recipientIsZero() public {
        _openMarket(true);
        bytes memory refusal = abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0));
        _refused(alice, abi.encodeCall(IPair.addLiquidity, (1e18, 1e18, 0, 0, address(0), NEVER)), refusal);
    }

    function test_removeLiquidity_givesTheShare() public {
        _openMarket(false);
        uint256 third = pair.totalSupply() / 4;
        vm.expectEmit(true, true, true, true, address(pair));
        emit IPair.Burn(maker, DEPTH / 4, DEPTH / 4, bob);
        vm.prank(maker);
        (uint256 data, uint256 baseAmount) = pair.removeLiquidity(third, DEPTH / 4, DEPTH / 4, bob, block.timestamp);
        assertEq(data, DEPTH / 4);
        assertEq(baseAmount, DEPTH / 4);
        assertEq(token.balanceOf(bob), FUNDS + DEPTH / 4);
        _assertReservesAreBalances();
    }

    function test_removeLiquidity_revertsIf_boundIsMissed() public {
        _openMarket(true);
        _refused(
            maker,
            abi.encodeCall(IPair.removeLiquidity, (1e18, 1e18 + 1, 0, maker, NEVER)),
            abi.encodeWithSelector(IPair.InsufficientWithdrawal.selector, address(token), 1e18, 1e18 + 1)
        );
        _refused(
            maker,
            abi.encodeCall(IPair.removeLiquidity, (1e18, 0, 1e18 + 1, maker, NEVER)),
            abi.encodeWithSelector(IPair.InsufficientWithdrawal.selector, base, 1e18, 1e18 + 1)
        );
    }

    function test_removeLiquidity_revertsIf_callerHasTooLittle() public {
        _openMarket(true);
        bytes memory refusal = abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, 0, 1);
        _refused(alice, abi.encodeCall(IPair.removeLiquidity, (1, 0, 0, alice, NEVER)), refusal);
    }

    function test_removeLiquidity_revertsIf_worthNothing() public {
        _openMarket(true);
        bytes memory refusal = abi.encodeWithSelector(IPair.InsufficientLiquidityBurned.selector);
        _refused(maker, abi.encodeCall(IPair.removeLiquidity, (0, 0, 0, maker, NEVER)), refusal);
        _refused(maker, abi.encodeCall(IPair.burn, (maker)), refusal);
    }

    function test_removeLiquidity_givesOneSideWhereTheOtherRoundsToNothing() public {
        for (uint256 i = 0; i < 2; ++i) {
            _launch(address(new MockToken(18)), i == 0, 0);
            MockToken(base).mint(address(this), FUNDS);
            _fund(maker, FUNDS);
            _join(maker, 2_001, 2_001);
            _sell(maker, base, 500); // now a unit of liquidity is worth less than a wei of data, and more of ALITA
            (uint256 data, ) = _reserves();
            assertLt(data, pair.totalSupply());
            (uint256 outData, uint256 outBase) = _leave(maker, 1);
            assertEq(outData, 0);
            assertEq(outBase, 1);
        }
    }

    function test_removeLiquidity_revertsIf_pairIsEmpty() public {
        _launch(address(new MockToken(18)), true, SHARE);
        bytes memory refusal = abi.encodeWithSelector(IPair.InsufficientLiquidityBurned.selector);
        _refused(maker, abi.encodeCall(IPair.removeLiquidity, (0, 0, 0, maker, NEVER)), refusal);
        _refused(maker, abi.encodeCall(IPair.burn, (maker)), refusal);
    }

    function test_removeLiquidity_revertsIf_bothSidesRoundToNothing() public {
        RebasingToken elastic = new RebasingToken();
        _launch(address(elastic), true, 0);
        elastic.mint(address(this), 2 * FUNDS);
        _fund(maker, FUNDS);
        _join(maker, 2_000, 2_000);
        _sell(maker, base, 500);
        elastic.rebase(50);
        pair.sync();
        bytes memory refusal = abi.encodeWithSelector(IPair.InsufficientLiquidityBurned.selector);
        _refused(maker, abi.encodeCall(IPair.removeLiquidity, (1, 0, 0, maker, NEVER)), refusal);
    }

    function test_removeLiquidity_leavesTheLockedMinimumItsPart() public {
        _openMarket(true);
        _leave(maker, pair.balanceOf(maker));
        (uint256 data, uint256 baseReserve) = _reserves();
        assertEq(pair.totalSupply(), 1_000);
        assertEq(data, 1_000);
        assertEq(baseReserve, 1_000);
        assertEq(_join(alice, 1e18, 1e18), 1e18, "the market opens again at the same rate");
    }

    function test_removeLiquidity_worksBesideADonationBeyond88Bits() public {
        _launch(address(new MockToken(18)), true, SHARE);
        MockToken(base).mint(address(this), FUNDS);
        _fund(maker, FUNDS);
        _join(maker, DEPTH, DEPTH);
        MockToken(base).mint(address(pair), LIMIT * 4);
        bytes memory refusal = abi.encodeWithSelector(IPair.ReserveOverflow.selector, LIMIT * 4, LIMIT - DEPTH);
        _refused(alice, abi.encodeCall(IPair.mint, (alice)), refusal);
        refusal = abi.encodeWithSelector(IPair.ReserveOverflow.selector, LIMIT * 4 + DEPTH, LIMIT);
        _refused(alice, abi.encodeCall(IPair.sync, ()), refusal);
        _sell(maker, base, 1e18);
        (uint256 data, uint256 baseAmount) = _leave(maker, 100e18);
        assertGt(data, 99e18);
        assertGt(baseAmount, 100e18);
        vm.prank(maker);
        pair.transfer(address(pair), 1e18);
        pair.burn(maker);
        pair.skim(bob);
        assertEq(IERC20(base).balanceOf(bob), LIMIT * 4, "the donation can be skimmed");
        _assertReservesAreBalances();
    }

    /* LOW-LEVEL DOORS */

    /// @dev Where the two sides are not worth the same.
    function test_burn_knowsTheSides() public {
        address receiver = address(0xBEEF);
        for (uint256 i = 0; i < 2; ++i) {
            _openMarket(i == 0);
            _sell(alice, base, DEPTH / 4);
            pair.collectMakerFee();
            vm.prank(maker);
            pair.transfer(address(pair), 1e18);
            _expectBurn(1e18, receiver);
            (uint256 amount0, uint256 amount1) = pair.burn(receiver);
            assertNotEq(amount0, amount1);
            assertEq(IERC20(pair.token0()).balanceOf(receiver), amount0);
            assertEq(IERC20(pair.token1()).balanceOf(receiver), amount1);
        }
    }

    /// @dev The pair's own liquidity pays out for this contract's call.
    function _expectBurn(uint256 liquidity, address to) private {
        (uint256 r0, uint256 r1, ) = pair.getReserves();
        uint256 supply = pair.totalSupply();
        (uint256 amount0, uint256 amount1) = ((liquidity * r0) / supply, (liquidity * r1) / supply);
        vm.expectEmit(true, true, true, true, address(pair));
        emit IERC20.Transfer(address(pair), address(0), liquidity);
        vm.expectEmit(true, true, true, true, address(pair));
        emit IPair.Sync(uint112(r0 - amount0), uint112(r1 - amount1));
        vm.expectEmit(true, true, true, true, address(pair));
        emit IPair.Burn(address(this), amount0, amount1, to);
    }

    function testFuzz_mintAndBurn_areUniswapV2s(bool dataFirst, uint256 amount) public {
        _openMarket(dataFirst);
        amount = _within(amount, 1, FUNDS);
        vm.startPrank(alice);
        token.transfer(address(pair), amount);
        IERC20(base).transfer(address(pair), amount);
        vm.expectEmit(true, true, true, true, address(pair));
        emit IPair.Mint(alice, amount, amount);
        assertEq(pair.mint(bob), amount);
        vm.stopPrank();
        vm.prank(bob);
        pair.transfer(address(pair), amount);
        (uint256 amount0, uint256 amount1) = pair.burn(alice);
        assertEq(amount0, amount);
        assertEq(amount1, amount);
        assertEq(token.balanceOf(alice), FUNDS);
        assertEq(pair.balanceOf(address(pair)), 0);
    }

    function test_mint_opensAPair() public {
        _launch(address(new MockToken(18)), false, SHARE);
        MockToken(base).mint(address(pair), 9e18);
        token.transfer(address(pair), 1e18);
        assertEq(pair.mint(bob), 3e18 - 1_000);
        vm.expectRevert(abi.encodeWithSelector(IPair.InsufficientLiquidityMinted.selector));
        pair.mint(bob);
    }

    function testFuzz_swapLowLevel_acceptsExactlyWhatPays(bool dataFirst, bool sellFirst, uint256 out) public {
        _openMarket(dataFirst);
        out = _within(out, 1, DEPTH / 2);
        address tokenIn = sellFirst ? pair.token0() : pair.token1();
        (uint256 out0, uint256 out1) = _sided(_other(tokenIn), out);
        uint256 exact = (DEPTH * out * 1_000 + (DEPTH - out) * 997 - 1) / ((DEPTH - out) * 997);
        vm.prank(alice);
        IERC20(tokenIn).transfer(address(pair), exact - 1);
        bytes memory short =
            exact == 1
                ? abi.encodeWithSelector(IPair.ZeroAmount.selector)
                : abi.encodeWithSelector(IPair.ProductFell.selector);
        _refused(bob, abi.encodeCall(IPair.swap, (out0, out1, bob, "")), short);
        vm.prank(alice);
        IERC20(tokenIn).transfer(address(pair), 1);
        uint256 product = _product();
        pair.swap(out0, out1, bob, "");
        assertGe(_product(), product, "PAIR-1");
        assertEq(IERC20(_other(tokenIn)).balanceOf(bob), FUNDS + out);
        _assertReservesAreBalances();
    }

    function test_swapLowLevel_revertsIf_outputsAreOutOfRange() public {
        _openMarket(true);
        _refused(bob, abi.encodeCall(IPair.swap, (0, 0, bob, "")), abi.encodeWithSelector(IPair.ZeroAmount.selector));
        for (uint256 i = 0; i < 2; ++i) {
            uint256 out = DEPTH + i;
            bytes memory refusal = abi.encodeWithSelector(IPair.InsufficientLiquidity.selector, DEPTH, out);
            _refused(bob, abi.encodeCall(IPair.swap, (out, 0, bob, "")), refusal);
            _refused(bob, abi.encodeCall(IPair.swap, (0, out, bob, "")), refusal);
        }
        _refused(bob, abi.encodeCall(IPair.swap, (1, 0, bob, "")), abi.encodeWithSelector(IPair.ZeroAmount.selector));
    }

    function test_swapLowLevel_revertsIf_paidForNothing() public {
        _openMarket(true);
        vm.prank(alice);
        IERC20(base).transfer(address(pair), 1e18);
        _refused(bob, abi.encodeCall(IPair.swap, (0, 0, bob, "")), abi.encodeWithSelector(IPair.ZeroAmount.selector));
    }

    /// @dev Bob's call in a transaction of alice's.
    function test_swapLowLevel_tellsWhatCameAndWent() public {
        for (uint256 i = 0; i < 2; ++i) {
            _openMarket(i == 0);
            vm.startPrank(alice);
            IERC20(pair.token0()).transfer(address(pair), 3e18);
            IERC20(pair.token1()).transfer(address(pair), 5e18);
            vm.stopPrank();
            vm.expectEmit(true, true, true, true, address(pair));
            emit IPair.Sync(uint112(DEPTH + 2e18), uint112(DEPTH + 1e18));
            vm.expectEmit(true, true, true, true, address(pair));
            emit IPair.Swap(bob, 3e18, 5e18, 1e18, 4e18, maker);
            vm.prank(bob, alice);
            pair.swap(1e18, 4e18, maker, "");
            _assertReservesAreBalances();
        }
    }

    function test_skim_givesAwayWhatIsAboveTheReserves() public {
        _openMarket(true);
        vm.startPrank(alice);
        token.transfer(address(pair), 5);
        IERC20(base).transfer(address(pair), 7);
        vm.stopPrank();
        pair.skim(bob);
        assertEq(token.balanceOf(bob), FUNDS + 5);
        assertEq(IERC20(base).balanceOf(bob), FUNDS + 7);
        pair.skim(bob);
        assertEq(token.balanceOf(bob), FUNDS + 5, "nothing more");
    }

    function test_sync_takesDonationsInWithoutPayingTheMaker() public {
        _openMarket(true);
        vm.prank(alice);
        IERC20(base).transfer(address(pair), DEPTH);
        uint256 before = pair.balanceOf(maker);
        pair.sync();
        _assertReservesAreBalances();
        assertEq(pair.kLast(), PairMath.sqrtUp(_product()) ** 2);
        assertEq(pair.collectMakerFee(), 0, "PAIR-5: a donation is no fee");
        assertEq(pair.balanceOf(maker), before);
    }

    function test_sync_paysTheFeesOfBefore() public {
        _openMarket(true);
        _sell(alice, base, 1_000e18);
        uint256 before = pair.balanceOf(maker);
        pair.sync();
        assertGt(pair.balanceOf(maker), before);
        assertEq(pair.collectMakerFee(), 0);
    }

    function test_sync_revertsIf_pairIsEmpty() public {
        _launch(address(new MockToken(18)), true, SHARE);
        MockToken(base).mint(address(pair), 1);
        bytes memory refusal = abi.encodeWithSelector(IPair.InsufficientLiquidity.selector, 0, 1);
        vm.expectRevert(refusal);
        pair.sync();
        token.transfer(address(pair), 1);
        vm.expectRevert(refusal);
        pair.sync();
        pair.skim(bob);
        assertEq(MockToken(base).balanceOf(bob), 1, "T7: a donation before the first deposit can be taken out");
    }

    function test_sync_booksALoss() public {
        RebasingToken elastic = new RebasingToken();
        _launch(address(elastic), true, SHARE);
        elastic.mint(address(this), 2 * FUNDS);
        _fund(maker, FUNDS);
        _join(maker, DEPTH, DEPTH);
        elastic.rebase(50);
        bytes memory refusal = abi.encodeWithSelector(IPair.InputNotReceived.selector, base, DEPTH / 2, DEPTH);
        _refused(maker, abi.encodeCall(IPair.mint, (maker)), refusal);
        pair.skim(bob);
        assertEq(elastic.balanceOf(bob), 0);
        pair.sync();
        _assertReservesAreBalances();
        assertGt(pair.balanceOf(maker), 0);
        _leave(maker, pair.balanceOf(maker));
        elastic.rebase(0);
        vm.expectRevert(abi.encodeWithSelector(IPair.InsufficientLiquidity.selector, 0, 1));
        pair.sync();
    }

    /* MAKER FEE */

    function test_makerFee_isNothingWithoutAShare() public {
        _launch(address(new MockToken(18)), true, 0);
        MockToken(base).mint(address(this), 2 * FUNDS);
        _fund(maker, FUNDS);
        _join(maker, DEPTH, DEPTH);
        uint256 before = pair.balanceOf(maker);
        _sell(maker, base, 1_000e18);
        assertEq(pair.collectMakerFee(), 0);
        assertEq(pair.balanceOf(maker), before);
        assertEq(pair.kLast(), 0);
    }

    function testFuzz_makerFee_isNeverMoreThanTheShare(uint256 sold, uint256 share) public {
        share = _within(share, 1, 5_000);
        _launch(address(new MockToken(18)), true, uint16(share));
        MockToken(base).mint(address(this), 2 * FUNDS);
        _fund(alice, FUNDS);
        _fund(maker, FUNDS);
        _join(alice, DEPTH, DEPTH);
        uint256 bought = _sell(maker, base, _within(sold, 1e3, FUNDS));
        _sell(maker, address(token), bought);
        (uint256 root, uint256 rootLast) = (PairMath.sqrtDown(_product()), PairMath.sqrtDown(pair.kLast()));
        uint256 liquidity = pair.collectMakerFee();
        // the maker's part of the market is worth at most its share of the growth, in units of sqrt(k)
        uint256 worth = (liquidity * root) / pair.totalSupply();
        assertLe(worth * 10_000, (root + 1 - rootLast) * share, "PAIR-5");
        assertApproxEqAbs(worth, ((root - rootLast) * share) / 10_000, 2, "PAIR-5: within rounding");
        assertEq(pair.collectMakerFee(), 0, "once");
    }

    function test_collectMakerFee_doesNothingOnAnEmptyPair() public {
        _launch(address(new MockToken(18)), true, SHARE);
        assertEq(pair.collectMakerFee(), 0);
        assertEq(pair.kLast(), 0);
    }

    function test_collectMakerFee_tellsNothingWhereNothingGrew() public {
        _openMarket(true);
        vm.recordLogs();
        assertEq(pair.collectMakerFee(), 0);
        assertEq(vm.getRecordedLogs().length, 0);
    }

    /* THE WORD OF LIQUIDITY */

    function test_liquidity_holdsTheLargestReserves() public {
        _launch(address(new MockToken(18)), true, 5_000);
        MockToken(base).mint(address(this), LIMIT);
        IERC20(base).approve(address(pair), NEVER);
        IERC20(address(token)).approve(address(pair), NEVER);
        vm.warp(type(uint40).max);
        pair.addLiquidity(1, LIMIT, 0, 0, alice, NEVER);
        assertEq(pair.totalSupply(), PairMath.sqrtDown(LIMIT));
        assertEq(pair.kLast(), PairMath.sqrtUp(LIMIT) ** 2, "rounded up: 2^44");
        assertEq(pair.createdAt(), type(uint40).max);
    }

    /// @dev Only an ALITA that takes tokens away could bring this about; nobody's exit may fail for it.
    function test_liquidity_hasRoomForALoss() public {
        _launch(address(new MockToken(18)), true, SHARE);
        MockToken(base).mint(address(this), LIMIT);
        IERC20(base).approve(address(pair), NEVER);
        token.approve(address(pair), NEVER);
        pair.addLiquidity(1, LIMIT, 0, 0, address(this), NEVER);
        _lose();
        pair.addLiquidity(1e24 - 2, 1e24 - 2, 0, 0, address(this), NEVER);
        uint256 supply = PairMath.sqrtDown(LIMIT) * (1e24 - 1);
        assertEq(pair.totalSupply(), supply);
        assertGt(supply, 2 ** 123);
        _lose();
        uint256 tooMuch = supply * 20;
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 128, tooMuch));
        pair.addLiquidity(19, 19, 0, 0, address(this), NEVER);
        pair.addLiquidity(18, 18, 0, 0, address(this), NEVER);
        (uint256 data, uint256 baseAmount) = _leave(address(this), pair.balanceOf(address(this)));
        assertEq(data, 18);
        assertEq(baseAmount, 18);
    }

    /// @dev Takes all but one wei of both tokens out of the pair.
    function _lose() private {
        (uint256 data, uint256 baseAmount) = _reserves();
        vm.startPrank(address(pair));
        token.transfer(address(this), data - 1);
        IERC20(base).transfer(address(this), baseAmount - 1);
        vm.stopPrank();
        pair.sync();
    }

    /* INFLATION */

    function testFuzz_inflation_isUnprofitable(uint256 donation, uint256 deposit) public {
        _launch(address(new MockToken(18)), true, SHARE);
        MockToken(base).mint(address(this), 4 * FUNDS);
        _fund(alice, FUNDS);
        _fund(bob, FUNDS);
        (donation, deposit) = (_within(donation, 1, FUNDS / 2), _within(deposit, 1e6, FUNDS / 2));
        _join(alice, 1_001, 1_001);
        vm.startPrank(alice);
        token.transfer(address(pair), donation);
        IERC20(base).transfer(address(pair), donation);
        pair.sync();
        vm.stopPrank();
        vm.prank(bob);
        try pair.addLiquidity(deposit, deposit, 0, 0, bob, NEVER) {} catch {} // too small for a unit: refused
        _leave(alice, pair.balanceOf(alice));
        assertLe(token.balanceOf(alice), FUNDS, "PAIR-3");
        assertLe(IERC20(base).balanceOf(alice), FUNDS, "PAIR-3");
    }

    /* ORACLE */

    uint256 private constant Q128 = 2 ** 128;

    function test_consult_revertsIf_tooYoung() public {
        _launch(address(new MockToken(18)), true, SHARE);
        vm.expectRevert(abi.encodeWithSelector(IPair.OracleTooYoung.selector, 0, 30 minutes));
        pair.consult();
        _openMarket(true);
        vm.warp(vm.getBlockTimestamp() + 30 minutes - 1);
        vm.expectRevert(abi.encodeWithSelector(IPair.OracleTooYoung.selector, 30 minutes - 1, 30 minutes));
        pair.consult();
        vm.warp(vm.getBlockTimestamp() + 1);
        assertApproxEqRel(pair.consult(), Q128, 1e9);
    }

    function test_consult_isBasePerDataInBothOrders() public {
        for (uint256 i = 0; i < 2; ++i) {
            _launch(address(new MockToken(6)), i == 0, SHARE);
            MockToken(base).mint(address(this), 1_000e6);
            _fund(maker, 1_000e6);
            token.transfer(maker, 1_000e18);
            _join(maker, 500e18, 2_000e6 / 2);
            vm.warp(vm.getBlockTimestamp() + 1 days);
            assertApproxEqRel(pair.consult(), (2 * Q128) / 1e12, 1e9);
        }
    }

    function test_consult_ignoresWhatHappensWithinASecond() public {
        _openMarket(true);
        vm.warp(vm.getBlockTimestamp() + 1 hours);
        uint256 before = pair.consult();
        uint256 bought = _sell(alice, base, FUNDS);
        assertEq(pair.consult(), before, "T11: spot moved 100-fold");
        _sell(alice, address(token), bought);
        assertEq(pair.consult(), before);
    }

    function testFuzz_consult_approachesALastingPrice(uint32 wait) public {
        _openMarket(true);
        vm.warp(vm.getBlockTimestamp() + 1 hours);
        _sell(alice, base, DEPTH);
        (uint256 data, uint256 baseReserve) = _reserves();
        uint256 spot = (baseReserve * Q128) / data;
        wait = uint32(_within(wait, 0, 30 days));
        vm.warp(vm.getBlockTimestamp() + wait);
        uint256 average = pair.consult();
        assertLe(average, (spot / 1e9) * (1e9 + 1));
        assertGe(average, (Q128 / 1e9) * (1e9 - 1));
        if (wait > 42 hours) assertApproxEqRel(average, spot, 1e9);
    }

    function testFuzz_consult_doesNotDependOnTouches(uint16[8] memory waits) public {
        _openMarket(true);
        _sell(alice, base, DEPTH);
        uint256 start = vm.getBlockTimestamp(); // the compiler takes block.timestamp for a constant
        uint256 total = 1 hours;
        for (uint256 i = 0; i < 8; ++i) total += waits[i];
        uint256 state = vm.snapshotState();
        vm.warp(start + total);
        uint256 untouched = pair.consult();
        vm.revertToState(state);
        uint256 time = start;
        for (uint256 i = 0; i < 8; ++i) {
            time += waits[i];
            vm.warp(time);
            pair.sync();
        }
        vm.warp(start + total);
        assertApproxEqRel(pair.consult(), untouched, 1e8);
    }

    function test_oracle_survivesTheEndOf32BitTime() public {
        vm.warp(2 ** 32 - 1 hours);
        _openMarket(true);
        _sell(alice, base, DEPTH);
        vm.warp(2 ** 32 + 1 hours);
        (uint256 data, uint256 baseReserve) = _reserves();
        uint256 expected = pair.consult();
        pair.sync();
        (, , uint32 touched) = pair.getReserves();
        assertEq(touched, 1 hours);
        assertApproxEqRel(pair.consult(), expected, 1e8);
        vm.warp(2 ** 32 + 2 days);
        assertApproxEqRel(pair.consult(), (baseReserve * Q128) / data, 1e9);
    }

    function testFuzz_estimate_holdsInTheNextBlock(uint32 wait) public {
        _openMarket(true);
        _sell(alice, base, 1e18);
        uint256 state = vm.snapshotState();
        _sell(alice, base, 1e18);
        uint256 sameBlock = vm.lastCallGas().gasTotalUsed;
        vm.revertToState(state);
        vm.warp(vm.getBlockTimestamp() + wait);
        _sell(alice, base, 1e18);
        assertLe(vm.lastCallGas().gasTotalUsed, sameBlock + sameBlock / 50, "T13");
    }

    /* PERMITS */

    function test_multicall_permitsAndSwaps() public {
        _openMarket(true);
        vm.prank(alice);
        token.approve(address(pair), 0);
        bytes[] memory calls = new bytes[](2);
        calls[0] = _permitCall(1e18);
        calls[1] = _swapIn(address(token), 1e18, 0, NEVER);
        vm.prank(alice);
        pair.multicall(calls);
        assertEq(token.balanceOf(alice), FUNDS - 1e18);
    }

    function test_multicall_doesNotMindAPermitSubmittedByAnother() public {
        _openMarket(true);
        vm.prank(alice);
        token.approve(address(pair), 0);
        bytes[] memory calls = new bytes[](2);
        (uint8 v, bytes32 r, bytes32 s) = _signPermit(1e18);
        calls[0] = abi.encodeCall(SelfPermit.selfPermit, (address(token), 1e18, NEVER, v, r, s));
        calls[1] = _swapIn(address(token), 1e18, 0, NEVER);
        vm.prank(bob);
        token.permit(alice, address(pair), 1e18, NEVER, v, r, s);
        vm.prank(alice);
        pair.multicall(calls);
        assertEq(token.balanceOf(alice), FUNDS - 1e18, "T3");
    }

    function test_selfPermit_revertsIf_allowanceStaysShort() public {
        _openMarket(true);
        vm.prank(alice);
        token.approve(address(pair), 5);
        bytes memory call = abi.encodeCall(SelfPermit.selfPermit, (address(token), 6, NEVER, 27, 0, 0));
        _refused(alice, call, abi.encodeWithSelector(SelfPermit.PermitAllowance.selector, address(token), alice, 5, 6));
        address phantom = address(new PhantomPermitToken());
        call = abi.encodeCall(SelfPermit.selfPermit, (phantom, 6, NEVER, 27, 0, 0));
        _refused(alice, call, abi.encodeWithSelector(SelfPermit.PermitAllowance.selector, phantom, alice, 0, 6));
    }

    function _permitCall(uint256 value) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = _signPermit(value);
        return abi.encodeCall(SelfPermit.selfPermit, (address(token), value, NEVER, v, r, s));
    }

    function _signPermit(uint256 value) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 hash = keccak256(
            abi.encode(token.PERMIT_TYPEHASH(), alice, address(pair), value, token.nonces(alice), NEVER)
        );
        return vm.sign(0xA1, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), hash)));
    }
}
