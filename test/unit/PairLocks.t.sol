// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IPair} from "../../contracts/interfaces/IPair.sol";
import {FlashBorrower} from "../mocks/FlashBorrower.sol";
import {HookToken} from "../mocks/HookToken.sol";
import {HookedTrader} from "../mocks/HookedTrader.sol";
import {MarketTest} from "../utils/MarketTest.sol";

/// @notice T9: nothing that changes a pair can be called while it is changing, and what can be read then is true.
contract PairLocksTest is MarketTest {
    FlashBorrower private borrower;

    /// @dev Everything that changes the pair's state.
    function _mutators() private view returns (bytes[] memory calls) {
        calls = new bytes[](10);
        calls[0] = abi.encodeCall(IPair.swapExactIn, (base, 1e18, 0, alice, NEVER));
        calls[1] = abi.encodeCall(IPair.swapExactOut, (base, 1e18, NEVER, alice, NEVER));
        calls[2] = abi.encodeCall(IPair.addLiquidity, (1e18, 1e18, 0, 0, alice, NEVER));
        calls[3] = abi.encodeCall(IPair.removeLiquidity, (1, 0, 0, alice, NEVER));
        calls[4] = abi.encodeCall(IPair.mint, (alice));
        calls[5] = abi.encodeCall(IPair.burn, (alice));
        calls[6] = abi.encodeCall(IPair.swap, (1, 0, alice, ""));
        calls[7] = abi.encodeCall(IPair.skim, (alice));
        calls[8] = abi.encodeCall(IPair.sync, ());
        calls[9] = abi.encodeCall(IPair.collectMakerFee, ());
    }

    /* FLASH SWAPS */

    function _openForFlash() private {
        _openMarket(true);
        borrower = new FlashBorrower();
        token.transfer(address(borrower), FUNDS);
    }

    function test_flashSwap_locksEveryMutator() public {
        _openForFlash();
        bytes[] memory calls = _mutators();
        for (uint256 i = 0; i < calls.length; ++i) {
            borrower.prepare(address(token), 2e18, address(pair), calls[i]);
            pair.swap(1e18, 0, address(borrower), "go"); // token0 is the Data Token: paid back in kind
            assertFalse(borrower.succeeded(), "T9: locked");
            assertEq(bytes4(borrower.result()), ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        }
    }

    /// @dev One byte of data is enough.
    function test_flashSwap_tellsWhoStartedItAndWhatIsLent() public {
        _openForFlash();
        borrower.prepare(address(token), 5e18, address(0), "");
        vm.prank(bob);
        pair.swap(1e18, 2e18, address(borrower), "!");
        assertEq(borrower.sender(), bob);
        assertEq(borrower.lent(0), 1e18);
        assertEq(borrower.lent(1), 2e18);
    }

    function test_flashSwap_needsTheFee() public {
        _openForFlash();
        uint256 exact = (1e18 * uint256(1_000) + 996) / 997;
        borrower.prepare(address(token), exact - 1, address(0), "");
        vm.expectRevert(abi.encodeWithSelector(IPair.ProductFell.selector));
        pair.swap(1e18, 0, address(borrower), "go");
        borrower.prepare(address(token), exact, address(0), "");
        pair.swap(1e18, 0, address(borrower), "go");
    }

    function test_flashSwap_lendsBothSides() public {
        _openForFlash();
        borrower.prepare(address(token), 100e18, address(0), "");
        uint256 before = IERC20(base).balanceOf(address(borrower));
        pair.swap(1e18, 1e18, address(borrower), "go");
        assertEq(IERC20(base).balanceOf(address(borrower)), before + 1e18);
    }

    function test_flashSwap_readsTheStateOfBefore() public {
        _openForFlash();
        vm.warp(vm.getBlockTimestamp() + 1 hours);
        uint256 price = pair.consult();
        borrower.prepare(address(token), 9_000e18, address(pair), abi.encodeCall(IPair.consult, ()));
        pair.swap(8_000e18, 0, address(borrower), "go");
        assertTrue(borrower.succeeded());
        assertEq(abi.decode(borrower.result(), (uint256)), price, "T9: read-only reentrancy");
    }

    /* TOKENS WITH HOOKS */

    function test_hooks_meetAPairThatIsLockedAndFinal() public {
        HookToken hooks = new HookToken();
        _launch(address(hooks), true, SHARE);
        hooks.mint(address(this), 2 * FUNDS);
        _fund(maker, FUNDS);
        _join(maker, DEPTH, DEPTH);
        HookedTrader trader = new HookedTrader();
        _fund(address(trader), 10_000e18);
        uint256 calls;
        bytes[] memory locked = _mutators();
        for (uint256 i = 0; i < locked.length; ++i) {
            trader.prepare(hooks, address(pair), locked[i]);
            trader.execute(address(pair), abi.encodeCall(IPair.swapExactIn, (base, 1e18, 0, address(trader), NEVER)));
            assertFalse(trader.succeeded(), "T9: locked");
            assertGt(trader.calls(), calls);
            calls = trader.calls();
        }
    }

    function test_hooks_readTheReservesOfAfter() public {
        HookToken hooks = new HookToken();
        _launch(address(hooks), true, SHARE);
        hooks.mint(address(this), 2 * FUNDS);
        _fund(maker, FUNDS);
        _join(maker, DEPTH, DEPTH);
        HookedTrader trader = new HookedTrader();
        _fund(address(trader), 10_000e18);
        trader.prepare(hooks, address(pair), abi.encodeCall(IPair.getReserves, ()));
        trader.execute(address(pair), abi.encodeCall(IPair.swapExactIn, (base, 1e18, 0, address(trader), NEVER)));
        (uint112 seen0, uint112 seen1, ) = abi.decode(trader.result(), (uint112, uint112, uint32));
        (uint112 now0, uint112 now1, ) = pair.getReserves();
        assertEq(seen0, now0, "T9: final before any outside code runs");
        assertEq(seen1, now1);
    }
}
