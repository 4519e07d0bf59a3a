// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {DataToken} from "../../contracts/DataToken.sol";
import {Pair} from "../../contracts/Pair.sol";
import {Router} from "../../contracts/Router.sol";
import {IPair} from "../../contracts/interfaces/IPair.sol";
import {IRouter} from "../../contracts/interfaces/IRouter.sol";
import {PairMath} from "../../contracts/libraries/PairMath.sol";
import {SelfPermit} from "../../contracts/libraries/SelfPermit.sol";
import {HookToken} from "../mocks/HookToken.sol";
import {HookedTrader} from "../mocks/HookedTrader.sol";
import {MarketTest} from "../utils/MarketTest.sol";
import {Deploy} from "../utils/Deploy.sol";

contract RouterTest is MarketTest {
    uint256 private constant LIMIT = type(uint88).max;

    Router private router;
    DataToken private other; // the second dataset's token
    Pair private otherPair;

    function setUp() public {
        _openMarket(true);
        router = Deploy.router(address(factory));
        (address token_, address pair_) = factory.launch("Traffic", SUPPLY, address(this), SHARE, bytes32("traffic"));
        (other, otherPair) = (DataToken(token_), Pair(pair_));
        other.approve(pair_, NEVER);
        IERC20(base).approve(pair_, NEVER);
        otherPair.addLiquidity(2 * DEPTH, DEPTH, 0, 0, address(this), NEVER);
        other.transfer(alice, FUNDS);
        vm.startPrank(alice);
        token.approve(address(router), NEVER);
        other.approve(address(router), NEVER);
        IERC20(base).approve(address(router), NEVER);
        vm.stopPrank();
    }

    function _path(address a, address b) private pure returns (address[] memory path) {
        path = new address[](2);
        (path[0], path[1]) = (a, b);
    }

    function _path(address a, address b, address c) private pure returns (address[] memory path) {
        path = new address[](3);
        (path[0], path[1], path[2]) = (a, b, c);
    }

    function _assertEmpty() private view {
        assertEq(token.balanceOf(address(router)), 0, "keeps no balance");
        assertEq(other.balanceOf(address(router)), 0, "keeps no balance");
        assertEq(IERC20(base).balanceOf(address(router)), 0, "keeps no balance");
        assertEq(pair.balanceOf(address(router)), 0, "keeps no balance");
    }

    /* SWAPS */

    function testFuzz_swapExactTokensForTokens_tradesAlongThePath(uint8 kind, uint256 amount) public {
        amount = _within(amount, 10, FUNDS / 2);
        address[] memory path = _route(kind);
        uint256[] memory quotes = router.getAmountsOut(amount, path);
        address last = path[path.length - 1];
        uint256 before = IERC20(last).balanceOf(bob);
        vm.prank(alice);
        uint256[] memory amounts = router.swapExactTokensForTokens(
            amount,
            quotes[quotes.length - 1],
            path,
            bob,
            block.timestamp
        );
        assertEq(abi.encode(amounts), abi.encode(quotes));
        assertEq(IERC20(last).balanceOf(bob), before + quotes[quotes.length - 1]);
        _assertEmpty();
    }

    function testFuzz_swapTokensForExactTokens_tradesAlongThePath(uint8 kind, uint256 amount) public {
        amount = _within(amount, 1, DEPTH / 4);
        address[] memory path = _route(kind);
        uint256[] memory quotes = router.getAmountsIn(amount, path);
        address last = path[path.length - 1];
        uint256 before = IERC20(last).balanceOf(bob);
        uint256 paid = IERC20(path[0]).balanceOf(alice);
        vm.prank(alice);
        router.swapTokensForExactTokens(amount, quotes[0], path, bob, block.timestamp);
        assertEq(IERC20(path[0]).balanceOf(alice), paid - quotes[0]);
        assertEq(IERC20(last).balanceOf(bob), before + amount);
        _assertEmpty();
    }

    function _route(uint8 kind) private view returns (address[] memory) {
        if (kind % 4 == 0) return _path(base, address(token));
        if (kind % 4 == 1) return _path(address(token), base);
        if (kind % 4 == 2) return _path(address(token), base, address(other));
        return _path(address(other), base, address(token));
    }

    function test_swaps_agreeWithThePairsOwnQuotes() public view {
        address[] memory path = _path(base, address(token));
        assertEq(router.getAmountsOut(1e18, path)[1], pair.quoteExactIn(base, 1e18));
        assertEq(router.getAmountsIn(1e18, path)[0], pair.quoteExactOut(address(token), 1e18));
    }

    function test_swaps_revertIf_boundIsMissed() public {
        address[] memory path = _path(address(token), base, address(other));
        uint256 out = router.getAmountsOut(1e18, path)[2];
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IRouter.InsufficientOutput.selector, out, out + 1));
        router.swapExactTokensForTokens(1e18, out + 1, path, alice, NEVER);
        uint256 cost = router.getAmountsIn(1e18, path)[0];
        vm.expectRevert(abi.encodeWithSelector(IRouter.ExcessiveInput.selector, cost, cost - 1));
        router.swapTokensForExactTokens(1e18, cost - 1, path, alice, NEVER);
        vm.stopPrank();
    }

    function test_swaps_revertIf_pathIsNotThroughBase() public {
        _refusePath(_path(base, address(token), base)); // the same pair twice
        _refusePath(_path(address(token), base, address(token)));
        _refusePath(_path(address(token), address(other), base));
        _refusePath(new address[](1));
        _refusePath(new address[](0));
        address[] memory long = new address[](4);
        (long[0], long[1], long[2], long[3]) = (address(token), base, address(other), base);
        _refusePath(long);
    }

    function _refusePath(address[] memory path) private {
        bytes memory refusal = abi.encodeWithSelector(IRouter.InvalidPath.selector, path);
        vm.startPrank(alice);
        vm.expectRevert(refusal);
        router.swapExactTokensForTokens(1e18, 0, path, alice, NEVER);
        vm.expectRevert(refusal);
        router.swapTokensForExactTokens(1e18, NEVER, path, alice, NEVER);
        vm.stopPrank();
        vm.expectRevert(refusal);
        router.getAmountsOut(1e18, path);
        vm.expectRevert(refusal);
        router.getAmountsIn(1e18, path);
    }

    function test_everything_revertsIf_pairIsUnknown() public {
        address stranger = address(0xBAD);
        bytes memory refusal = abi.encodeWithSelector(IRouter.UnknownPair.selector, base, stranger);
        vm.startPrank(alice);
        vm.expectRevert(refusal);
        router.swapExactTokensForTokens(1e18, 0, _path(base, stranger), alice, NEVER);
        vm.expectRevert(refusal);
        router.addLiquidity(base, stranger, 1, 1, 0, 0, alice, NEVER);
        vm.expectRevert(refusal);
        router.removeLiquidity(base, stranger, 1, 0, 0, alice, NEVER);
        vm.expectRevert(refusal);
        router.removeLiquidityWithPermit(base, stranger, 1, 0, 0, alice, NEVER, true, 0, 0, 0);
        vm.expectRevert(refusal);
        router.zapIn(base, stranger, 1, 0, 0, alice, NEVER);
        vm.expectRevert(abi.encodeWithSelector(IRouter.UnknownPair.selector, stranger, alice));
        router.addLiquidity(stranger, alice, 1, 1, 0, 0, alice, NEVER); // neither is ALITA
        vm.stopPrank();
    }

    /// @dev Both have a pair, but with ALITA.
    function test_everything_revertsIf_neitherTokenIsAlita() public {
        (address a, address b) = (address(token), address(other));
        bytes memory refusal = abi.encodeWithSelector(IRouter.UnknownPair.selector, a, b);
        vm.startPrank(alice);
        vm.expectRevert(refusal);
        router.swapExactTokensForTokens(1e18, 0, _path(a, b), alice, NEVER);
        vm.expectRevert(refusal);
        router.addLiquidity(a, b, 1e18, 1e18, 0, 0, alice, NEVER);
        vm.expectRevert(refusal);
        router.removeLiquidity(a, b, 1, 0, 0, alice, NEVER);
        vm.expectRevert(refusal);
        router.zapIn(a, b, 1e18, 0, 0, alice, NEVER);
        vm.stopPrank();
    }

    function test_everything_revertsIf_expired() public {
        uint256 late = block.timestamp - 1;
        bytes memory refusal = abi.encodeWithSelector(IRouter.Expired.selector, late, block.timestamp);
        vm.startPrank(alice);
        vm.expectRevert(refusal);
        router.swapExactTokensForTokens(1e18, 0, _path(base, address(token)), alice, late);
        vm.expectRevert(refusal);
        router.swapTokensForExactTokens(1e18, NEVER, _path(base, address(token)), alice, late);
        vm.expectRevert(refusal);
        router.addLiquidity(base, address(token), 1, 1, 0, 0, alice, late);
        vm.expectRevert(refusal);
        router.removeLiquidity(base, address(token), 1, 0, 0, alice, late);
        vm.expectRevert(refusal);
        router.zapIn(base, address(token), 1, 0, 0, alice, late);
        vm.stopPrank();
    }

    function test_everything_revertsIf_recipientIsZero() public {
        bytes memory refusal = abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0));
        vm.startPrank(alice);
        vm.expectRevert(refusal);
        router.swapExactTokensForTokens(1e18, 0, _path(base, address(token)), address(0), NEVER);
        vm.expectRevert(refusal);
        router.swapTokensForExactTokens(1e18, NEVER, _path(base, address(token)), address(0), NEVER);
        vm.expectRevert(refusal);
        router.addLiquidity(base, address(token), 1e18, 1e18, 0, 0, address(0), NEVER);
        vm.expectRevert(refusal);
        router.zapIn(base, address(token), 1e18, 0, 0, address(0), NEVER);
        vm.stopPrank();
        vm.startPrank(maker);
        pair.approve(address(router), NEVER);
        vm.expectRevert(refusal);
        router.removeLiquidity(base, address(token), 1e18, 0, 0, address(0), NEVER);
        vm.stopPrank();
    }

    function test_everything_revertsIf_amountIsZero() public {
        vm.startPrank(alice);
        vm.expectRevert(IRouter.ZeroAmount.selector);
        router.swapExactTokensForTokens(0, 0, _path(base, address(token)), alice, NEVER);
        vm.expectRevert(IRouter.ZeroAmount.selector);
        router.swapTokensForExactTokens(0, NEVER, _path(base, address(token)), alice, NEVER);
        vm.expectRevert(IRouter.ZeroAmount.selector);
        router.addLiquidity(base, address(token), 0, 1e18, 0, 0, alice, NEVER);
        vm.expectRevert(IRouter.ZeroAmount.selector);
        router.addLiquidity(base, address(token), 1e18, 0, 0, 0, alice, NEVER);
        vm.expectRevert(IPair.InsufficientLiquidityBurned.selector);
        router.removeLiquidity(base, address(token), 0, 0, 0, alice, NEVER);
        vm.expectRevert(IRouter.ZeroAmount.selector);
        router.zapIn(base, address(token), 0, 0, 0, alice, NEVER);
        vm.stopPrank();
    }

    /// @dev The router keeps no state: whoever trades inside its own trade only spoils the price it was quoted.
    function test_swaps_revertIf_enteredAgainFromAHook() public {
        HookToken hooks = new HookToken();
        _launch(address(hooks), true, SHARE);
        hooks.mint(address(this), 2 * FUNDS);
        _fund(maker, FUNDS);
        _join(maker, DEPTH, DEPTH);
        router = Deploy.router(address(factory));
        HookedTrader trader = new HookedTrader();
        _fund(address(trader), FUNDS / 2);
        vm.prank(address(trader));
        hooks.approve(address(router), NEVER);
        trader.prepare(hooks, address(pair), abi.encodeCall(IPair.getReserves, ()));
        vm.prank(address(trader));
        router.swapExactTokensForTokens(1e18, 0, _path(base, address(token)), address(trader), NEVER); // a look is free

        trader.prepare(
            hooks,
            address(pair),
            abi.encodeCall(IPair.swapExactIn, (base, 1e18, 0, address(trader), NEVER))
        );
        bytes32 before = _snapshotOf(address(trader));
        vm.expectRevert(IPair.ProductFell.selector);
        vm.prank(address(trader));
        router.swapExactTokensForTokens(1e18, 0, _path(base, address(token)), address(trader), NEVER);
        assertEq(_snapshotOf(address(trader)), before);
        assertEq(hooks.balanceOf(address(router)), 0);
    }

    /* LIQUIDITY */

    function test_addLiquidity_addsAtTheRatio() public {
        vm.startPrank(alice);
        (uint256 a, uint256 b, uint256 liquidity) = router.addLiquidity(
            base,
            address(token),
            3e18,
            2e18,
            2e18,
            2e18,
            bob,
            block.timestamp
        );
        vm.stopPrank();
        assertEq(a, 2e18);
        assertEq(b, 2e18);
        assertEq(liquidity, 2e18);
        assertEq(pair.balanceOf(bob), 2e18);
    }

    /// @dev The other token is worth half an ALITA.
    function test_liquidity_knowsTheSides() public {
        vm.startPrank(alice);
        (uint256 a, uint256 b, ) = router.addLiquidity(base, address(other), 3e18, 4e18, 0, 0, alice, NEVER);
        assertEq(a, 2e18);
        assertEq(b, 4e18);
        uint256 liquidity;
        (a, b, liquidity) = router.addLiquidity(address(other), base, 4e18, 3e18, 0, 0, alice, NEVER);
        assertEq(a, 4e18);
        assertEq(b, 2e18);

        otherPair.approve(address(router), NEVER);
        (a, b) = router.removeLiquidity(address(other), base, liquidity, 0, 0, alice, NEVER);
        assertApproxEqAbs(a, 4e18, 2);
        assertApproxEqAbs(b, 2e18, 2);
        (a, b) = router.removeLiquidity(base, address(other), liquidity, 0, 0, alice, NEVER);
        assertApproxEqAbs(a, 2e18, 2);
        assertApproxEqAbs(b, 4e18, 2);
        vm.stopPrank();
    }

    /// @dev 5 wei at a third of an ALITA wei each are worth the one wei that is there, rounded down.
    function test_addLiquidity_takesBothSidesWholeWhereTheyMatch() public {
        address fresh = _openAnother(3_000, 1_000);
        vm.prank(alice);
        (uint256 a, uint256 b, ) = router.addLiquidity(fresh, base, 5, 1, 5, 1, alice, NEVER);
        assertEq(a, 5);
        assertEq(b, 1);
    }

    /// @dev A third dataset's market, with the deposit of alice's, who holds the whole supply.
    function _openAnother(uint256 data, uint256 baseAmount) private returns (address fresh) {
        (fresh, ) = factory.launch("New", SUPPLY, alice, SHARE, bytes32("new"));
        vm.startPrank(alice);
        IERC20(fresh).approve(address(router), NEVER);
        router.addLiquidity(fresh, base, data, baseAmount, data, baseAmount, alice, NEVER);
        vm.stopPrank();
    }

    function test_addLiquidity_opensAPair() public {
        (address fresh, address freshPair) = factory.launch("New", SUPPLY, alice, SHARE, bytes32("new"));
        vm.startPrank(alice);
        IERC20(fresh).approve(address(router), NEVER);
        (uint256 a, uint256 b, ) = router.addLiquidity(fresh, base, 4e18, 1e18, 4e18, 1e18, alice, NEVER);
        vm.stopPrank();
        assertEq(a, 4e18);
        assertEq(b, 1e18);
        assertEq(Pair(freshPair).totalSupply(), 2e18);
    }

    function test_addLiquidity_revertsIf_boundIsMissed() public {
        vm.startPrank(alice);
        bytes memory refusal = abi.encodeWithSelector(IRouter.InsufficientAmount.selector, base, 2e18, 2e18 + 1);
        vm.expectRevert(refusal);
        router.addLiquidity(base, address(token), 3e18, 2e18, 2e18 + 1, 0, alice, NEVER);
        vm.expectRevert(refusal);
        router.addLiquidity(address(token), base, 3e18, 2e18, 0, 2e18 + 1, alice, NEVER);
        refusal = abi.encodeWithSelector(IRouter.InsufficientAmount.selector, address(token), 2e18, 2e18 + 1);
        vm.expectRevert(refusal);
        router.addLiquidity(base, address(token), 2e18, 3e18, 0, 2e18 + 1, alice, NEVER);
        vm.stopPrank();
    }

    function test_removeLiquidity_givesBothSides() public {
        _join(alice, 1e18, 1e18);
        vm.startPrank(alice);
        pair.approve(address(router), 1e18);
        bytes memory refusal = abi.encodeWithSelector(IRouter.InsufficientAmount.selector, base, 4e17, 4e17 + 1);
        vm.expectRevert(refusal);
        router.removeLiquidity(base, address(token), 4e17, 4e17 + 1, 0, bob, NEVER);
        vm.expectRevert(refusal);
        router.removeLiquidity(address(token), base, 4e17, 0, 4e17 + 1, bob, NEVER);
        router.removeLiquidity(address(token), base, 4e17, 4e17, 4e17, bob, NEVER);
        router.removeLiquidity(base, address(token), 6e17, 6e17, 6e17, bob, block.timestamp);
        vm.stopPrank();
        assertEq(token.balanceOf(bob), FUNDS + 1e18);
        assertEq(IERC20(base).balanceOf(bob), FUNDS + 1e18);
        _assertEmpty();
    }

    function test_removeLiquidityWithPermit_usesTheSignature() public {
        _join(alice, 2e18, 2e18);
        (uint8 v, bytes32 r, bytes32 s) = _signLiquidity(1e18);
        vm.prank(alice);
        router.removeLiquidityWithPermit(base, address(token), 1e18, 0, 0, alice, NEVER, false, v, r, s);
        (v, r, s) = _signLiquidity(NEVER);
        vm.prank(alice);
        router.removeLiquidityWithPermit(base, address(token), 5e17, 0, 0, alice, NEVER, true, v, r, s);
        assertEq(pair.balanceOf(alice), 5e17);
        assertEq(pair.allowance(alice, address(router)), NEVER);
    }

    function test_removeLiquidityWithPermit_doesNotMindAFrontRunner() public {
        _join(alice, 1e18, 1e18);
        (uint8 v, bytes32 r, bytes32 s) = _signLiquidity(1e18);
        vm.prank(bob);
        pair.permit(alice, address(router), 1e18, NEVER, v, r, s);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IRouter.InsufficientAmount.selector, base, 1e18, 1e18 + 1));
        router.removeLiquidityWithPermit(base, address(token), 1e18, 1e18 + 1, 0, alice, NEVER, false, v, r, s);
        vm.prank(alice);
        router.removeLiquidityWithPermit(base, address(token), 1e18, 0, 0, alice, NEVER, false, v, r, s);
        assertEq(pair.balanceOf(alice), 0, "T3");
    }

    function test_removeLiquidityWithPermit_revertsIf_allowanceStaysShort() public {
        _join(alice, 1e18, 1e18);
        vm.startPrank(alice);
        pair.approve(address(router), 1e18 - 1);
        vm.expectRevert(
            abi.encodeWithSelector(SelfPermit.PermitAllowance.selector, address(pair), alice, 1e18 - 1, 1e18)
        );
        router.removeLiquidityWithPermit(base, address(token), 1e18, 0, 0, alice, NEVER, false, 27, 0, 0);
        vm.stopPrank();
    }

    function _signLiquidity(uint256 value) private view returns (uint8 v, bytes32 r, bytes32 s) {
        uint256 nonce = pair.nonces(alice);
        bytes32 hash = keccak256(abi.encode(pair.PERMIT_TYPEHASH(), alice, address(router), value, nonce, NEVER));
        return vm.sign(0xA1, keccak256(abi.encodePacked(hex"1901", pair.DOMAIN_SEPARATOR(), hash)));
    }

    /* ZAP */

    function testFuzz_zapIn_leavesOnlyDust(bool sellBase, uint256 amount) public {
        (address tokenIn, address tokenOther) = sellBase ? (base, address(token)) : (address(token), base);
        amount = _within(amount, 1e4, FUNDS);
        uint256 before = IERC20(tokenIn).balanceOf(alice);
        uint256 otherBefore = IERC20(tokenOther).balanceOf(alice);
        vm.prank(alice);
        uint256 liquidity = router.zapIn(tokenIn, tokenOther, amount, 0, 0, bob, block.timestamp);
        assertEq(pair.balanceOf(bob), liquidity);
        assertEq(IERC20(tokenOther).balanceOf(alice), otherBefore);
        assertLe(before - IERC20(tokenIn).balanceOf(alice), amount, "within the bound");
        assertApproxEqAbs(before - IERC20(tokenIn).balanceOf(alice), amount, 300, "all but dust is used");
        _assertEmpty();
        (uint256 data, uint256 baseAmount) = _leave(bob, liquidity);
        uint256 kept = sellBase ? baseAmount : data;
        uint256 swapped = sellBase ? data : baseAmount;
        if (swapped > 1) kept += _sell(bob, tokenOther, swapped);
        assertLe(kept, amount, "PAIR-4: zap, exit and swap back");
    }

    function test_zapIn_knowsTheSides() public {
        for (uint256 i = 0; i < 2; ++i) {
            (address a, address b) = i == 0 ? (base, address(other)) : (address(other), base);
            (uint256 r0, uint256 r1, ) = otherPair.getReserves();
            uint256 reserve = otherPair.token0() == a ? r0 : r1;
            uint256 bought = otherPair.quoteExactIn(a, PairMath.zapSwapDown(1e18, reserve));
            vm.startPrank(alice);
            vm.expectRevert(abi.encodeWithSelector(IRouter.InsufficientOutput.selector, bought, bought + 1));
            router.zapIn(a, b, 1e18, bought + 1, 0, alice, NEVER);
            router.zapIn(a, b, 1e18, bought, 0, alice, NEVER);
            vm.stopPrank();
        }
    }

    /// @dev A wei of the Data Token is worth so much that a part of the amount matches none.
    function test_zapIn_leavesWhatGoesWithNothing() public {
        address coarse = _openAnother(1_000_000, 20_000e18);
        Pair market = Pair(factory.getPair(coarse, base));
        uint256 swapped = PairMath.zapSwapDown(5e18, 20_000e18);
        uint256 bought = market.quoteExactIn(base, swapped);
        uint256 matching = PairMath.quoteUp(bought, 1_000_000 - bought, 20_000e18 + swapped);
        assertLt(swapped + matching, 5e18 - 1e15);
        uint256 before = IERC20(base).balanceOf(alice);
        vm.prank(alice);
        router.zapIn(base, coarse, 5e18, 0, 0, alice, NEVER);
        assertEq(IERC20(base).balanceOf(alice), before - swapped - matching);
    }

    /// @dev The swap takes the donation in, and the rest no longer suffices for the ratio.
    function test_zapIn_takesNoMoreThanItsAmountBesideADonation() public {
        vm.prank(bob);
        IERC20(base).transfer(address(pair), DEPTH);
        uint256 before = IERC20(base).balanceOf(alice);
        vm.prank(alice);
        router.zapIn(base, address(token), 1e18, 0, 0, alice, NEVER);
        assertEq(IERC20(base).balanceOf(alice), before - 1e18);
        _assertEmpty();
    }

    function test_zapIn_revertsIf_boundIsMissed() public {
        uint256 state = vm.snapshotState();
        vm.prank(alice);
        uint256 liquidity = router.zapIn(base, address(token), 1e18, 0, 0, alice, NEVER);
        vm.revertToState(state);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IRouter.InsufficientLiquidity.selector, liquidity, liquidity + 1));
        router.zapIn(base, address(token), 1e18, 0, liquidity + 1, alice, NEVER);
        uint256 bought = pair.quoteExactIn(base, PairMath.zapSwapDown(1e18, DEPTH));
        vm.expectRevert(abi.encodeWithSelector(IRouter.InsufficientOutput.selector, bought, bought + 1));
        router.zapIn(base, address(token), 1e18, bought + 1, 0, alice, NEVER);
        vm.expectRevert(abi.encodeWithSelector(IRouter.ZeroAmount.selector));
        router.zapIn(base, address(token), 0, 0, 0, alice, NEVER);
        vm.expectRevert(abi.encodeWithSelector(IRouter.AmountTooLarge.selector, LIMIT + 1, LIMIT));
        router.zapIn(base, address(token), LIMIT + 1, 0, 0, alice, NEVER);
        assertEq(router.zapIn(base, address(token), 1e18, bought, liquidity, alice, NEVER), liquidity);
        vm.stopPrank();
    }

    /* VIEWS */

    function test_quote_revertsIf_amountsAreOutOfRange() public {
        bytes memory zero = abi.encodeWithSelector(IRouter.ZeroAmount.selector);
        vm.expectRevert(zero);
        router.quote(0, 1, 1);
        vm.expectRevert(zero);
        router.getAmountOut(0, 1, 1);
        vm.expectRevert(zero);
        router.getAmountIn(0, 1, 1);
        bytes memory large = abi.encodeWithSelector(IRouter.AmountTooLarge.selector, LIMIT + 1, LIMIT);
        vm.expectRevert(large);
        router.quote(LIMIT + 1, 1, 1);
        vm.expectRevert(large);
        router.getAmountOut(1, LIMIT + 1, 1);
        vm.expectRevert(large);
        router.getAmountIn(1, 1, LIMIT + 1);
        bytes memory empty = abi.encodeWithSelector(IRouter.InsufficientReserve.selector, 0, 1);
        vm.expectRevert(empty);
        router.quote(1, 0, 1);
        vm.expectRevert(empty);
        router.getAmountOut(1, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IRouter.InsufficientReserve.selector, 5, 5));
        router.getAmountIn(5, 1, 5);
        vm.expectRevert(abi.encodeWithSelector(IRouter.InsufficientReserve.selector, 5, 6));
        router.getAmountIn(6, 1, 5);
    }

    function testFuzz_views_areUniswapV2sFormulas(uint88 amount, uint88 reserveA, uint88 reserveB) public view {
        if (amount == 0 || reserveA == 0 || reserveB == 0) return;
        assertEq(router.quote(amount, reserveA, reserveB), (uint256(amount) * reserveB) / reserveA);
        uint256 taxed = uint256(amount) * 997;
        uint256 out = (taxed * reserveB) / (uint256(reserveA) * 1000 + taxed);
        assertEq(router.getAmountOut(amount, reserveA, reserveB), out);
        if (amount >= reserveB) return;
        uint256 cost = (uint256(reserveA) * amount * 1000) / ((uint256(reserveB) - amount) * 997) + 1;
        assertEq(router.getAmountIn(amount, reserveA, reserveB), cost);
    }
}
