// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

/// @notice T18: an offender who sees the proof coming, and a maker who turns slashing against its own providers.
contract T18RacesTest is PoolActions {
    uint256 private constant STAKE = 80e18;

    /* OFFENDERS */

    /// @dev With all of it staked before, none of the ways out is faster than the proof.
    function test_T18_noWayOutIsFasterThanTheProof() public {
        Contribution memory original = _earn(bob, 8_000);
        Contribution memory first = _earnAndStake(alice, 8_000, STAKE);
        Contribution memory copy = _copyOf(original, alice, 64);
        _contribute(copy, _freshAssessment(10_000, 0));

        vm.startPrank(alice);
        pool.unstake(STAKE);
        vm.expectPartialRevert(IDataPool.StillUnbonding.selector);
        pool.withdraw();
        vm.expectPartialRevert(IDataPool.NotClaimable.selector);
        pool.claim(_one(copy.contentTag), 0);
        pool.revoke(copy.contentTag);
        pool.revoke(first.contentTag);
        vm.stopPrank();
        _wait(WINDOW); // the last second of the window
        vm.prank(alice);
        vm.expectPartialRevert(IDataPool.StillUnbonding.selector);
        pool.withdraw();

        uint256 before = token.balanceOf(carol);
        vm.prank(carol);
        pool.slashDuplicate(original.contentTag, copy.contentTag);
        assertEq(pool.accountOf(alice).unbonding, STAKE / 2);
        assertEq(token.balanceOf(carol), before + STAKE / 10, "a fifth of what was slashed");
        assertEq(pool.rewardOf(copy.contentTag), 0);
    }

    /// @dev Copying pays at most what the rest of the cap gives; being caught costs half of the stake. Proving it with a
    /// second account brings a fifth of that back: less than was lost, for every stake.
    function testFuzz_T18_aBountyToOneselfIsALoss(uint96 staked) public {
        Contribution memory original = _earn(bob, 8_000);
        uint256 amount = _bound(staked, 10, STAKE);
        _earnAndStake(alice, 8_000, amount);
        Contribution memory copy = _copyOf(original, alice, 64);
        _contribute(copy, _freshAssessment(10_000, 0));
        uint256 before = token.balanceOf(alice) + pool.positionOf(alice).staked;
        vm.prank(alice);
        pool.slashDuplicate(original.contentTag, copy.contentTag);
        assertLt(token.balanceOf(alice) + pool.positionOf(alice).staked, before);
    }

    /* A MAKER WITH ITS OWN ATTESTERS */

    /// @dev It sees alice's contribution coming, lets its attesters sign the same sketch for an account of its own, gets
    /// in first and proves alice a copyist. She loses what that contribution would have earned and half of her stake;
    /// never what she took home, the rest of her stake, her revenue, or what other contributions earned.
    function test_T18_whatAMakerWithItsOwnAttestersCanTake() public {
        _launchWide(1_000e18);
        _earnAndStake(alice, 600, 40e18);
        Contribution memory pending = _contribute(alice, 200);
        _buy(bob, 10e18);
        uint256 revenue = pool.revenueOf(alice);
        uint256 home = token.balanceOf(alice);

        Contribution memory coming = _contribution(alice);
        Contribution memory planted = _contribution(carol);
        planted.sketch = coming.sketch;
        _contribute(planted, _freshAssessment(500, 0));
        assertEq(_contribute(coming, _freshAssessment(1_000, 0)), 100e18);
        vm.prank(maker);
        pool.slashDuplicate(planted.contentTag, coming.contentTag);

        assertEq(pool.rewardOf(coming.contentTag), 0);
        assertEq(_staked(alice), 20e18, "half of her stake");
        assertEq(token.balanceOf(maker), 4e18, "a fifth of that for the maker");
        assertEq(pool.rewardOf(pending.contentTag), 20e18, "her other contribution");
        assertEq(pool.revenueOf(alice), revenue);
        assertEq(token.balanceOf(alice), home);
        _everythingElseIsHers(pending, revenue);
    }

    function _everythingElseIsHers(Contribution memory pending, uint256 revenue) private {
        (uint256 tokens, uint256 base) = (token.balanceOf(alice), alita.balanceOf(alice));
        _wait(WINDOW + 1);
        _claim(pending, 0);
        _unstake(alice, 20e18);
        vm.prank(alice);
        pool.claimRevenue();
        _wait(UNBONDING + 1);
        _withdraw(alice);
        assertEq(token.balanceOf(alice), tokens + 20e18 + 20e18);
        assertEq(alita.balanceOf(alice), base + revenue);
    }

    /// @dev Whoever took everything home before can be robbed of nothing but the contribution in question.
    function test_T18_whoHasNothingAtStakeLosesNothingButTheCopy() public {
        _claim(_earn(alice, 6_000), 0);
        uint256 home = token.balanceOf(alice);
        Contribution memory coming = _contribution(alice);
        Contribution memory planted = _contribution(carol);
        planted.sketch = coming.sketch;
        _contribute(planted, _freshAssessment(5_000, 0));
        _contribute(coming, _freshAssessment(10_000, 0));
        uint256 before = token.balanceOf(maker);
        vm.prank(maker);
        pool.slashDuplicate(planted.contentTag, coming.contentTag);
        assertEq(token.balanceOf(alice), home);
        assertEq(token.balanceOf(maker), before, "and pays the maker nothing");
    }

    /* FALSE ACCUSERS */

    function test_T18_falseAccusationsAreRefused() public {
        Contribution memory original = _contribute(bob, 8_000);
        Contribution memory copy = _copyOf(original, alice, 64);
        _contribute(copy, _freshAssessment(8_000, 0));
        Contribution memory honest = _contribute(carol, 8_000);

        vm.expectPartialRevert(IDataPool.WrongOrder.selector);
        pool.slashDuplicate(copy.contentTag, original.contentTag);
        vm.expectPartialRevert(IDataPool.WrongOrder.selector);
        pool.slashDuplicate(copy.contentTag, copy.contentTag);
        vm.expectPartialRevert(IDataPool.UnknownContribution.selector);
        pool.slashDuplicate("nothing", copy.contentTag);
        vm.expectPartialRevert(IDataPool.NotDuplicate.selector);
        pool.slashDuplicate(original.contentTag, honest.contentTag);
        pool.slashDuplicate(original.contentTag, copy.contentTag);
        vm.expectPartialRevert(IDataPool.AlreadySlashed.selector);
        pool.slashDuplicate(original.contentTag, copy.contentTag);
        _wait(WINDOW + 1);
        vm.expectPartialRevert(IDataPool.NotDuplicate.selector);
        this.accuseLate(original, _copyOf(original, alice, 0));
    }

    function accuseLate(Contribution memory original, Contribution memory other) external {
        _contribute(other, _freshAssessment(8_000, 0));
        pool.slashDuplicate(original.contentTag, other.contentTag);
    }
}
