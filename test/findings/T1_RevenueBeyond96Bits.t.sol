// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

/// @notice T1: a settlement token with a huge supply. What a staker is owed is kept in 96 bits.
contract T1RevenueBeyond96BitsTest is PoolActions {
    /// A staker whose unclaimed revenue had passed 96 bits could neither claim it nor unstake.
    function test_T1_revenueBeyond96BitsIsPaidAndUnlocksTheStake() public {
        _useToken().mint(carol, 3 * uint256(type(uint96).max));
        _launchWide(ALLOCATION);
        _earnAndStake(alice, 10_000, ALLOCATION);
        for (uint256 i = 0; i < 3; ++i) {
            _buy(carol, type(uint96).max);
            pool.withdrawMakerRevenue();
        }

        vm.expectPartialRevert(SafeCast.SafeCastOverflowedUintDowncast.selector);
        _unstake(alice, ALLOCATION);
        vm.prank(alice);
        assertGt(pool.claimRevenue(), type(uint96).max);
        _unstake(alice, ALLOCATION);
    }
}
