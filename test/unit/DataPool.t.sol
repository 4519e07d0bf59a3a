// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {stdError} from "forge-std/StdError.sol";
import {Alita} from "../../contracts/Alita.sol";
import {DataPool} from "../../contracts/DataPool.sol";
import {IAttesterRegistry} from "../../contracts/interfaces/IAttesterRegistry.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {ExactTransfer} from "../../contracts/libraries/ExactTransfer.sol";
import {AttesterSet, AttesterSignature} from "../../contracts/types/Attestation.sol";
import {ComputeTerms} from "../../contracts/types/ComputeTerms.sol";
import {Assessment, Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {Parameter} from "../../contracts/types/Proposal.sol";
import {System} from "../fixtures/System.sol";
import {Reentrant} from "../mocks/Reentrant.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {Deploy} from "../utils/Deploy.sol";

contract DataPoolTest is System {
    TestToken private coin; // ALITA, where a test wants it to misbehave

    function setUp() public override {
        _deploySystem();
        coin = new TestToken("ALITA");
        alita = Alita(address(coin));
        address[4] memory people = [maker, alice, bob, carol];
        for (uint256 i = 0; i < people.length; ++i) coin.mint(people[i], FUNDS);
        factory = _newFactory(address(coin));
        _launch(_inAlita());
    }

    /* SHARED */

    function _inAlita() private returns (DatasetParams memory p) {
        p = _params();
        p.pool.rewardInBase = true;
    }

    function _withoutStaking() private returns (DatasetParams memory p) {
        p = _inAlita();
        p.pool.staking = false;
    }

    function _refuseTopUp(address caller, uint256 amount, bytes memory reason) private {
        uint96 owner = pool.ownerStake();
        vm.prank(caller);
        vm.expectRevert(reason);
        pool.topUp(amount);
        assertEq(pool.ownerStake(), owner, "nothing changed");
    }

    function _topUp(uint256 amount) private {
        vm.prank(maker);
        pool.topUp(amount);
    }

    function _refuseClose(address caller, bytes memory reason) private {
        vm.prank(caller);
        vm.expectRevert(reason);
        pool.close();
    }

    function _close() private {
        vm.startPrank(maker);
        pool.announceClose();
        _skip(NOTICE);
        pool.close();
        vm.stopPrank();
    }

    function _set(Parameter parameter, bytes memory data) private {
        vm.prank(maker);
        pool.setParameter(parameter, data);
    }

    /* TOPPING UP */

    function test_topUp_raisesEscrowAndWeight() public {
        vm.expectEmit(address(pool));
        emit IDataPool.TopUp(7e18, ALLOCATION + 7e18);
        _topUp(7e18);
        assertEq(pool.escrow(), ALLOCATION + 7e18);
        assertEq(pool.ownerStake(), ALLOCATION + 7e18);
        assertEq(coin.balanceOf(address(pool)), ALLOCATION + 7e18, "POOL-1");
    }

    function test_topUp_takesTheDataToken_whereRewardsAreInIt() public {
        _launch(_params());
        vm.prank(maker);
        pair.swapExactIn(address(alita), 1e18, 0, maker, NEVER);
        _topUp(1e18);
        assertEq(token.balanceOf(address(pool)), ALLOCATION + 1e18);
        assertEq(pool.rewardToken(), address(token));
    }

    function test_topUp_revertsIf_callerIsNotTheMaker() public {
        _refuseTopUp(alice, 1, abi.encodeWithSelector(IDataPool.NotMaker.selector, alice, maker));
    }

    function test_topUp_revertsIf_amountIsZero() public {
        _refuseTopUp(maker, 0, abi.encodeWithSelector(IDataPool.ZeroAmount.selector));
    }

    function test_topUp_revertsIf_closingWasAnnounced() public {
        vm.prank(maker);
        pool.announceClose();
        uint256 closingAt = _now() + NOTICE;
        bytes memory reason = abi.encodeWithSelector(IDataPool.CloseAnnounced.selector, closingAt);
        _refuseTopUp(maker, 1, reason);
        vm.warp(closingAt);
        vm.prank(maker);
        pool.close();
        _refuseTopUp(maker, 1, reason);
    }

    function test_topUp_passesUpTo96Bits() public {
        uint256 room = type(uint96).max - ALLOCATION;
        coin.mint(maker, room);
        bytes4 tooMuch = SafeCast.SafeCastOverflowedUintDowncast.selector;
        _refuseTopUp(maker, room + 1, abi.encodeWithSelector(tooMuch, 96, 2 ** 96));
        _refuseTopUp(maker, 2 ** 96, abi.encodeWithSelector(tooMuch, 96, 2 ** 96 + uint256(ALLOCATION)));
        _refuseTopUp(maker, NEVER, stdError.arithmeticError);
        _topUp(room);
        assertEq(pool.ownerStake(), type(uint96).max);
        _refuseTopUp(maker, 1, abi.encodeWithSelector(tooMuch, 96, 2 ** 96));
        assertEq(_contribute(_contribution(alice), _assessment(10_000)), MAX_INCENTIVE, "still in use");
    }

    function test_topUp_revertsIf_tokenKeepsAFee() public {
        coin.setFee(100);
        bytes4 inexact = ExactTransfer.InexactTransfer.selector;
        _refuseTopUp(maker, 1e18, abi.encodeWithSelector(inexact, coin, 0.99e18, 1e18));
    }

    function test_topUp_revertsIf_makerHasTooLittle() public {
        uint256 have = coin.balanceOf(maker);
        bytes4 short = IERC20Errors.ERC20InsufficientBalance.selector;
        _refuseTopUp(maker, have + 1, abi.encodeWithSelector(short, maker, have, have + 1));
    }

    /* CLOSING */

    function test_announceClose_startsTheNotice() public {
        vm.expectEmit(address(pool));
        emit IDataPool.AnnounceClose(uint40(_now() + NOTICE));
        vm.prank(maker);
        pool.announceClose();
        assertTrue(pool.listed(), "sales go on");
    }

    function test_announceClose_revertsIf_itIsNotDue() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotMaker.selector, bob, maker));
        pool.announceClose();

        uint256 closingAt = _now() + NOTICE;
        vm.startPrank(maker);
        pool.announceClose();
        vm.warp(closingAt + 1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.CloseAnnounced.selector, closingAt));
        pool.announceClose();
    }

    function test_close_waitsForTheNoticeToEnd() public {
        _refuseClose(maker, abi.encodeWithSelector(IDataPool.CloseNotDue.selector, 0));
        vm.prank(maker);
        pool.announceClose();
        uint256 closingAt = _now() + NOTICE;
        vm.warp(closingAt - 1);
        _refuseClose(maker, abi.encodeWithSelector(IDataPool.CloseNotDue.selector, closingAt));
        vm.warp(closingAt);
        _refuseClose(alice, abi.encodeWithSelector(IDataPool.NotMaker.selector, alice, maker));
        vm.prank(maker);
        pool.close();
    }

    function test_close_refundsWhatIsNeitherEarnedNorPending() public {
        Contribution memory earned = _contribute(alice, 10_000);
        _skip(NOTICE - 1);
        vm.prank(maker);
        pool.announceClose();
        _skip(NOTICE - 1);
        Contribution memory pending = _contribute(bob, 8_000);
        _skip(1);
        uint256 before = coin.balanceOf(maker);
        vm.expectEmit(address(pool));
        emit IDataPool.Close(ALLOCATION - 180e18, 180e18);
        vm.prank(maker);
        pool.close();

        assertEq(coin.balanceOf(maker) - before, ALLOCATION - 180e18, "POOL-8");
        assertEq(pool.ownerStake(), 180e18, "POOL-4: allocated - refunded");
        _claim(earned, MAX_INCENTIVE);
        _passWindow();
        _claim(pending, 0);
        assertEq(coin.balanceOf(bob), FUNDS + 80e18, "POOL-8");
        assertLe(pool.totalStaked(), pool.ownerStake(), "POOL-4");
        assertEq(coin.balanceOf(address(pool)), MAX_INCENTIVE, "POOL-1: the stake");
    }

    function test_close_endsSalesAndJobs() public {
        _close();
        assertFalse(pool.listed());
        assertFalse(pool.computeTerms().open);
        vm.expectRevert(IDataPool.PoolClosed.selector);
        vm.prank(maker);
        pool.setListed(true);
    }

    function test_close_refundsWhatReturnsLater() public {
        vm.prank(maker);
        pool.announceClose();
        _skip(NOTICE - 1);
        Contribution memory c = _contribute(alice, 10_000);
        _skip(1);
        vm.prank(maker);
        pool.close();
        assertEq(pool.escrow(), 0);

        vm.prank(alice);
        pool.revoke(c.contentTag);
        uint256 before = coin.balanceOf(maker);
        vm.startPrank(maker);
        pool.close();
        pool.close();
        assertEq(coin.balanceOf(maker) - before, MAX_INCENTIVE, "once");
        assertEq(pool.ownerStake(), 0);
        assertEq(coin.balanceOf(address(pool)), 0);
    }

    /* PARAMETERS */

    function test_setParameter_revertsIf_thereIsStaking() public {
        vm.prank(maker);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.StakingMode.selector, false));
        pool.setParameter(Parameter.MinQuality, abi.encode(uint16(1)));
    }

    function test_setParameter_revertsIf_callerIsNotTheMaker() public {
        _launch(_withoutStaking());
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotMaker.selector, stranger, maker));
        pool.setParameter(Parameter.MinQuality, abi.encode(uint16(1)));
    }

    function test_setParameter_changesMinQualityForTheFuture() public {
        _launch(_withoutStaking());
        Contribution memory before = _contribute(alice, 5_000);
        vm.prank(maker);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.OutOfRange.selector, 10_001, 10_000));
        pool.setParameter(Parameter.MinQuality, abi.encode(uint16(10_001)));
        _set(Parameter.MinQuality, abi.encode(uint16(10_000)));
        _skip(NOTICE);
        assertEq(pool.minQuality(), 10_000);
        _contribute(bob, 10_000);
        assertEq(pool.rewardOf(before.contentTag), 50e18, "POOL-11");
        _set(Parameter.MinQuality, abi.encode(uint16(0)));
        _skip(NOTICE);
        assertEq(pool.minQuality(), 0, "zero is a value, not the terms of creation");
    }

    function test_setParameter_changesTheUnitPrice() public {
        _launch(_withoutStaking());
        _set(Parameter.UnitPrice, abi.encode(type(uint96).max));
        assertEq(pool.unitPrice(), type(uint96).max);
        _set(Parameter.UnitPrice, abi.encode(uint96(0)));
        assertEq(pool.computeTerms().unitPrice, 0);
        assertEq(pool.minQuality(), 5_000, "the other terms stay");
        _set(Parameter.UnitPrice, abi.encode(uint96(0.001e18)));
        assertEq(pool.computeTerms().unitPrice, 0.001e18, "as at creation again");
    }

    function test_setParameter_changesTheAttesters() public {
        _launch(_withoutStaking());
        AttesterSet memory old = attesters;
        attesters.threshold = 3;
        AttesterSet memory next = attesters;
        _set(Parameter.Attesters, abi.encode(next));
        _skip(NOTICE);
        bytes32 hash = registry.hashSet(next);
        assertEq(pool.attesterSet(), hash);
        assertEq(pool.computeTerms().attesterSet, hash);
        assertEq(_contribute(_contribution(alice), _assessment(10_000)), MAX_INCENTIVE);

        Contribution memory c = _contribution(bob);
        Assessment memory a = _assessment(10_000);
        AttesterSignature[] memory signatures = _attest(c, a);
        bytes32 given = registry.hashSet(old);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.UnknownAttesterSet.selector, hash, given));
        pool.contribute(c, a, old, signatures, 0, NEVER, "");
    }

    function test_setParameter_revertsIf_valueDoesNotDecode() public {
        _launch(_withoutStaking());
        vm.startPrank(maker);
        vm.expectRevert(bytes(""));
        pool.setParameter(Parameter.MinQuality, hex"01");
        vm.expectRevert(bytes(""));
        pool.setParameter(Parameter.MinQuality, abi.encode(uint256(65_536)));
        vm.expectRevert(bytes(""));
        pool.setParameter(Parameter.UnitPrice, abi.encode(uint256(2 ** 96)));
        (bool ok, ) = address(pool).call(abi.encodeWithSelector(IDataPool.setParameter.selector, 3, 64, 0));
        assertFalse(ok, "there is no fourth parameter");
    }

    /* VIEWS */

    function test_computeTerms_tellTheTermsOfToday() public {
        DatasetParams memory p = _withoutStaking();
        p.pool.arbiter = address(0xA4B);
        _launch(p);
        _contribute(alice, 10_000);
        ComputeTerms memory expected = ComputeTerms({
            token: address(token),
            pair: address(pair),
            open: true,
            cohort: 1,
            minCohort: p.pool.minCohort,
            burnBps: p.pool.burnBps,
            unitPrice: p.pool.unitPrice,
            epsilonPerJob: p.pool.epsilonPerJob,
            epsilonPerPeriod: p.pool.epsilonPerPeriod,
            privacyPeriod: p.pool.privacyPeriod,
            attesterSet: p.pool.attesterSet,
            arbiter: address(0xA4B)
        });
        assertEq(abi.encode(pool.computeTerms()), abi.encode(expected));
    }

    function test_views_tellTheFixedTerms() public view {
        assertEq(pool.token(), address(token));
        assertEq(pool.pair(), address(pair));
        assertEq(pool.maker(), maker);
        assertEq(pool.rewardToken(), address(coin));
        assertEq(pool.price(), 10e18);
    }

    /* HOSTILE TOKENS */

    function test_reentrancy_isRefusedByEveryEntryThatMovesTokens() public {
        bytes[] memory entries = new bytes[](8);
        bytes32[] memory none = new bytes32[](0);
        entries[0] = abi.encodeCall(IDataPool.topUp, (1));
        entries[1] = abi.encodeCall(IDataPool.close, ());
        entries[2] = abi.encodeCall(IDataPool.claim, (none, 0));
        entries[3] = abi.encodeCall(IDataPool.revoke, (bytes32(0)));
        entries[4] = abi.encodeCall(IDataPool.stake, (1));
        entries[5] = abi.encodeCall(IDataPool.withdraw, ());
        entries[6] = abi.encodeCall(IDataPool.buy, (alice, 1, NEVER, NEVER));
        entries[7] = abi.encodeCall(IDataPool.slashDuplicate, (bytes32(0), bytes32(0)));
        for (uint256 i = 0; i < entries.length; ++i) {
            Reentrant inner = new Reentrant();
            inner.arm(address(pool), entries[i]);
            coin.setHook(address(inner));
            _topUp(1);
            assertTrue(inner.tried());
            assertEq(inner.answer(), ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector, "T9");
        }
    }

    function test_blockedAccounts_keepNobodyElseFromLeaving() public {
        Contribution memory first = _contribute(alice, 10_000);
        Contribution memory second = _contribute(bob, 10_000);
        vm.prank(maker);
        pool.announceClose();
        _passWindow();
        coin.setBlocked(maker, true);
        coin.setBlocked(alice, true);
        _refuseClose(maker, abi.encodeWithSelector(TestToken.Blocked.selector, maker));
        _claim(second, 0);
        assertEq(coin.balanceOf(bob), FUNDS + MAX_INCENTIVE, "T1");

        coin.setBlocked(alice, false);
        _claim(first, 0);
        assertEq(coin.balanceOf(alice), FUNDS + MAX_INCENTIVE, "nothing is lost while blocked");
    }

    function test_blockedAccounts_mayDoWhatMovesNothing() public {
        Contribution memory c = _contribute(alice, 10_000);
        _passWindow();
        coin.setBlocked(alice, true);
        _claim(c, MAX_INCENTIVE);
        assertEq(pool.positionOf(alice).staked, MAX_INCENTIVE, "all of it stays in the pool");

        vm.prank(maker);
        pool.setPrice(0);
        vm.prank(alice);
        pool.buy(alice, 1, 0, NEVER);
        assertTrue(pool.hasAccess(alice), "for nothing");
    }

    /* THE IMPLEMENTATION */

    function test_implementation_doesNothingForAnybody() public {
        DataPool code = Deploy.dataPool(address(coin), address(registry));
        address nobody = code.maker();
        assertEq(nobody.code.length, 0, "T5: a piece of code, not an account");
        assertEq(code.totalStaked(), 0);

        vm.startPrank(maker);
        bytes memory notMaker = abi.encodeWithSelector(IDataPool.NotMaker.selector, maker, nobody);
        vm.expectRevert(notMaker);
        code.topUp(1);
        vm.expectRevert(notMaker);
        code.announceClose();
        vm.expectRevert(notMaker);
        code.close();
        vm.expectRevert(notMaker);
        code.setParameter(Parameter.MinQuality, abi.encode(uint16(1)));
        vm.expectRevert(notMaker);
        code.reallocate(1);
        vm.stopPrank();
        _refuseOnImplementation(code);
    }

    /// @dev No set of attesters hashes to a piece of code.
    function _refuseOnImplementation(DataPool code) private {
        Contribution memory c = _contribution(alice);
        Assessment memory a = _assessment(10_000);
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.prank(alice);
        (bool ok, ) = address(code).call(
            abi.encodeCall(IDataPool.contribute, (c, a, attesters, signatures, 0, NEVER, ""))
        );
        assertFalse(ok);
        vm.prank(alice);
        (ok, ) = address(code).call(abi.encodeCall(IDataPool.stake, (1)));
        assertFalse(ok);
    }
}
