// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {stdError} from "forge-std/StdError.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {PriceProposal} from "../../contracts/types/Proposal.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";
import {CopiedStakes} from "../reference/CopiedStakes.sol";
import {SplitRevenue} from "../reference/SplitRevenue.sol";

contract StakingTest is PoolActions {
    using CopiedStakes for CopiedStakes.Copies;
    using SplitRevenue for SplitRevenue.Shares;

    uint256 internal constant EARNED = 80e18; // reward-token wei of a contribution of quality 80 %

    CopiedStakes.Copies private _copies;
    SplitRevenue.Shares private _shares;

    /* STAKE */

    function test_stake_revertsIf_poolHasNoStaking() public {
        DatasetParams memory p = _params();
        p.pool.staking = false;
        _launch(p);
        Contribution memory c = _earn(alice, 8_000);

        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakingMode.selector, true));
        _claim(c, 1);
        _claim(c, 0);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakingMode.selector, true));
        _stake(alice, 1);
    }

    function test_stake_revertsIf_amountIsZero() public {
        vm.expectRevert(IDataPool.ZeroAmount.selector);
        _stake(alice, 0);
    }

    function test_stake_revertsIf_aboveEarned() public {
        _earnAndStake(alice, 8_000, EARNED / 2);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakeAboveEarned.selector, EARNED + 1, EARNED));
        _stake(alice, EARNED / 2 + 1);

        _stake(alice, EARNED / 2);
        assertEq(_staked(alice), EARNED);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakeAboveEarned.selector, EARNED + 1, EARNED));
        _stake(alice, 1);
    }

    function test_stake_countsUnbondingAgainstEarned() public {
        _earnAndStake(alice, 8_000, EARNED - 1);
        _unstake(alice, EARNED - 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakeAboveEarned.selector, EARNED + 1, EARNED));
        _stake(alice, 2);

        _stake(alice, 1);
        _wait(UNBONDING + 1);
        _withdraw(alice);
        _stake(alice, EARNED - 1);
        assertEq(_staked(alice), EARNED);
    }

    function test_stake_doesNotCountPendingRewards() public {
        _contribute(alice, 8_000);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakeAboveEarned.selector, 1, 0));
        _stake(alice, 1);
    }

    function test_stake_takesTokensOfAnyOrigin() public {
        _claim(_earn(alice, 8_000), 0);
        vm.prank(alice);
        token.transfer(bob, EARNED);
        vm.prank(bob);
        token.transfer(alice, EARNED);

        vm.expectEmit();
        emit IDataPool.Stake(alice, EARNED, EARNED, EARNED);
        _stake(alice, EARNED);
        assertEq(token.balanceOf(alice), 0);
        assertEq(pool.totalStaked(), EARNED);
    }

    function test_stake_tellsTheStakesAfterIt() public {
        _earnAndStake(bob, 8_000, 40e18);
        _earnAndStake(alice, 8_000, 5e18);
        vm.expectEmit(address(pool));
        emit IDataPool.Stake(alice, 2e18, 7e18, 47e18);
        _stake(alice, 2e18);
    }

    /* UNSTAKE */

    function test_unstake_tellsTheStakesAfterIt() public {
        _earnAndStake(bob, 8_000, 40e18);
        _earnAndStake(alice, 8_000, 5e18);
        vm.expectEmit(address(pool));
        emit IDataPool.Unstake(alice, 2e18, 3e18, 43e18, uint32(_now() + UNBONDING));
        _unstake(alice, 2e18);
    }

    function test_unstake_revertsIf_amountIsZero() public {
        vm.expectRevert(IDataPool.ZeroAmount.selector);
        _unstake(alice, 0);
    }

    function test_unstake_revertsIf_moreThanStaked() public {
        _earnAndStake(alice, 8_000, 10);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.InsufficientStake.selector, 10, 11));
        _unstake(alice, 11);
        _unstake(alice, 10);
        assertEq(pool.totalStaked(), 0);
    }

    function test_unstake_revertsIf_voted_untilTheLastSecond() public {
        _launchWide(ALLOCATION);
        _earnAndStake(alice, 9_000, 450_000e18);
        PriceProposal memory p = _offer();
        _vote(alice, _propose(p), false);

        vm.warp(p.expiry);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakeLocked.selector, p.expiry));
        _unstake(alice, 1);
        vm.warp(p.expiry + 1);
        _unstake(alice, 1);
    }

    function test_unstake_staysLockedForTheLongestVote() public {
        _launchWide(ALLOCATION);
        _earnAndStake(alice, 9_000, 450_000e18);
        PriceProposal memory long = _offer();
        PriceProposal memory short = _offer();
        short.expiry -= 1 days;
        _vote(alice, _propose(long), true);
        _vote(alice, _propose(short), true);
        assertEq(pool.positionOf(alice).lockedUntil, long.expiry);
    }

    function test_unstake_restartsTheClockForAll() public {
        _earnAndStake(alice, 8_000, EARNED);
        _unstake(alice, 1);
        _wait(UNBONDING);
        _unstake(alice, 2);
        assertEq(pool.accountOf(alice).unbonding, 3);

        _wait(1); // the first alone would be free now
        uint256 until = pool.accountOf(alice).unbondedAt;
        assertEq(until, _now() - 1 + UNBONDING);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StillUnbonding.selector, until));
        _withdraw(alice);
    }

    /* WITHDRAW */

    function test_withdraw_revertsIf_nothingUnbonds() public {
        _earnAndStake(alice, 8_000, EARNED);
        vm.expectRevert(IDataPool.ZeroAmount.selector);
        _withdraw(alice);
    }

    function test_withdraw_paysFromTheSecondAfterUnbonding() public {
        _earnAndStake(alice, 8_000, EARNED);
        _unstake(alice, EARNED);
        _wait(UNBONDING);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StillUnbonding.selector, _now()));
        _withdraw(alice);

        _wait(1);
        vm.expectEmit();
        emit IDataPool.Withdraw(alice, EARNED);
        _withdraw(alice);
        assertEq(token.balanceOf(alice), EARNED);
        vm.expectRevert(IDataPool.ZeroAmount.selector);
        _withdraw(alice);
    }

    function test_withdraw_paysAfterTheClose() public {
        _earnAndStake(alice, 8_000, EARNED);
        vm.prank(maker);
        pool.announceClose();
        _wait(3 days);
        vm.prank(maker);
        pool.close();

        _unstake(alice, EARNED);
        _wait(UNBONDING + 1);
        _withdraw(alice);
        assertEq(token.balanceOf(alice), EARNED);
    }

    /* REVENUE */

    function test_revenue_isTheMakersWithoutStake() public {
        _buy(carol, 9e18);
        assertEq(pool.makerRevenue(), 9e18);
    }

    function test_claimRevenue_revertsIf_nothingIsOwed() public {
        _earnAndStake(alice, 8_000, EARNED);
        vm.expectRevert(IDataPool.NothingToClaim.selector);
        vm.prank(alice);
        pool.claimRevenue();
    }

    function test_claimRevenue_paysASingleWei() public {
        uint96 half = 2 ** 20;
        _launchWide(half);
        _earnAndStake(alice, 10_000, half);
        _buy(carol, 2);
        vm.prank(alice);
        assertEq(pool.claimRevenue(), 1);
    }

    function test_revenue_roundsForTheMaker() public {
        _earnAndStake(alice, 8_000, 1); // one wei against 500,000 tokens
        _buy(carol, ALLOCATION); // one wei less than what a wei of stake would need
        assertEq(pool.revenueOf(alice), 0);
        assertEq(pool.makerRevenue(), ALLOCATION);

        _buy(carol, uint256(ALLOCATION) + 1);
        // the index keeps 80 bits behind the point, so one wei over O = 500,000e18 is a wei short of a whole one
        assertLe(pool.revenueOf(alice), 1);
        assertEq(pool.makerRevenue(), 2 * uint256(ALLOCATION));
    }

    function test_revenue_ofAHugePriceIsPaid() public {
        _useToken().mint(carol, type(uint96).max);
        _launchWide(ALLOCATION);
        _earnAndStake(alice, 10_000, ALLOCATION);
        _buy(carol, type(uint96).max);
        assertApproxEqAbs(pool.revenueOf(alice), type(uint96).max / 2, 1e6);
        vm.prank(alice);
        pool.claimRevenue();
    }

    function testFuzz_revenue_isSplitByStake(uint256 a, uint256 b, uint256 price) public {
        _launchWide(ALLOCATION);
        a = _bound(a, 1, 200_000e18);
        b = _bound(b, 1, 250_000e18);
        price = _bound(price, 1, FUNDS);
        _earnAndStake(alice, 4_000, a);
        _earnAndStake(bob, 5_000, b);
        _buy(carol, price);

        uint256 toStakers = (price * (a + b)) / (ALLOCATION + a + b);
        assertEq(pool.makerRevenue(), price - toStakers);
        _assertShare(alice, toStakers, a, a + b);
        _assertShare(bob, toStakers, b, a + b);
        assertLe(pool.revenueOf(alice) + pool.revenueOf(bob), toStakers);
    }

    /// @dev Rounded down, by the index once and by the share once: with 80 bits behind the point at most one wei.
    function _assertShare(address provider, uint256 toStakers, uint256 staked, uint256 total) private view {
        uint256 exact = (toStakers * staked) / total;
        assertLe(pool.revenueOf(provider), exact);
        assertGe(pool.revenueOf(provider) + 1, exact);
    }

    /// @dev A sale against the slow twin, for weights of 1 wei up to all there is and any price.
    function testFuzz_revenue_equalsTheTwinAtAnyWeight(uint256 allocation, uint256 staked, uint256 price) public {
        allocation = _magnitude(allocation, 900_000e18);
        staked = _magnitude(staked, allocation);
        price = _magnitude(price, FUNDS);
        _launchWide(uint96(allocation));
        _earnAndStake(alice, 10_000, staked);
        _shares.set(alice, staked);
        _shares.sell(price, allocation);

        uint256 index = (((price * staked) / (allocation + staked)) << 80) / staked;
        vm.prank(maker);
        pool.setPrice(uint96(price));
        if (index > type(uint136).max) _expectCast(136, index);
        vm.prank(carol);
        pool.buy(carol, 1, price, NEVER);
        if (index > type(uint136).max) return;

        assertEq(pool.makerRevenue(), price - (price * staked) / (allocation + staked));
        assertLe(pool.revenueOf(alice), _shares.shareUp(alice), "more than the exact share");
        assertGe(pool.revenueOf(alice) + 2 + (staked >> 80), _shares.shareUp(alice), "short of more than rounding");
    }

    /// @dev A value of any number of bits, at most `max`.
    function _magnitude(uint256 seed, uint256 max) private pure returns (uint256) {
        return _bound(seed >> (seed % 256), 1, max);
    }

    /// @dev O + s = 2^21: 2^77 wei of revenue would be 2^136 in the index.
    function test_revenue_fillsTheIndexToItsLastBit() public {
        uint96 half = 2 ** 20;
        _launchWide(half);
        _earnAndStake(alice, 10_000, half);
        vm.prank(maker);
        pool.setPrice(2 ** 77);
        _expectCast(136, 2 ** 136);
        vm.prank(carol);
        pool.buy(carol, 1, NEVER, NEVER);

        _buy(carol, 2 ** 77 - 2);
        assertEq(pool.revenueOf(alice), 2 ** 76 - 1);
        vm.expectRevert(stdError.arithmeticError);
        vm.prank(carol);
        pool.buy(carol, 1, NEVER, NEVER);

        vm.prank(alice);
        assertEq(pool.claimRevenue(), 2 ** 76 - 1);
        _unstake(alice, half);
        _buy(carol, 2 ** 77); // nobody to share with
        assertEq(pool.revenueOf(alice), 0);
    }

    function _expectCast(uint8 bits, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, bits, value));
    }

    function test_revenue_isNotSharedWithALateJoiner() public {
        _earnAndStake(alice, 8_000, EARNED);
        Contribution memory c = _earn(bob, 8_000);
        _buy(carol, 10e18);
        _claim(c, EARNED);
        assertEq(pool.revenueOf(bob), 0);
        assertGt(pool.revenueOf(alice), 0);
    }

    function test_revenue_staysWithALeaver() public {
        _earnAndStake(alice, 8_000, EARNED);
        _buy(carol, 10e18);
        uint256 owed = pool.revenueOf(alice);
        _unstake(alice, EARNED);
        _buy(carol, 10e18);
        assertEq(pool.revenueOf(alice), owed, "what unbonds earns nothing");

        vm.expectEmit();
        emit IDataPool.ClaimRevenue(alice, owed);
        vm.prank(alice);
        assertEq(pool.claimRevenue(), owed);
        assertEq(pool.revenueOf(alice), 0);
    }

    /// @dev Each byte of `script` is one deed: 64 of them, by three people.
    function testFuzz_revenue_neverPassesWhatWasPaid(bytes32 script, uint96 price) public {
        _fillPool();
        price = uint96(_bound(price, 0, FUNDS / 64));
        for (uint256 i = 0; i < 32; ++i) {
            address who = _person(uint8(script[i]));
            if (uint8(script[i]) % 4 == 0) _toggleStake(who, uint8(script[i]));
            else _sell(price);
        }
        _checkRevenue();
    }

    function _sell(uint96 price) private {
        _shares.sell(price, pool.ownerStake());
        _buy(maker, price);
    }

    function _checkRevenue() private view {
        uint256 owed = pool.revenueOf(alice) + pool.revenueOf(bob) + pool.revenueOf(carol);
        assertLe(owed + pool.makerRevenue(), _shares.paid, "more revenue than was paid");
        address[3] memory people = [alice, bob, carol];
        for (uint256 i = 0; i < 3; ++i) {
            assertLe(pool.revenueOf(people[i]), _shares.shareUp(people[i]), "more than the exact share");
            assertGe(pool.revenueOf(people[i]) + 2 * 32, _shares.shareUp(people[i]), "a wei per sale and change short");
        }
    }

    /* HISTORY */

    function test_history_countsStakeFromBeforeTheProposalOnly() public {
        _fillPool();
        bytes32 first = _propose(_offer());
        _stake(alice, 1); // in the same block
        bytes32 second = _propose(_offer());
        _unstake(alice, 1 + 10e18);
        bytes32 third = _propose(_offer());

        assertEq(pool.voteWeight(first, alice), 10e18);
        assertEq(pool.voteWeight(second, alice), 10e18 + 1);
        assertEq(pool.voteWeight(third, alice), 0);
        assertEq(pool.voteWeight(first, stranger), 0);
    }

    function test_history_remembersASingleWei() public {
        _fillPool();
        _stake(bob, 1);
        bytes32 id = _propose(_offer());
        _stake(bob, 1);
        assertEq(pool.voteWeight(id, bob), 1);
    }

    function test_history_remembersThatSomebodyWasAway() public {
        _fillPool();
        bytes32 before = _propose(_offer());
        _unstake(alice, 10e18);
        bytes32 meanwhile = _propose(_offer());
        _wait(UNBONDING + 1);
        _withdraw(alice);
        _stake(alice, 10e18);
        bytes32 later = _propose(_offer());

        assertEq(pool.voteWeight(before, alice), 10e18);
        assertEq(pool.voteWeight(meanwhile, alice), 0);
        assertEq(pool.voteWeight(later, alice), 10e18);
    }

    /// @dev Each byte of `script` is one deed. Every proposal of the past is compared after all of them.
    function testFuzz_history_equalsACopyOfEveryStake(bytes32 script) public {
        _fillPool();
        for (uint256 i = 0; i < 32; ++i) {
            uint8 deed = uint8(script[i]);
            if (deed % 3 == 0) _copies.snapshot(_propose(_offer()));
            else _toggleStake(_person(deed), deed);
        }
        for (uint256 i = 0; i < _copies.ids.length; ++i) {
            bytes32 id = _copies.ids[i];
            assertEq(pool.voteWeight(id, alice), _copies.weight(id, alice));
            assertEq(pool.voteWeight(id, bob), _copies.weight(id, bob));
            assertEq(pool.voteWeight(id, carol), _copies.weight(id, carol));
        }
    }

    /// @dev Three providers have earned; Carol's stake alone keeps the owner below 60 %, Alice and Bob come and go.
    function _fillPool() private {
        _launchWide(ALLOCATION);
        _keep(carol, _earn(carol, 7_000), 350_000e18);
        _keep(alice, _earn(alice, 1_000), 10e18);
        _keep(bob, _earn(bob, 1_000), 0);
    }

    function _keep(address provider, Contribution memory c, uint256 amount) private {
        _claim(c, amount);
        _remember(provider);
    }

    function _toggleStake(address provider, uint8 deed) private {
        uint256 staked = _staked(provider);
        if (provider == carol) _stake(carol, _room(carol, deed));
        else if (staked > 0 && deed % 2 == 0) _unstake(provider, deed > 128 ? staked : (staked + 1) / 2);
        else _stake(provider, _room(provider, deed));
        _remember(provider);
    }

    /// @dev A part of what may still be staked; first lets go of what unbonds.
    function _room(address provider, uint8 deed) private returns (uint256) {
        if (pool.accountOf(provider).unbonding > 0) {
            _wait(UNBONDING + 1);
            _withdraw(provider);
        }
        uint256 room = pool.positionOf(provider).room;
        if (room == 0) {
            _unstake(provider, 1);
            _wait(UNBONDING + 1);
            _withdraw(provider);
            return 1;
        }
        return 1 + ((room - 1) * deed) / 256;
    }

    function _remember(address provider) private {
        _copies.set(provider, _staked(provider));
        _shares.set(provider, _staked(provider));
    }

    function _person(uint8 deed) private view returns (address) {
        return
            deed % 5 == 0
                ? carol
                : deed % 5 < 3
                    ? alice
                    : bob;
    }
}
