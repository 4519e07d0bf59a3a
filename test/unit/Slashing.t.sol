// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {Contribution, ContributionKind} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

contract SlashingTest is PoolActions {
    uint256 internal constant LANES = 48; // of a default pool
    uint256 internal constant EARNED = 80e18; // reward-token wei of a contribution of quality 80 %

    /* REFUSALS */

    function test_slash_revertsIf_poolHasNoStaking() public {
        DatasetParams memory p = _params();
        p.pool.staking = false;
        _launch(p);
        (Contribution memory original, Contribution memory copy) = _pair(LANES);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakingMode.selector, true));
        _slash(original, copy);
    }

    function test_slash_revertsIf_eitherIsUnknown() public {
        bytes32 known = _contribute(alice, 8_000).contentTag;
        bytes32 unknown = keccak256("unknown");
        vm.expectRevert(abi.encodeWithSelector(IDataPool.UnknownContribution.selector, unknown));
        pool.slashDuplicate(known, unknown);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.UnknownContribution.selector, unknown));
        pool.slashDuplicate(unknown, known);
    }

    function test_slash_revertsIf_evidenceIsTurnedRound() public {
        (Contribution memory original, Contribution memory copy) = _pair(64);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.WrongOrder.selector, 2, 1));
        _slash(copy, original);
    }

    function test_slash_revertsIf_heldAgainstItself() public {
        Contribution memory c = _contribute(alice, 8_000);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.WrongOrder.selector, 1, 1));
        _slash(c, c);
    }

    function test_slash_revertsIf_slashedAlready() public {
        (Contribution memory original, Contribution memory copy) = _pair(64);
        _slash(original, copy);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.AlreadySlashed.selector, copy.contentTag));
        _slash(original, copy);
    }

    function test_slash_revertsIf_challengeIsOver() public {
        (Contribution memory original, Contribution memory copy) = _pair(64);
        uint256 end = _now() + WINDOW;
        vm.warp(end + 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ChallengeOver.selector, end));
        _slash(original, copy);

        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotClaimable.selector, copy.contentTag, end + 1));
        vm.warp(end);
        _claim(copy, 0);
        _slash(original, copy); // the last second: not claimable, still slashable
    }

    function test_slash_revertsIf_oneLaneIsMissing() public {
        (Contribution memory original, Contribution memory copy) = _pair(LANES - 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotDuplicate.selector, LANES - 1, LANES));
        _slash(original, copy);
    }

    function test_slash_acceptsTheThreshold() public {
        (Contribution memory original, Contribution memory copy) = _pair(LANES);
        vm.expectEmit();
        emit IDataPool.SlashDuplicate(
            original.contentTag,
            copy.contentTag,
            bob,
            address(this),
            LANES,
            EARNED, // forfeited
            0, // no stake
            0
        );
        _slash(original, copy);
        assertTrue(pool.contributionOf(copy.contentTag).slashed);
    }

    /* ONE'S OWN DATA */

    function test_slash_revertsIf_ownDataIsContributedAgain() public {
        Contribution memory original = _contribute(alice, 5_000);
        Contribution memory again = _copyOf(original, alice, 64);
        _contribute(again, _freshAssessment(5_000, 0));
        vm.expectRevert(abi.encodeWithSelector(IDataPool.SameProvider.selector, alice));
        _slash(original, again);
    }

    function test_slash_revertsIf_ownUpdateClaimedNoNovelty() public {
        Contribution memory original = _earnAndStake(alice, 8_000, EARNED);
        Contribution memory again = _copyOf(original, alice, 64);
        again.parent = original.contentTag;
        _contribute(again, _freshAssessment(8_000, 0));
        vm.expectRevert(abi.encodeWithSelector(IDataPool.SameProvider.selector, alice));
        _slash(original, again);
    }

    function test_slash_takesAnUpdateThatRepeatsItsParent() public {
        (Contribution memory parent, Contribution memory update) = _staleUpdate(EARNED);
        vm.expectEmit();
        emit IDataPool.SlashDuplicate(
            parent.contentTag,
            update.contentTag,
            alice,
            address(this),
            64,
            UPDATE_MAX, // forfeited
            EARNED / 2, // slashed
            EARNED / 10 // bounty
        );
        _slash(parent, update);
        assertEq(_staked(alice), EARNED / 2);
        assertEq(pool.rewardOf(update.contentTag), 0);
    }

    function test_slash_takesAnUpdateThatRepeatsAnotherOwnContribution() public {
        _earnAndStake(alice, 5_000, 50e18);
        Contribution memory other = _contribute(alice, 5_000);
        Contribution memory parent = _contribution(alice);
        _contribute(parent, _freshAssessment(5_000, 0));
        Contribution memory update = _copyOf(other, alice, 64);
        update.parent = parent.contentTag;
        _contribute(update, _freshAssessment(8_000, 10_000));
        _slash(other, update);
        assertEq(_staked(alice), 25e18);
    }

    /* AMOUNTS */

    function test_slash_takesWhatUnbondsFirst() public {
        (Contribution memory parent, Contribution memory update) = _staleUpdate(EARNED);
        _unstake(alice, 60e18);
        _slash(parent, update);
        assertEq(pool.accountOf(alice).unbonding, 20e18, "40 of 80, all from what unbonds");
        assertEq(_staked(alice), 20e18);
        assertEq(pool.totalStaked(), 20e18);
    }

    /// @dev Two sales pay 2t less a sliver, which rounds to 2t - 1; each rounded alone would pay t - 1.
    function test_slash_ofWhatUnbonds_leavesTheStakesRevenueAlone() public {
        (Contribution memory parent, Contribution memory update) = _staleUpdate(EARNED);
        _unstake(alice, 50e18);
        _buy(carol, 10e18);
        _slash(parent, update);
        _buy(carol, 10e18);
        uint256 toStakers = uint256(10e18 * 30e18) / (ALLOCATION + 30e18);
        assertEq(pool.revenueOf(alice), 2 * toStakers - 1);
    }

    function test_slash_takesASingleWei() public {
        Contribution memory original = _contribute(alice, 8_000);
        _earnAndStake(bob, 8_000, 2);
        Contribution memory copy = _copyOf(original, bob, 64);
        _contribute(copy, _freshAssessment(8_000, 0));
        _slash(original, copy);
        assertEq(_staked(bob), 1);
    }

    function test_slash_takesTheRestFromTheStake() public {
        (Contribution memory parent, Contribution memory update) = _staleUpdate(EARNED);
        _unstake(alice, 30e18);
        _slash(parent, update);
        assertEq(pool.accountOf(alice).unbonding, 0);
        assertEq(_staked(alice), 40e18);
    }

    function test_slash_comesBeforeAnythingCanLeave() public {
        DatasetParams memory p = _params();
        p.pool.unbonding = WINDOW; // the shortest allowed
        _launch(p);
        (Contribution memory parent, Contribution memory update) = _staleUpdate(EARNED);
        _unstake(alice, EARNED);
        _wait(WINDOW);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StillUnbonding.selector, _now()));
        _withdraw(alice);
        _slash(parent, update);
        assertEq(pool.accountOf(alice).unbonding, EARNED / 2);
    }

    function testFuzz_slash_isBountyAndReturn(uint256 staked, uint256 unbonding, uint16 slashBps) public {
        slashBps = uint16(_bound(slashBps, 0, 10_000));
        staked = _bound(staked, UPDATE_MAX, 100e18);
        unbonding = _bound(unbonding, 0, staked);
        DatasetParams memory p = _params();
        p.pool.slashBps = slashBps;
        _launch(p);
        _contributeStaleUpdate(staked);
        if (unbonding > 0) _unstake(alice, unbonding);

        uint256 escrow = pool.escrow();
        uint256 reward = UPDATE_MAX;
        pool.slashDuplicate(_parentTag, _updateTag);
        uint256 slashed = staked - _staked(alice) - pool.accountOf(alice).unbonding;
        uint256 bounty = token.balanceOf(address(this));
        assertEq(slashed, (staked * slashBps) / 10_000);
        assertLe(slashed, staked, "POOL-10");
        assertEq(slashed, bounty + (pool.escrow() - escrow - reward), "POOL-10");
        assertEq(bounty, slashed / 5);
        assertEq(_earned(alice), 100e18 - slashed, "POOL-5");
        assertEq(token.balanceOf(address(pool)), pool.escrow() + staked - slashed, "POOL-1");
    }

    function test_slash_ofSomebodyWithoutStake_returnsTheReward() public {
        (Contribution memory original, Contribution memory copy) = _pair(64);
        uint256 escrow = pool.escrow();
        _slash(original, copy);
        assertEq(pool.escrow(), escrow + EARNED);
        assertEq(token.balanceOf(address(this)), 0);
        assertEq(pool.accountOf(bob).rewarded, EARNED, "the cap stays used");
        _wait(WINDOW + 1);
        vm.expectRevert(IDataPool.NothingToClaim.selector);
        _claim(copy, 0);
    }

    function test_slash_lowersTheBoundOfStake() public {
        (Contribution memory parent, Contribution memory update) = _staleUpdate(EARNED);
        _slash(parent, update);
        token.transfer(alice, 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakeAboveEarned.selector, EARNED / 2 + 1, EARNED / 2));
        _stake(alice, 1);
    }

    function test_slash_repeatedTakesLessThanTheStake() public {
        Contribution memory original = _contribute(carol, 8_000);
        _earnAndStake(bob, 8_000, EARNED);
        Contribution memory one = _copyOf(original, bob, 64);
        Contribution memory two = _copyOf(original, bob, 64);
        _contribute(one, _freshAssessment(8_000, 0));
        _contribute(two, _freshAssessment(8_000, 0));
        _slash(original, one);
        _slash(original, two);
        assertEq(_staked(bob), EARNED / 4);
    }

    function test_slash_ofOneself_isALoss() public {
        (Contribution memory parent, Contribution memory update) = _staleUpdate(EARNED);
        uint256 wealth = token.balanceOf(alice) + EARNED;
        vm.prank(alice);
        pool.slashDuplicate(parent.contentTag, update.contentTag);
        _unstake(alice, _staked(alice));
        _wait(UNBONDING + 1);
        _withdraw(alice);
        assertEq(token.balanceOf(alice), wealth - 32e18, "four fifths of 40");
    }

    /* VOTES */

    function test_slash_keepsTheWeightButNotTheVote() public {
        (Contribution memory parent, Contribution memory update) = _votableUpdate();
        bytes32 id = _propose(_offer());
        _slash(parent, update);
        assertEq(pool.voteWeight(id, alice), 450_000e18);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.InsufficientStake.selector, 225_000e18, 450_000e18));
        _vote(alice, id, true);
    }

    function test_slash_doesNotUndoAVoteNorStopAtItsLock() public {
        (Contribution memory parent, Contribution memory update) = _votableUpdate();
        bytes32 id = _propose(_offer());
        _vote(alice, id, true);
        _slash(parent, update);
        assertEq(_staked(alice), 225_000e18);
        assertEq(pool.ballotOf(id).needed, 0);
    }

    /* ESCROW AND COHORT */

    function test_slash_afterTheClose_goesToTheMaker() public {
        (Contribution memory parent, Contribution memory update) = _staleUpdate(EARNED);
        vm.startPrank(maker);
        pool.announceClose();
        _wait(WINDOW);
        pool.close();
        vm.stopPrank();
        uint256 owner = pool.ownerStake();
        _slash(parent, update);
        assertEq(pool.escrow(), 50e18 + 32e18, "the reward and what was returned");

        vm.prank(maker);
        pool.close();
        assertEq(token.balanceOf(maker), ALLOCATION - 130e18 + 82e18);
        assertEq(pool.ownerStake(), owner - 82e18);
        assertGe(pool.ownerStake(), pool.totalStaked(), "POOL-4");
    }

    function test_slash_takesTheCopyOutOfTheCohort() public {
        (Contribution memory original, Contribution memory copy) = _pair(64);
        assertEq(pool.computeTerms().cohort, 2);
        _slash(original, copy);
        assertEq(pool.computeTerms().cohort, 1);
        assertEq(pool.accountOf(bob).live, 0);
        (, , uint40 revokedAt, , bool slashed) = pool.consentOf(copy.contentTag);
        assertEq(revokedAt, _now());
        assertTrue(slashed);
    }

    function test_slash_ofARevokedCopy_leavesTheCohort() public {
        (Contribution memory original, Contribution memory copy) = _pair(64);
        vm.prank(bob);
        pool.revoke(copy.contentTag);
        _slash(original, copy);
        assertEq(pool.computeTerms().cohort, 1);
    }

    function test_slash_ofARemoteCopy_leavesTheCohort() public {
        Contribution memory original = _contribute(alice, 8_000);
        Contribution memory copy = _copyOf(original, bob, 64);
        copy.kind = ContributionKind.Remote;
        _contribute(copy, _freshAssessment(8_000, 0));
        _slash(original, copy);
        assertEq(pool.computeTerms().cohort, 1);
    }

    /* CASTS */

    bytes32 private _parentTag;
    bytes32 private _updateTag;

    /// @dev Alice's original and Bob's copy of it, neither with stake.
    function _pair(uint256 lanes) private returns (Contribution memory original, Contribution memory copy) {
        original = _contribute(alice, 8_000);
        copy = _copyOf(original, bob, lanes);
        _contribute(copy, _freshAssessment(8_000, 0));
    }

    /// @dev Alice, with `staked` of 80e18 earned at stake, sells her data once more as an entirely new update.
    function _staleUpdate(uint256 staked) private returns (Contribution memory parent, Contribution memory update) {
        parent = _earnAndStake(alice, 8_000, staked);
        update = _repeat(parent);
    }

    function _contributeStaleUpdate(uint256 staked) private {
        Contribution memory parent = _earnAndStake(alice, 10_000, staked);
        _parentTag = parent.contentTag;
        _updateTag = _repeat(parent).contentTag;
    }

    /// @dev The same with 90 % of the pool at stake, so that proposals need votes.
    function _votableUpdate() private returns (Contribution memory parent, Contribution memory update) {
        _launchWide(ALLOCATION);
        parent = _earnAndStake(alice, 9_000, 450_000e18);
        update = _repeat(parent);
    }

    function _repeat(Contribution memory parent) private returns (Contribution memory update) {
        update = _copyOf(parent, alice, 64);
        update.parent = parent.contentTag;
        _contribute(update, _freshAssessment(10_000, 10_000));
    }
}
