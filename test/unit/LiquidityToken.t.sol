// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {MockToken} from "../mocks/MockToken.sol";
import {MarketTest} from "../utils/MarketTest.sol";

/// @dev The pair's liquidity beside OpenZeppelin's ERC20: the same calls must give the same answers.
contract LiquidityTokenTest is MarketTest {
    uint256 private constant HELD = 100; // liquidity of alice's

    MockToken private twin;

    function setUp() public {
        _openMarket(true);
        twin = new MockToken(18);
        uint256 all = pair.balanceOf(maker);
        vm.startPrank(maker);
        pair.transfer(alice, HELD);
        pair.transfer(address(this), all - HELD);
        vm.stopPrank();
        twin.mint(alice, HELD);
    }

    /// @dev Sends `account`'s call to both and compares success and answer.
    function _both(address account, bytes memory call) private returns (bool done) {
        vm.prank(account);
        bytes memory answer;
        (done, answer) = address(pair).call(call);
        vm.prank(account);
        (bool twinDone, bytes memory twinAnswer) = address(twin).call(call);
        assertEq(done, twinDone, "as OpenZeppelin's");
        assertEq(answer, twinAnswer, "as OpenZeppelin's");
    }

    function _assertAlike(address account) private view {
        assertEq(pair.balanceOf(account), twin.balanceOf(account));
        assertEq(pair.allowance(alice, account), twin.allowance(alice, account));
    }

    /* TRANSFERS */

    function test_transfer_movesAndTells() public {
        vm.expectEmit(true, true, true, true, address(pair));
        emit IERC20.Transfer(alice, bob, HELD);
        vm.prank(alice);
        assertTrue(pair.transfer(bob, HELD));
        assertEq(pair.balanceOf(alice), 0);
        assertEq(pair.balanceOf(bob), HELD);
    }

    function test_transfer_revertsIf_balanceIsShort() public {
        bytes memory refusal = abi.encodeWithSelector(
            IERC20Errors.ERC20InsufficientBalance.selector,
            alice,
            HELD,
            HELD + 1
        );
        vm.prank(alice);
        vm.expectRevert(refusal);
        pair.transfer(bob, HELD + 1);
    }

    function test_transfer_revertsIf_receiverIsZero() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        pair.transfer(address(0), 1);
    }

    function test_mint_revertsIf_receiverIsZero() public {
        vm.prank(maker);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        pair.addLiquidity(1e18, 1e18, 0, 0, address(0), NEVER);
    }

    function test_mintAndBurn_tell() public {
        vm.expectEmit(true, true, true, true, address(pair));
        emit IERC20.Transfer(address(0), bob, 1e18);
        vm.prank(maker);
        pair.addLiquidity(1e18, 1e18, 0, 0, bob, NEVER);
        vm.expectEmit(true, true, true, true, address(pair));
        emit IERC20.Transfer(bob, address(0), 1e18);
        _leave(bob, 1e18);
    }

    function test_transfer_toOneselfChangesNothing() public {
        vm.prank(alice);
        pair.transfer(alice, HELD);
        assertEq(pair.balanceOf(alice), HELD);
    }

    /* ALLOWANCES */

    function test_approve_setsAndTells() public {
        vm.expectEmit(true, true, true, true, address(pair));
        emit IERC20.Approval(alice, bob, 7);
        vm.prank(alice);
        assertTrue(pair.approve(bob, 7));
        assertEq(pair.allowance(alice, bob), 7);
    }

    function test_approve_revertsIf_spenderIsZero() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSpender.selector, address(0)));
        pair.approve(address(0), 1);
    }

    function test_approve_revertsIf_ownerIsZero() public {
        vm.prank(address(0));
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidApprover.selector, address(0)));
        pair.approve(bob, 1);
    }

    function test_transferFrom_spendsTheAllowance() public {
        vm.prank(alice);
        pair.approve(bob, HELD);
        vm.startPrank(bob);
        assertTrue(pair.transferFrom(alice, bob, HELD - 1));
        assertEq(pair.allowance(alice, bob), 1);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, bob, 1, 2));
        pair.transferFrom(alice, bob, 2);
        pair.transferFrom(alice, bob, 1);
        vm.stopPrank();
        assertEq(pair.allowance(alice, bob), 0);
        assertEq(pair.balanceOf(bob), HELD);
    }

    /// @dev Nobody can have given an allowance for it, but nothing needs none.
    function test_transferFrom_revertsIf_ownerIsZero() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSender.selector, address(0)));
        pair.transferFrom(address(0), bob, 0);
    }

    function test_transferFrom_keepsTheLargestAllowance() public {
        vm.prank(alice);
        pair.approve(bob, type(uint256).max);
        vm.prank(bob);
        pair.transferFrom(alice, bob, HELD);
        assertEq(pair.allowance(alice, bob), type(uint256).max);
        vm.prank(alice);
        pair.approve(bob, type(uint256).max - 1);
        vm.prank(bob);
        pair.transferFrom(alice, bob, 0);
        assertEq(pair.allowance(alice, bob), type(uint256).max - 1);
    }

    /* THE TWIN */

    function testFuzz_everyCall_answersAsOpenZeppelins(
        uint8[8] memory kinds,
        uint8[8] memory who,
        uint8[8] memory sizes
    ) public {
        address[4] memory people = [alice, bob, address(0xCA), address(0)];
        for (uint256 i = 0; i < 8; ++i) {
            (address from, address to) = (people[who[i] % 3], people[(who[i] >> 4) % 4]);
            uint256 size = sizes[i] % 5 == 0 ? type(uint256).max : sizes[i] % (HELD + 2);
            if (kinds[i] % 3 == 0) _both(from, abi.encodeCall(IERC20.transfer, (to, size)));
            if (kinds[i] % 3 == 1) _both(alice, abi.encodeCall(IERC20.approve, (to, size)));
            if (kinds[i] % 3 == 2) _both(from, abi.encodeCall(IERC20.transferFrom, (alice, to, size)));
            for (uint256 j = 0; j < 3; ++j) _assertAlike(people[j]);
        }
        assertEq(pair.balanceOf(address(0)), 1_000, "the locked minimum");
        assertEq(pair.balanceOf(alice) + pair.balanceOf(bob) + pair.balanceOf(address(0xCA)), HELD);
    }
}
