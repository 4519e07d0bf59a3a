// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {AttesterSet} from "../../contracts/types/Attestation.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {ComputeTerms} from "../../contracts/types/ComputeTerms.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {Ballot, Parameter, ParameterProposal, PriceProposal} from "../../contracts/types/Proposal.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

contract ProposalsTest is PoolActions {
    uint256 internal constant ALICE = 100_000e18; // reward-token wei at stake in `_launchVotable`
    uint256 internal constant BOB = 400_000e18; // likewise

    /* PROPOSING */

    function test_propose_revertsIf_notMaker() public {
        PriceProposal memory p = _offer();
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotMaker.selector, alice, maker));
        vm.prank(alice);
        pool.proposePrice(p);

        ParameterProposal memory change = _unitPrice(1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotMaker.selector, alice, maker));
        vm.prank(alice);
        pool.proposeParameter(change);
    }

    function test_propose_revertsIf_proposedBefore() public {
        PriceProposal memory p = _offer();
        bytes32 id = _propose(p);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalExists.selector, id));
        _propose(p);
        vm.prank(maker);
        pool.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalExists.selector, id));
        _propose(p); // nor after it ended
    }

    function test_propose_revertsIf_expiryIsOutOfBounds() public {
        PriceProposal memory p = _offer();
        uint256 earliest = _now() + 1;
        uint256 latest = _now() + 30 days;
        p.expiry = uint32(earliest - 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.BadExpiry.selector, p.expiry, earliest, latest));
        _propose(p);
        p.expiry = uint32(latest + 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.BadExpiry.selector, p.expiry, earliest, latest));
        _propose(p);
        p.expiry = uint32(earliest);
        _propose(p);
        p.expiry = uint32(latest);
        _propose(p);
    }

    function test_proposePrice_revertsIf_closed() public {
        _close();
        PriceProposal memory p = _offer();
        vm.expectRevert(IDataPool.PoolClosed.selector);
        _propose(p);
    }

    function test_proposeParameter_revertsIf_poolHasNoStaking() public {
        DatasetParams memory d = _params();
        d.pool.staking = false;
        _launch(d);
        ParameterProposal memory p = _unitPrice(1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakingMode.selector, true));
        _propose(p);
    }

    function test_propose_isKnownUnderItsHash() public {
        PriceProposal memory p = _offer();
        assertEq(_propose(p), keccak256(abi.encode("price", p)));
        ParameterProposal memory change = _unitPrice(1);
        assertEq(_propose(change), keccak256(abi.encode("parameter", change)));
        assertEq(pool.ballotOf(keccak256(abi.encode("parameter", change))).expiry, change.expiry);
    }

    function test_propose_tellsTheTermsAndTheBallot() public {
        _launchVotable(BOB);
        PriceProposal memory p = _offer();
        p.voteBudget = 5e18;
        Ballot memory ballot = Ballot({needed: uint96(ALICE) + 1, cast: 0, expiry: p.expiry, number: 1, closed: false});
        vm.expectEmit(address(pool));
        emit IDataPool.ProposePrice(keccak256(abi.encode("price", p)), carol, p, ballot);
        _propose(p);

        ParameterProposal memory change = _unitPrice(7);
        ballot.number = 2;
        vm.expectEmit(address(pool));
        emit IDataPool.ProposeParameter(keccak256(abi.encode("parameter", change)), change, ballot);
        _propose(change);
    }

    function test_propose_passesAtOnceAbove60Percent() public {
        // O = 500,000; 333,333.3 would be exactly 60 %: it takes O = 300,000 and 200,000 to hit it
        _launchWide(300_000e18);
        _earnAndStake(alice, 7_000, 200_000e18 - 1);
        assertEq(pool.ballotOf(_propose(_offer())).needed, 0, "POOL-6: above 60 % by two fifths of a wei");
        _stake(alice, 1);
        bytes32 exact = _propose(_offer());
        assertEq(pool.ballotOf(exact).needed, 1, "POOL-6: exactly 60 %");
        assertEq(pool.ballotOf(exact).number, 1, "passed proposals take no snapshot");
    }

    function test_propose_escrowsTheVoteBudget() public {
        PriceProposal memory p = _offer();
        p.voteBudget = 5e18;
        _propose(p);
        assertEq(alita.balanceOf(address(pool)), 5e18, "POOL-1");
    }

    /* VOTING */

    function test_vote_revertsIf_unknown() public {
        vm.expectRevert(abi.encodeWithSelector(IDataPool.UnknownProposal.selector, bytes32("?")));
        _vote(alice, "?", true);
    }

    function test_vote_revertsIf_closed() public {
        _launchVotable(BOB);
        bytes32 id = _propose(_offer());
        vm.prank(maker);
        pool.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalClosed.selector, id));
        _vote(alice, id, true);
    }

    function test_vote_revertsIf_expired() public {
        _launchVotable(BOB);
        PriceProposal memory p = _offer();
        bytes32 id = _propose(p);
        vm.warp(p.expiry);
        _vote(alice, id, true);
        vm.warp(p.expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalExpired.selector, id, p.expiry));
        _vote(bob, id, true);
    }

    function test_vote_revertsIf_noVoteIsNeeded() public {
        _earnAndStake(alice, 8_000, 80e18);
        bytes32 id = _propose(_offer());
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NoVoteNeeded.selector, id));
        _vote(alice, id, true);
        assertEq(pool.voteWeight(id, alice), 0);
        assertEq(pool.voteWeight("?", alice), 0);
    }

    function test_vote_revertsIf_stakeCameLater() public {
        _launchVotable(BOB - 100e18);
        bytes32 id = _propose(_offer());
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NoWeight.selector, stranger));
        _vote(stranger, id, true);

        _stake(bob, 100e18); // in the same block
        vm.expectEmit();
        emit IDataPool.Vote(id, bob, false, BOB - 100e18, pool.ballotOf(id).needed);
        _vote(bob, id, false);
    }

    function test_vote_revertsIf_stakeLeft() public {
        _launchVotable(BOB);
        bytes32 id = _propose(_offer());
        _unstake(alice, 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.InsufficientStake.selector, ALICE - 1, ALICE));
        _vote(alice, id, true);

        _wait(UNBONDING + 1); // back before the end, and now for good
        _withdraw(alice);
        _stake(alice, 1);
        _vote(alice, id, true);
    }

    function test_vote_revertsIf_votedBefore() public {
        _launchVotable(BOB);
        bytes32 id = _propose(_offer());
        _vote(alice, id, true);
        assertTrue(pool.hasVoted(id, alice));
        assertFalse(pool.hasVoted(id, bob));
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IDataPool.AlreadyVoted.selector, id, alice));
            _vote(alice, id, i == 0);
        }
        bytes32 other = _propose(_offer());
        _vote(alice, other, true); // the same stake votes on everything
    }

    function test_vote_doesNotPassAtExactly60Percent() public {
        _launchVotable(BOB); // 500,000 + 100,000 of 1,000,000
        bytes32 id = _propose(_offer());
        _vote(alice, id, true);
        assertEq(pool.ballotOf(id).needed, 1, "POOL-6");
    }

    function test_vote_passesOneWeiAbove60Percent() public {
        _launchVotable(BOB - 1); // 500,000 + 100,000 of a wei less than 1,000,000
        bytes32 id = _propose(_offer());
        assertEq(pool.ballotOf(id).needed, ALICE);
        _vote(alice, id, true);
        assertEq(pool.ballotOf(id).needed, 0, "POOL-6");
    }

    function test_vote_againstDoesNotCount() public {
        _launchVotable(BOB);
        bytes32 id = _propose(_offer());
        uint256 needed = pool.ballotOf(id).needed;
        _vote(bob, id, false);
        assertEq(pool.ballotOf(id).needed, needed);
        assertEq(pool.ballotOf(id).cast, BOB);
    }

    function test_vote_isUnmovedByATopUp() public {
        _launchVotable(BOB - 50e18);
        bytes32 id = _propose(_offer());
        Ballot memory before = pool.ballotOf(id);
        vm.prank(bob);
        token.transfer(maker, 50e18);
        vm.prank(maker);
        pool.topUp(50e18);
        assertEq(pool.ownerStake(), ALLOCATION + 50e18);
        assertEq(pool.ballotOf(id).needed, before.needed);
        assertGt(before.needed, pool.ballotOf(_propose(_offer())).needed, "the next one counts it");
    }

    function testFuzz_vote_passesIffAbove60Percent(uint256 a, uint256 b, bool alicesYes, bool bobsYes) public {
        _launchWide(ALLOCATION);
        a = _bound(a, 1, 200_000e18);
        b = _bound(b, 1, 300_000e18);
        _earnAndStake(alice, 4_000, a);
        _earnAndStake(bob, 6_000, b);
        bytes32 id = _propose(_offer());

        uint256 yes = 0;
        if (pool.ballotOf(id).number > 0) {
            _vote(alice, id, alicesYes);
            _vote(bob, id, bobsYes);
            yes = (alicesYes ? a : 0) + (bobsYes ? b : 0);
        }
        bool above = (ALLOCATION + yes) * 10 > (ALLOCATION + a + b) * 6;
        assertEq(pool.ballotOf(id).needed == 0, above, "POOL-6");
    }

    /* ACCEPTING */

    function test_accept_chargesTheOfferedPrice() public {
        vm.startPrank(maker);
        pool.setPrice(1_000e18);
        pool.setListed(false);
        vm.stopPrank();
        PriceProposal memory p = _offer();
        bytes32 id = _propose(p);
        uint256 before = alita.balanceOf(carol);

        vm.expectEmit();
        emit IDataPool.Accept(id, carol);
        _accept(p);
        assertEq(alita.balanceOf(carol), before - p.price);
        assertEq(pool.licensedUntil(carol), _now() + p.duration);
        assertEq(pool.makerRevenue(), p.price);
    }

    function test_accept_revertsIf_notBuyer() public {
        PriceProposal memory p = _offer();
        _propose(p);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotBuyer.selector, bob, carol));
        vm.prank(bob);
        pool.accept(p);
    }

    function test_accept_revertsIf_anyTermDiffers() public {
        PriceProposal memory p = _offer();
        _propose(p);
        for (uint256 field = 0; field < 6; ++field) {
            PriceProposal memory other = _mutate(p, field);
            vm.expectRevert(
                abi.encodeWithSelector(IDataPool.UnknownProposal.selector, keccak256(abi.encode("price", other)))
            );
            vm.prank(other.buyer);
            pool.accept(other);
        }
    }

    function _mutate(PriceProposal memory p, uint256 field) private view returns (PriceProposal memory m) {
        m = abi.decode(abi.encode(p), (PriceProposal));
        if (field == 0) m.buyer = bob;
        else if (field == 1) m.price -= 1;
        else if (field == 2) m.duration += 1;
        else if (field == 3) m.voteBudget += 1;
        else if (field == 4) m.expiry += 1;
        else m.salt = 0;
    }

    function test_accept_revertsIf_notPassed() public {
        _launchVotable(BOB);
        PriceProposal memory p = _offer();
        bytes32 id = _propose(p);
        _vote(alice, id, true);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalNotPassed.selector, id, 1));
        _accept(p);
        _vote(bob, id, true);
        _accept(p);
    }

    function test_accept_revertsIf_expired() public {
        PriceProposal memory p = _offer();
        PriceProposal memory twin = _offer();
        _propose(p);
        bytes32 id = _propose(twin);
        vm.warp(p.expiry);
        _accept(p);
        vm.warp(p.expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalExpired.selector, id, p.expiry));
        _accept(twin);
    }

    function test_accept_revertsIf_ended() public {
        PriceProposal[3] memory p = [_offer(), _offer(), _offer()];
        _propose(p[0]);
        _propose(p[1]);
        _accept(p[0]);
        vm.prank(carol);
        pool.reject(p[1]);
        bytes32 id = _propose(p[2]);
        vm.prank(maker);
        pool.cancel(id);
        for (uint256 i = 0; i < 3; ++i) {
            id = keccak256(abi.encode("price", p[i]));
            vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalClosed.selector, id));
            _accept(p[i]);
        }
    }

    function test_accept_revertsIf_poolClosed() public {
        PriceProposal memory p = _offer();
        _propose(p);
        _close();
        vm.expectRevert(IDataPool.PoolClosed.selector);
        _accept(p);
    }

    /* REJECTING AND CANCELLING */

    function test_accept_isForNobodyIfTheBuyerIsZero() public {
        PriceProposal memory p = _offer();
        p.buyer = address(0);
        p.voteBudget = 1e18;
        bytes32 id = _propose(p);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotBuyer.selector, maker, address(0)));
        vm.prank(maker);
        pool.accept(p);
        vm.prank(maker);
        pool.cancel(id);
        uint256 before = alita.balanceOf(maker);
        pool.reclaimVoteBudget(id);
        assertEq(alita.balanceOf(maker), before + 1e18);
    }

    function test_accept_ofNoTimeGivesTheSecondItIsIn() public {
        PriceProposal memory p = _offer();
        p.duration = 0;
        _propose(p);
        _accept(p);
        assertEq(pool.makerRevenue(), p.price);
        assertTrue(pool.hasAccess(carol));
        _wait(1);
        assertFalse(pool.hasAccess(carol));
    }

    function test_accept_ofNoTimeShortensNoLicence() public {
        _buy(carol, 1e18);
        uint256 until = pool.licensedUntil(carol);
        PriceProposal memory p = _offer();
        p.duration = 0;
        _propose(p);
        _accept(p);
        assertEq(pool.licensedUntil(carol), until, "POOL-12");
    }

    function test_reject_revertsIf_notBuyer() public {
        PriceProposal memory p = _offer();
        _propose(p);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotBuyer.selector, maker, carol));
        vm.prank(maker);
        pool.reject(p);
    }

    function test_reject_endsTheOffer() public {
        PriceProposal memory p = _offer();
        bytes32 id = _propose(p);
        vm.expectEmit();
        emit IDataPool.Reject(id, carol);
        _reject(p);
        assertTrue(pool.ballotOf(id).closed);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalClosed.selector, id));
        _reject(p);
    }

    function test_reject_revertsIf_expired() public {
        PriceProposal memory p = _offer();
        bytes32 id = _propose(p);
        vm.warp(p.expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalExpired.selector, id, p.expiry));
        _reject(p);
    }

    function test_cancel_revertsIf_notMaker() public {
        bytes32 id = _propose(_offer());
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotMaker.selector, carol, maker));
        vm.prank(carol);
        pool.cancel(id);
    }

    function test_cancel_endsTheProposal() public {
        bytes32 id = _propose(_unitPrice(1));
        vm.expectEmit();
        emit IDataPool.Cancel(id);
        vm.prank(maker);
        pool.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalClosed.selector, id));
        vm.prank(maker);
        pool.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.UnknownProposal.selector, bytes32("?")));
        vm.prank(maker);
        pool.cancel("?");
    }

    /* PARAMETERS */

    function test_executeParameter_revertsIf_notPassed() public {
        _launchVotable(BOB);
        ParameterProposal memory p = _unitPrice(7);
        bytes32 id = _propose(p);
        uint256 needed = pool.ballotOf(id).needed;
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalNotPassed.selector, id, needed));
        pool.executeParameter(p);
        _vote(bob, id, true);
        vm.expectEmit();
        emit IDataPool.SetParameter(p.parameter, id, p.data, _now());
        vm.prank(stranger);
        pool.executeParameter(p);
        assertEq(pool.unitPrice(), 7);
    }

    function test_executeParameter_revertsIf_executedOrExpired() public {
        ParameterProposal memory p = _unitPrice(7);
        ParameterProposal memory late = _unitPrice(8);
        bytes32 id = _propose(p);
        bytes32 lateId = _propose(late);
        pool.executeParameter(p);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalClosed.selector, id));
        pool.executeParameter(p);
        vm.warp(late.expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalExpired.selector, lateId, late.expiry));
        pool.executeParameter(late);
        assertEq(pool.unitPrice(), 7);
    }

    function test_executeParameter_revertsIf_minQualityIsAbove100Percent() public {
        ParameterProposal memory p = _change(Parameter.MinQuality, abi.encode(uint16(10_001)));
        bytes32 id = _propose(p);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.OutOfRange.selector, 10_001, 10_000));
        pool.executeParameter(p);
        assertFalse(pool.ballotOf(id).closed);
        p = _change(Parameter.MinQuality, abi.encode(uint16(10_000)));
        _propose(p);
        pool.executeParameter(p);
        _wait(NOTICE);
        assertEq(pool.minQuality(), 10_000);
    }

    function test_executeParameter_revertsIf_dataDoesNotDecode() public {
        _refuseData(Parameter.UnitPrice, "");
        _refuseData(Parameter.UnitPrice, new bytes(31));
        _refuseData(Parameter.UnitPrice, abi.encode(uint256(type(uint96).max) + 1));
        _refuseData(Parameter.MinQuality, "");
        _refuseData(Parameter.MinQuality, abi.encode(uint256(type(uint16).max) + 1));
        ComputeTerms memory terms = pool.computeTerms();
        assertEq(terms.unitPrice, _poolParams().unitPrice);
        assertEq(pool.minQuality(), _poolParams().minQuality);
    }

    /// @dev The proposal passed and stays open until it expires: it does no more harm than being of no use.
    function _refuseData(Parameter parameter, bytes memory data_) private {
        ParameterProposal memory p = _change(parameter, data_);
        bytes32 id = _propose(p);
        vm.expectRevert(bytes(""));
        pool.executeParameter(p);
        assertFalse(pool.ballotOf(id).closed);
    }

    function test_executeParameter_leavesThePastAlone() public {
        Contribution memory c = _contribute(alice, 6_000);
        ParameterProposal memory quality = _change(Parameter.MinQuality, abi.encode(uint16(9_000)));
        _propose(quality);
        pool.executeParameter(quality);
        AttesterSet memory others = AttesterSet({threshold: 1, attesters: new address[](1)});
        others.attesters[0] = stranger;
        ParameterProposal memory attesters_ = _change(Parameter.Attesters, abi.encode(others));
        _propose(attesters_);
        pool.executeParameter(attesters_);

        _wait(NOTICE);
        assertEq(pool.attesterSet(), registry.hashSet(others));
        assertEq(pool.rewardOf(c.contentTag), 60e18, "POOL-11");
        _wait(WINDOW + 1);
        _claim(c, 60e18);
        assertEq(_staked(alice), 60e18);
    }

    /* VOTE BUDGET */

    function test_claimVoteRewards_revertsIf_live() public {
        (bytes32 id, PriceProposal memory p) = _budgeted(9e18);
        _vote(alice, id, true);
        vm.warp(p.expiry);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalLive.selector, id));
        _claimVotes(alice, id);
        vm.warp(p.expiry + 1);
        _claimVotes(alice, id);
    }

    function test_claimVoteRewards_revertsIf_notVoted() public {
        (bytes32 id, ) = _budgeted(9e18);
        _vote(alice, id, true);
        vm.prank(maker);
        pool.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotVoted.selector, id, bob));
        _claimVotes(bob, id);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.UnknownProposal.selector, bytes32("?")));
        _claimVotes(bob, "?");
    }

    function test_claimVoteRewards_revertsIf_passedWithoutVote() public {
        PriceProposal memory p = _offer();
        p.voteBudget = 1e18;
        bytes32 id = _propose(p);
        _accept(p);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotVoted.selector, id, alice));
        _claimVotes(alice, id);
    }

    function test_claimVoteRewards_paysOnce() public {
        (bytes32 id, PriceProposal memory p) = _budgeted(9e18);
        _vote(alice, id, true);
        _vote(bob, id, true);
        _accept(p);
        vm.expectEmit();
        emit IDataPool.ClaimVoteReward(id, alice, 9e18 / 5);
        _claimVotes(alice, id);
        vm.expectRevert(IDataPool.NothingToClaim.selector);
        _claimVotes(alice, id);

        bytes32[] memory twice = new bytes32[](2);
        (twice[0], twice[1]) = (id, id);
        uint256 before = alita.balanceOf(bob);
        vm.prank(bob);
        pool.claimVoteRewards(twice);
        assertEq(alita.balanceOf(bob), before + (9e18 * 4) / 5);
    }

    function testFuzz_claimVoteRewards_sharesByWeightYesAndNo(
        uint256 a,
        uint256 b,
        uint96 budget,
        bool alicesYes,
        bool bobsYes
    ) public {
        _launchWide(ALLOCATION);
        a = _bound(a, 1, 100_000e18);
        b = _bound(b, 350_000e18, 400_000e18);
        budget = uint96(_bound(budget, 1, alita.balanceOf(maker)));
        _earnAndStake(alice, 2_000, a);
        _earnAndStake(bob, 8_000, b);
        PriceProposal memory p = _offer();
        p.voteBudget = budget;
        bytes32 id = _propose(p);
        _vote(alice, id, alicesYes);
        _vote(bob, id, bobsYes);
        vm.warp(p.expiry + 1);

        uint256 alices = (budget * a) / (a + b);
        uint256 bobs = (budget * b) / (a + b);
        if (alices == 0) vm.expectRevert(IDataPool.NothingToClaim.selector);
        _claimVotes(alice, id);
        if (bobs > 0) _claimVotes(bob, id);
        assertEq(alita.balanceOf(address(pool)), budget - alices - bobs, "POOL-1");
    }

    function test_reclaimVoteBudget_goesBackWithoutVotes() public {
        (bytes32 id, PriceProposal memory p) = _budgeted(9e18);
        vm.warp(p.expiry);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.ProposalLive.selector, id));
        pool.reclaimVoteBudget(id);
        vm.warp(p.expiry + 1);
        uint256 before = alita.balanceOf(maker);
        vm.expectEmit();
        emit IDataPool.ReclaimVoteBudget(id, maker, 9e18);
        vm.prank(stranger);
        pool.reclaimVoteBudget(id);
        assertEq(alita.balanceOf(maker), before + 9e18);
        vm.expectRevert(IDataPool.NothingToClaim.selector);
        pool.reclaimVoteBudget(id);
    }

    function test_reclaimVoteBudget_revertsIf_anybodyVoted() public {
        (bytes32 id, ) = _budgeted(9e18);
        _vote(alice, id, false);
        vm.prank(maker);
        pool.cancel(id);
        vm.expectRevert(IDataPool.NothingToClaim.selector);
        pool.reclaimVoteBudget(id);
        _claimVotes(alice, id);
    }

    /* CASTS */

    /// @dev O = 500,000; Alice stakes 100,000, Bob `bobs`.
    function _launchVotable(uint256 bobs) private {
        _launchWide(ALLOCATION);
        _earnAndStake(alice, 2_000, ALICE);
        _earnAndStake(bob, 8_000, bobs);
    }

    function _budgeted(uint96 budget) private returns (bytes32 id, PriceProposal memory p) {
        _launchVotable(BOB);
        p = _offer();
        p.voteBudget = budget;
        id = _propose(p);
    }

    function _unitPrice(uint96 price) private returns (ParameterProposal memory) {
        return _change(Parameter.UnitPrice, abi.encode(price));
    }

    function _accept(PriceProposal memory p) private {
        vm.prank(carol);
        pool.accept(p);
    }

    function _reject(PriceProposal memory p) private {
        vm.prank(carol);
        pool.reject(p);
    }

    function _claimVotes(address voter, bytes32 id) private {
        vm.prank(voter);
        pool.claimVoteRewards(_one(id));
    }

    function _close() private {
        vm.startPrank(maker);
        pool.announceClose();
        _wait(3 days);
        pool.close();
        vm.stopPrank();
    }
}
