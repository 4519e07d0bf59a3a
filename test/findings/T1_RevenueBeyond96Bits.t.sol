// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Contribution} from "../../contracts/types/Contribution.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

/// @notice T1: a settlement token with a huge supply. Prices have 96 bits; what a staker is owed may have more.
contract T1RevenueBeyond96BitsTest is PoolActions {
    function setUp() public override {
        super.setUp();
        _useToken().mint(carol, 8 * uint256(type(uint96).max));
        _launchWide(ALLOCATION);
    }

    function test_T1_revenueBeyond96BitsDoesNotHoldTheStake() public {
        _earnAndStake(alice, PERFECT, ALLOCATION);
        uint256 owed = _sellUntilMoreThan96BitsAreOwed();
        _unstake(alice, ALLOCATION);
        vm.prank(alice);
        assertEq(pool.claimRevenue(), owed);
    }

    /// @dev A copyist could hide behind revenue that it did not claim.
    function test_T1_revenueBeyond96BitsDoesNotSaveACopyist() public {
        Contribution memory original = _earn(bob, 1_000);
        _earnAndStake(alice, 5_000, ALLOCATION / 2);
        uint256 owed = _sellUntilMoreThan96BitsAreOwed();
        Contribution memory copy = _copyOf(original, alice, 64);
        _contribute(copy, _freshAssessment(PERFECT, 0));
        _slash(original, copy);
        assertEq(_staked(alice), ALLOCATION / 4);
        assertEq(pool.revenueOf(alice), owed, "revenue up to the slash stays");
    }

    function _sellUntilMoreThan96BitsAreOwed() private returns (uint256 owed) {
        for (uint256 i = 0; i < 8 && owed <= type(uint96).max; ++i) {
            _buy(carol, type(uint96).max);
            pool.withdrawMakerRevenue();
            owed = pool.revenueOf(alice);
        }
        assertGt(owed, type(uint96).max);
    }
}
