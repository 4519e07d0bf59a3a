// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {Parameter, ParameterProposal, PriceProposal} from "../../contracts/types/Proposal.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";
import {Reentrant} from "../mocks/Reentrant.sol";
import {TestToken} from "../mocks/TestToken.sol";

/// @notice A pool is called again while it moves tokens (T1, T9): whatever is called, from whatever, it is refused.
contract PoolLocksTest is PoolActions {
    bytes4 private constant LOCKED = ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector;

    TestToken private money;
    Reentrant private intruder;
    Contribution private parent;
    Contribution private update;
    PriceProposal private offer;

    /// @dev Everything is paid in one token with a hook; Alice can be slashed, and has 30 claimed and 350 at stake.
    function setUp() public override {
        _deploySystem();
        money = _useToken();
        intruder = new Reentrant();
        DatasetParams memory p = _params();
        p.pool.rewardInBase = true;
        p.pool.allocation = 500e18;
        p.pool.maxIncentive = 380e18;
        _launch(p);
        parent = _earnAndStake(alice, 10_000, 350e18);
        update = _copyOf(parent, alice, 64);
        update.parent = parent.contentTag;
        _contribute(update, _freshAssessment(10_000, 10_000));
        _buy(carol, 10e18);
        offer = _offer();
        offer.voteBudget = 1e18;
        bytes32 id = _propose(offer);
        _vote(alice, id, true);
        money.setHook(address(intruder));
    }

    function test_everyDoorIsLocked_whileTokensMove() public {
        bytes[] memory doors = _doors();
        for (uint256 i = 0; i < doors.length; ++i) {
            intruder.arm(address(pool), doors[i]);
            _stake(alice, 1);
            assertTrue(intruder.tried());
            assertEq(intruder.answer(), LOCKED);
        }
    }

    function test_everyTransferIsLocked() public {
        PriceProposal memory unwanted = _offer();
        unwanted.voteBudget = 1e18;
        _assertLocked(maker, abi.encodeCall(pool.proposePrice, (unwanted)));
        _assertLocked(alice, abi.encodeCall(pool.stake, (1)));
        _assertLocked(maker, abi.encodeCall(pool.topUp, (1)));
        _assertLocked(carol, abi.encodeCall(pool.buy, (carol, 1, type(uint256).max, NEVER)));
        _assertLocked(carol, abi.encodeCall(pool.accept, (offer)));
        _assertLocked(alice, abi.encodeCall(pool.claimVoteRewards, (_one(keccak256(abi.encode("price", offer))))));
        _assertLocked(alice, abi.encodeCall(pool.claimRevenue, ()));
        _assertLocked(maker, abi.encodeCall(pool.withdrawMakerRevenue, ()));
        _assertLocked(bob, abi.encodeCall(pool.slashDuplicate, (parent.contentTag, update.contentTag)));
        vm.warp(offer.expiry + 1);
        _assertLocked(bob, abi.encodeCall(pool.reclaimVoteBudget, (keccak256(abi.encode("price", unwanted)))));
        _unstake(alice, 1);
        _wait(UNBONDING + 1);
        _assertLocked(alice, abi.encodeCall(pool.withdraw, ()));
        Contribution memory last = _earn(bob, 5_000);
        vm.prank(maker);
        pool.announceClose();
        _wait(3 days);
        _assertLocked(bob, abi.encodeCall(pool.claim, (_one(last.contentTag), 0)));
        _assertLocked(maker, abi.encodeCall(pool.close, ()));
    }

    /// @dev What moves no token needs no lock: it changes what it would at any other time, and keeps its own checks.
    function test_doorsThatMoveNoToken_keepTheirChecks() public {
        bytes32 id = keccak256(abi.encode("price", offer));
        _assertRefused(abi.encodeCall(pool.vote, (id, true)), IDataPool.NoWeight.selector);
        _assertRefused(abi.encodeCall(pool.reject, (offer)), IDataPool.NotBuyer.selector);
        _assertRefused(abi.encodeCall(pool.cancel, (id)), IDataPool.NotMaker.selector);
        _assertRefused(abi.encodeCall(pool.reallocate, (1)), IDataPool.NotMaker.selector);
        _assertRefused(abi.encodeCall(pool.announceClose, ()), IDataPool.NotMaker.selector);
        _assertRefused(abi.encodeCall(pool.setPrice, (1)), IDataPool.NotMaker.selector);
        _assertRefused(abi.encodeCall(pool.setListed, (false)), IDataPool.NotMaker.selector);
        _assertRefused(abi.encodeCall(pool.setParameter, (Parameter.UnitPrice, "")), IDataPool.NotMaker.selector);
        ParameterProposal memory unknown;
        _assertRefused(abi.encodeCall(pool.executeParameter, (unknown)), IDataPool.UnknownProposal.selector);
        _assertRefused(abi.encodeCall(pool.settleReallocation, (id)), IDataPool.UnknownContribution.selector);
    }

    function test_executeParameter_holdsAtOnceWhileTokensMove() public {
        ParameterProposal memory change = _change(Parameter.UnitPrice, abi.encode(uint96(7)));
        _vote(alice, _propose(change), true);
        _assertRefused(abi.encodeCall(pool.executeParameter, (change)), bytes4(0));
        assertEq(pool.unitPrice(), 7);
        vm.expectPartialRevert(IDataPool.ProposalClosed.selector);
        pool.executeParameter(change);
    }

    function test_reject_comesTooLateForAnOfferThatIsBeingPaid() public {
        PriceProposal memory own = _offer();
        own.buyer = address(intruder);
        _vote(alice, _propose(own), true);
        money.mint(own.buyer, own.price);
        vm.prank(own.buyer);
        money.approve(address(pool), own.price);
        intruder.arm(address(pool), abi.encodeCall(pool.reject, (own)));
        vm.prank(own.buyer);
        pool.accept(own);
        assertEq(intruder.answer(), IDataPool.ProposalClosed.selector);
        assertTrue(pool.hasAccess(own.buyer));
    }

    function test_vote_countsNothingThatIsBeingWithdrawn() public {
        Contribution memory c = _earnAndStake(address(intruder), 5_000, 50e18);
        bytes32 id = _propose(_offer());
        _unstake(c.provider, 50e18);
        _wait(UNBONDING + 1);
        intruder.arm(address(pool), abi.encodeCall(pool.vote, (id, true)));
        _withdraw(c.provider);
        assertEq(intruder.answer(), IDataPool.InsufficientStake.selector);
    }

    /// @dev `answer` zero: it goes through.
    function _assertRefused(bytes memory call, bytes4 answer) private {
        intruder.arm(address(pool), call);
        _stake(alice, 1);
        assertTrue(intruder.tried());
        assertEq(intruder.answer(), answer);
    }

    function _assertLocked(address caller, bytes memory call) private {
        intruder.arm(address(pool), abi.encodeCall(pool.withdrawMakerRevenue, ()));
        vm.prank(caller);
        (bool ok, ) = address(pool).call(call);
        assertTrue(ok);
        assertTrue(intruder.tried());
        assertEq(intruder.answer(), LOCKED);
    }

    function _doors() private view returns (bytes[] memory doors) {
        AttesterSignature[] memory none;
        ParameterProposal memory change;
        doors = new bytes[](17);
        doors[0] = abi.encodeCall(pool.topUp, (1));
        doors[1] = abi.encodeCall(pool.close, ());
        doors[2] = abi.encodeCall(
            pool.contribute,
            (update, _freshAssessment(10_000, 10_000), attesters, none, 0, NEVER, "")
        );
        doors[3] = abi.encodeCall(pool.revoke, (update.contentTag));
        doors[4] = abi.encodeCall(pool.claim, (_one(parent.contentTag), 0));
        doors[5] = abi.encodeCall(pool.stake, (1));
        doors[6] = abi.encodeCall(pool.unstake, (1));
        doors[7] = abi.encodeCall(pool.withdraw, ());
        doors[8] = abi.encodeCall(pool.claimRevenue, ());
        doors[9] = abi.encodeCall(pool.slashDuplicate, (parent.contentTag, update.contentTag));
        doors[10] = abi.encodeCall(pool.buy, (carol, 1, type(uint256).max, NEVER));
        doors[11] = abi.encodeCall(pool.withdrawMakerRevenue, ());
        doors[12] = abi.encodeCall(pool.proposePrice, (offer));
        doors[13] = abi.encodeCall(pool.proposeParameter, (change));
        doors[14] = abi.encodeCall(pool.accept, (offer));
        doors[15] = abi.encodeCall(pool.claimVoteRewards, (_one(parent.contentTag)));
        doors[16] = abi.encodeCall(pool.reclaimVoteBudget, (parent.contentTag));
    }
}
