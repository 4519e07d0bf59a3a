// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PoolActions} from "../fixtures/PoolActions.sol";

/// @notice T19: a pool has no end, so what is in it must have a way out when unix time no longer fits in 32 bits.
contract T19After2106Test is PoolActions {
    uint256 private constant BEYOND = 2 ** 32; // unix seconds, February 2106

    function test_T19_stakeLeavesInAnyCentury() public {
        _earnAndStake(alice, PERFECT, MAX_INCENTIVE);
        vm.warp(BEYOND - UNBONDING);
        _unstake(alice, 1);
        assertEq(pool.accountOf(alice).unbondedAt, BEYOND);
        vm.warp(BEYOND + 1);
        _withdraw(alice);
        _unstake(alice, MAX_INCENTIVE - 1);
        _wait(UNBONDING + 1);
        _withdraw(alice);
        assertEq(_rewardBalance(alice), MAX_INCENTIVE);
    }

    function test_T19_aPoolClosesInAnyCentury() public {
        vm.warp(BEYOND - NOTICE);
        vm.startPrank(maker);
        pool.announceClose();
        vm.warp(BEYOND - 1);
        assertTrue(pool.contributionsOpen());
        vm.warp(BEYOND);
        assertFalse(pool.contributionsOpen());
        pool.close();
        vm.stopPrank();
        assertEq(_rewardBalance(maker), ALLOCATION);
    }
}
