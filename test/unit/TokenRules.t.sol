// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MarketTest} from "../utils/MarketTest.sol";

/// @dev Every test runs for ALITA, a Data Token and a liquidity token.
contract TokenRulesTest is MarketTest {
    IERC20[3] private tokens;

    function setUp() public {
        _openMarket(true);
        _join(alice, DEPTH, DEPTH);
        tokens = [IERC20(base), IERC20(address(token)), IERC20(address(pair))];
    }

    function test_transfer_movesUpToTheWholeBalance() public {
        for (uint256 i = 0; i < tokens.length; ++i) {
            address to = address(0x70);
            (uint256 all, uint256 supply) = (tokens[i].balanceOf(alice), tokens[i].totalSupply());
            vm.prank(alice);
            assertTrue(tokens[i].transfer(to, 0));
            vm.prank(alice);
            assertTrue(tokens[i].transfer(to, all));
            assertEq(tokens[i].balanceOf(to), all);
            assertEq(tokens[i].balanceOf(alice), 0);
            assertEq(tokens[i].totalSupply(), supply);
        }
    }

    function test_transfer_revertsIf_balanceIsExceeded() public {
        for (uint256 i = 0; i < tokens.length; ++i) {
            uint256 all = tokens[i].balanceOf(alice);
            _expectInsufficientBalance(alice, all, all + 1);
            vm.prank(alice);
            tokens[i].transfer(bob, all + 1);
            _expectInsufficientBalance(alice, all, type(uint256).max);
            vm.prank(alice);
            tokens[i].transfer(bob, type(uint256).max);
        }
    }

    function test_transfer_revertsIf_receiverIsZero() public {
        for (uint256 i = 0; i < tokens.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
            vm.prank(alice);
            tokens[i].transfer(address(0), 1);
        }
    }

    function test_transferFrom_usesTheAllowanceUp() public {
        for (uint256 i = 0; i < tokens.length; ++i) {
            vm.prank(alice);
            tokens[i].approve(bob, 3);
            vm.prank(bob);
            tokens[i].transferFrom(alice, bob, 2);
            _expectInsufficientAllowance(1, 2);
            vm.prank(bob);
            tokens[i].transferFrom(alice, bob, 2);
            assertEq(tokens[i].allowance(alice, bob), 1, "a refusal takes nothing");
        }
    }

    function test_transferFrom_revertsIf_nobodyAllowedIt() public {
        for (uint256 i = 0; i < tokens.length; ++i) {
            _expectInsufficientAllowance(0, 1);
            vm.prank(bob);
            tokens[i].transferFrom(alice, bob, 1);
        }
    }

    function test_transferFrom_revertsIf_balanceIsExceeded() public {
        for (uint256 i = 0; i < tokens.length; ++i) {
            uint256 all = tokens[i].balanceOf(alice);
            vm.prank(alice);
            tokens[i].approve(bob, type(uint256).max);
            _expectInsufficientBalance(alice, all, all + 1);
            vm.prank(bob);
            tokens[i].transferFrom(alice, bob, all + 1);
        }
    }

    function test_approve_replacesWhatWasAllowed() public {
        for (uint256 i = 0; i < tokens.length; ++i) {
            vm.startPrank(alice);
            tokens[i].approve(bob, type(uint256).max);
            tokens[i].approve(bob, 0);
            vm.stopPrank();
            _expectInsufficientAllowance(0, 1);
            vm.prank(bob);
            tokens[i].transferFrom(alice, bob, 1);
        }
    }

    function test_approve_revertsIf_spenderIsZero() public {
        for (uint256 i = 0; i < tokens.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSpender.selector, address(0)));
            vm.prank(alice);
            tokens[i].approve(address(0), 1);
        }
    }

    /* HELPERS */

    function _expectInsufficientBalance(address who, uint256 have, uint256 need) private {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, who, have, need));
    }

    function _expectInsufficientAllowance(uint256 have, uint256 need) private {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, bob, have, need));
    }
}
