// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {PriceProposal} from "../../contracts/types/Proposal.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

/// @notice T17: votes that nobody should have.
contract T17BallotsTest is PoolActions {
    /// @dev Alice and bob have 400 each of 1,000 allocated: the maker needs 80 of their 800.
    function setUp() public override {
        super.setUp();
        _launchWide(1_000e18);
        _earnAndStake(alice, 4_000, 400e18);
        _earnAndStake(bob, 4_000, 300e18);
    }

    /// @dev All in one block: what bob stakes after a proposal votes in the next one only, what unbonds in none.
    function test_T17_onlyStakeFromBeforeTheProposalVotes() public {
        bytes32 first = _propose(_offer());
        vm.prank(bob);
        token.approve(address(pool), type(uint256).max);
        _stake(bob, 100e18);
        bytes32 second = _propose(_offer());
        _unstake(bob, 100e18);
        bytes32 third = _propose(_offer());
        assertEq(pool.voteWeight(first, bob), 300e18);
        assertEq(pool.voteWeight(second, bob), 400e18);
        assertEq(pool.voteWeight(third, bob), 300e18);

        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.InsufficientStake.selector, 300e18, 400e18));
        pool.vote(second, true);
    }

    /// @dev Stake is bounded by what was earned here, so a loan of any size votes with nothing.
    function test_T17_borrowedTokensCannotBeStaked() public {
        vm.prank(carol);
        uint256 bought = pair.swapExactIn(address(alita), 100_000e18, 0, carol, NEVER);
        assertGt(bought, 1_000e18, "more than all stake there is");
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakeAboveEarned.selector, bought, 0));
        pool.stake(bought);
    }

    /// @dev Having voted, alice cannot pass her tokens on for a second vote.
    function test_T17_votedStakeCannotMoveToAnotherVoter() public {
        PriceProposal memory p = _offer();
        bytes32 id = _propose(p);
        _vote(alice, id, true);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakeLocked.selector, p.expiry));
        pool.unstake(1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.AlreadyVoted.selector, id, alice));
        pool.vote(id, true);
    }

    /// @dev A thousand proposals cost a voter or a staker nothing: nothing is walked through.
    function test_T17_proposalSpamBurdensNobody() public {
        uint256 before = _gasOfUnstaking();
        for (uint256 i = 0; i < 300; ++i) _propose(_offer());
        assertLt(_gasOfUnstaking(), before + 60_000, "a checkpoint and its lookup, not a walk");
        bytes32 last = _propose(_offer());
        _vote(alice, last, true);
        assertTrue(pool.hasVoted(last, alice));
    }

    function _gasOfUnstaking() private returns (uint256) {
        uint256 before = gasleft();
        _unstake(bob, 1e18);
        return before - gasleft();
    }

    /// @dev An offer made at one price is accepted at that price, once, by its buyer, whatever the list price became.
    function test_T17_anOfferOutlivesThePriceButNotItsUse() public {
        PriceProposal memory p = _offer();
        _vote(alice, _propose(p), true);
        vm.prank(maker);
        pool.setPrice(type(uint96).max);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotBuyer.selector, bob, carol));
        pool.accept(p);

        uint256 before = alita.balanceOf(carol);
        vm.prank(carol);
        pool.accept(p);
        assertEq(alita.balanceOf(carol), before - p.price);
        bytes32 id = pool.priceProposalId(p);
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalClosed.selector, id));
        pool.accept(p);
    }
}
