// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Contribution} from "../../contracts/types/Contribution.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

/// @notice T18: a provider who is about to be slashed revokes first.
contract T18RevokedUpdateTest is PoolActions {
    /// A worthless update was slashable only while it had a reward; revoking gave the reward back and saved the stake.
    function test_T18_revokingAWorthlessUpdateDoesNotSaveItsStake() public {
        Contribution memory parent = _earnAndStake(alice, 8_000, 80e18);
        Contribution memory again = _copyOf(parent, alice, 64);
        again.parent = parent.contentTag;
        _contribute(again, _freshAssessment(8_000, 10_000));

        vm.prank(alice);
        pool.revoke(again.contentTag);
        _slash(parent, again);
        assertEq(_staked(alice), 40e18);
    }

    function test_T18_revokingACopyDoesNotSaveItsStake() public {
        Contribution memory original = _earn(alice, 8_000);
        _earnAndStake(bob, 8_000, 80e18);
        Contribution memory copy = _copyOf(original, bob, 64);
        _contribute(copy, _freshAssessment(8_000, 0));

        vm.prank(bob);
        pool.revoke(copy.contentTag);
        _slash(original, copy);
        assertEq(_staked(bob), 40e18);
    }
}
