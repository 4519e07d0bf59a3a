// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {System} from "../fixtures/System.sol";

/// @dev `launchTerms` promised a price for after the maker's exit as if the maker held no liquidity but the locked. Its
/// fees are liquidity too, so the price could fall far below: here to less than a thousandth of the promise.
contract MakersFeeInTheExitFloorTest is System {
    function test_launchTerms_countTheMakersFee() public {
        vm.startPrank(bob);
        uint256 data = pair.swapExactIn(address(alita), 10_000e18, 0, bob, NEVER);
        pair.addLiquidity(1e15, FUNDS / 2, 0, 0, bob, NEVER);
        pair.swapExactIn(address(token), data / 2, 0, bob, NEVER);
        vm.stopPrank();
        uint256 floor = factory.launchTerms(address(token)).exitFloorPriceX128;
        _exit();
        assertGe(factory.launchTerms(address(token)).priceX128, floor);
    }

    /// @dev The maker takes all its liquidity, and everything in existence is sold.
    function _exit() private {
        _skip(366 days);
        factory.release(address(token));
        vm.startPrank(maker);
        pair.collectMakerFee();
        pair.removeLiquidity(pair.balanceOf(maker), 0, 0, maker, NEVER);
        vm.stopPrank();
        address[3] memory others = [address(pool), bob, maker];
        for (uint256 i = 0; i < others.length; ++i) {
            uint256 balance = token.balanceOf(others[i]);
            vm.prank(others[i]);
            token.transfer(carol, balance);
        }
        uint256 all = token.balanceOf(carol);
        vm.prank(carol);
        pair.swapExactIn(address(token), all, 0, carol, NEVER);
    }
}
