// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {ComputeBilling} from "../../contracts/ComputeBilling.sol";
import {IArbitrable} from "../../contracts/interfaces/IArbitrable.sol";
import {IArbitrator} from "../../contracts/interfaces/IArbitrator.sol";
import {IAttesterRegistry} from "../../contracts/interfaces/IAttesterRegistry.sol";
import {IComputeBilling} from "../../contracts/interfaces/IComputeBilling.sol";
import {ExactTransfer} from "../../contracts/libraries/ExactTransfer.sol";
import {SelfPermit} from "../../contracts/libraries/SelfPermit.sol";
import {SumTree} from "../../contracts/libraries/SumTree.sol";
import {AttesterSet, AttesterSignature} from "../../contracts/types/Attestation.sol";
import {ComputeTerms} from "../../contracts/types/ComputeTerms.sol";
import {ContributionKind, ContributionRecord} from "../../contracts/types/Contribution.sol";
import {
    ClaimRequest,
    Job,
    JobPhase,
    JobRequest,
    JobRuling,
    JobStatus,
    PayTerms,
    Payout,
    Settlement
} from "../../contracts/types/Job.sol";
import {BillingWorld} from "../mocks/BillingWorld.sol";
import {CloneFactory} from "../mocks/CloneFactory.sol";
import {MockArbitrator} from "../mocks/MockArbitrator.sol";
import {MockPair} from "../mocks/MockPair.sol";
import {MockPool} from "../mocks/MockPool.sol";
import {MockWallet} from "../mocks/MockWallet.sol";
import {Reentrant} from "../mocks/Reentrant.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {PayoutTree} from "../reference/PayoutTree.sol";
import {Deploy} from "../utils/Deploy.sol";

contract ComputeBillingTest is BillingWorld, StdAssertions {
    uint8 private permitV; // of the permit signed last
    bytes32 private permitR;
    bytes32 private permitS;

    function setUp() public {
        _setUpWorld();
    }

    /* OPEN JOB */

    function test_openJob_escrowsBothLegs() public {
        Job memory job = _jobOf(_request(), DATA_PRICE);
        vm.expectEmit();
        emit IComputeBilling.OpenJob(_id(job), consumer, address(pool), job, BASE_ESCROW, 0.5e18);
        _open();
        assertEq(uint8(billing.statusOf(_id(job)).phase), uint8(JobPhase.Open));
        assertEq(alita.balanceOf(address(billing)), BASE_ESCROW);
        assertEq(data.balanceOf(address(billing)), DATA_ESCROW);
        assertEq(billing.jobIdOf(job), _id(job));
    }

    function test_openJob_revertsIf_poolIsNoContract() public {
        JobRequest memory request = _request();
        request.pool = address(0xBAD);
        _expectOpenReverts(request, abi.encodeWithSelector(IComputeBilling.UnknownPool.selector, address(0xBAD)));
    }

    function test_openJob_revertsIf_poolIsPretender() public {
        MockPool fake = new MockPool();
        fake.setTerms(_terms());
        JobRequest memory request = _request();
        request.pool = address(fake);
        _expectOpenReverts(request, abi.encodeWithSelector(IComputeBilling.UnknownPool.selector, address(fake)));
    }

    /// @dev The same code with the same arguments, but not of the factory.
    function test_openJob_revertsIf_poolIsSelfMade() public {
        CloneFactory own = new CloneFactory();
        MockPool fake = MockPool(own.make(poolImplementation, abi.encode(address(data))));
        assertEq(address(fake).code, address(pool).code);
        fake.setTerms(_terms());
        JobRequest memory request = _request();
        request.pool = address(fake);
        _expectOpenReverts(request, abi.encodeWithSelector(IComputeBilling.UnknownPool.selector, address(fake)));
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.UnknownPool.selector, address(fake)));
        billing.quote(address(fake), 1, 0);
    }

    function test_openJob_revertsIf_poolIsClosed() public {
        ComputeTerms memory terms = _terms();
        terms.open = false;
        pool.setTerms(terms);
        _expectOpenReverts(_request(), abi.encodeWithSelector(IComputeBilling.PoolNotOpen.selector, address(pool)));
    }

    function test_openJob_revertsIf_noCoordinator() public {
        JobRequest memory request = _request();
        request.coordinator = address(0);
        _expectOpenReverts(request, abi.encodeWithSelector(IComputeBilling.NoCoordinator.selector));
    }

    function test_openJob_revertsIf_noUnits() public {
        JobRequest memory request = _request();
        request.maxUnits = 0;
        _expectOpenReverts(
            request,
            abi.encodeWithSelector(IComputeBilling.UnitsOutOfRange.selector, 0, type(uint56).max)
        );
    }

    function test_openJob_revertsIf_unitsDoNotFit() public {
        _setUnitPrice(0);
        JobRequest memory request = _request();
        request.maxUnits = uint64(type(uint56).max) + 1;
        _expectOpenReverts(
            request,
            abi.encodeWithSelector(IComputeBilling.UnitsOutOfRange.selector, request.maxUnits, type(uint56).max)
        );
        request.maxUnits = type(uint56).max;
        _openWith(request);
    }

    function test_openJob_revertsIf_deadlineIsNow() public {
        JobRequest memory request = _request();
        request.deadline = uint40(block.timestamp);
        _expectOpenReverts(request, _deadlineError(request.deadline));
        request.deadline += 1;
        _openWith(request);
    }

    function test_openJob_revertsIf_deadlineIsTooFar() public {
        JobRequest memory request = _request();
        request.deadline = uint40(block.timestamp + 30 days + 1);
        _expectOpenReverts(request, _deadlineError(request.deadline));
        request.deadline -= 1;
        _openWith(request);
    }

    function test_openJob_revertsIf_cohortIsBelowPolicy() public {
        JobRequest memory request = _request();
        request.minCohort = 1;
        _expectOpenReverts(request, abi.encodeWithSelector(IComputeBilling.CohortBelowPolicy.selector, 1, 2));
    }

    function test_openJob_revertsIf_poolIsSmallerThanCohort() public {
        JobRequest memory request = _request();
        request.minCohort = 4;
        _expectOpenReverts(request, abi.encodeWithSelector(IComputeBilling.CohortTooSmall.selector, 3, 4));
        request.minCohort = 3;
        _openWith(request);
    }

    function test_openJob_revertsIf_oneWeiAboveMaxBase_BILL2() public {
        JobRequest memory request = _request();
        request.maxBase = BASE_ESCROW - 1;
        _expectOpenReverts(
            request,
            abi.encodeWithSelector(IComputeBilling.BaseAboveMax.selector, BASE_ESCROW, BASE_ESCROW - 1)
        );
    }

    function test_openJob_revertsIf_oneWeiAboveMaxData_BILL2_T25() public {
        JobRequest memory request = _request();
        request.maxData = DATA_ESCROW - 1;
        _expectOpenReverts(
            request,
            abi.encodeWithSelector(IComputeBilling.DataAboveMax.selector, DATA_ESCROW, DATA_ESCROW - 1)
        );
    }

    function test_openJob_revertsIf_priceIsZero_T25() public {
        pair.setPrice(0);
        _expectOpenReverts(_request(), abi.encodeWithSelector(IComputeBilling.PriceIsZero.selector, address(pair)));
    }

    function test_openJob_revertsIf_priceIsTiny_T25() public {
        pair.setPrice(1);
        JobRequest memory request = _request();
        request.maxData = type(uint256).max;
        _expectOpenReverts(
            request,
            abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 96, uint256(UNIT_PRICE) << 128)
        );
    }

    function test_openJob_takesOneWeiAUnitAtHugePrice_T25() public {
        pair.setPrice(type(uint256).max);
        JobRequest memory request = _request();
        Job memory job = _jobOf(request, 1);
        _openWith(request);
        assertEq(uint8(billing.statusOf(_id(job)).phase), uint8(JobPhase.Open));
        assertEq(data.balanceOf(address(billing)), MAX_UNITS, "T25: never nothing for something");
    }

    /// @dev The smallest escrow that there is.
    function test_openJob_takesTheOnlyWei_T25() public {
        _setUnitPrice(1);
        JobRequest memory request = _salted(1, 0.5e18);
        (request.maxUnits, request.coordinatorFee) = (1, 0);
        _openWith(request);
        assertEq(data.balanceOf(address(billing)), 1);
        assertEq(alita.balanceOf(address(billing)), 1);

        (uint256 baseAmount, uint256 dataAmount, uint256 alone) = billing.quote(address(pool), 1, 0);
        assertEq(baseAmount, 1);
        assertEq(dataAmount, 1);
        request.salt = bytes32(uint256(2));
        request.maxBase = alone;
        _openWithBase(request);
        assertEq(data.balanceOf(address(billing)), 2);
        assertEq(alita.balanceOf(address(billing)), 2);
        assertEq(alita.balanceOf(consumer), 1_000e18 - 1 - alone, "BILL-2");
    }

    function test_openJob_isFreeIfWorkIsFree_T25() public {
        _setUnitPrice(0);
        pair.setPrice(0); // not even asked
        JobRequest memory request = _request();
        request.coordinatorFee = 0;
        request.maxBase = 0;
        request.maxData = 0;
        Job memory job = _jobOf(request, 0);
        _openWith(request);
        _settleConsented(job);
        _claim(job, 0);
        billing.refund(job);
        assertEq(alita.balanceOf(consumer), 1_000e18);
    }

    function test_openJob_revertsIf_openedTwiceInABlock() public {
        Job memory job = _open();
        _expectOpenReverts(_request(), abi.encodeWithSelector(IComputeBilling.JobExists.selector, _id(job)));
        JobRequest memory request = _request();
        request.salt = keccak256("other");
        _openWith(request);
    }

    function test_openJob_revertsIf_endedJobIsOpenedAgainInABlock() public {
        Job memory job = _open();
        _settleConsented(job);
        billing.refund(job);
        _expectOpenReverts(_request(), abi.encodeWithSelector(IComputeBilling.JobExists.selector, _id(job)));
    }

    function test_openJob_revertsIf_baseKeepsFee_T1() public {
        alita.setFee(1);
        _expectOpenReverts(
            _request(),
            abi.encodeWithSelector(
                ExactTransfer.InexactTransfer.selector,
                address(alita),
                BASE_ESCROW - BASE_ESCROW / 1e4,
                BASE_ESCROW
            )
        );
    }

    function test_openJob_revertsIf_allowanceIsMissing() public {
        vm.prank(consumer);
        alita.approve(address(billing), BASE_ESCROW - 1);
        _expectOpenReverts(
            _request(),
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(billing),
                BASE_ESCROW - 1,
                BASE_ESCROW
            )
        );
    }

    function test_openJob_takesPermits() public {
        bytes[] memory calls = _permitsAndOpen();
        vm.prank(consumer);
        billing.multicall(calls);
        assertEq(data.balanceOf(address(billing)), DATA_ESCROW);
    }

    function test_openJob_survivesPermitOfAFrontRunner_T3() public {
        bytes[] memory calls = _permitsAndOpen();
        vm.prank(address(0xBAD));
        alita.permit(consumer, address(billing), BASE_ESCROW, block.timestamp, permitV, permitR, permitS);
        vm.prank(consumer);
        billing.multicall(calls);
        assertEq(data.balanceOf(address(billing)), DATA_ESCROW);
    }

    function test_openJob_revertsIf_permitIsTooSmall() public {
        bytes[] memory calls = _permitsAndOpen();
        calls[0] = _permit(alita, BASE_ESCROW - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(billing),
                BASE_ESCROW - 1,
                BASE_ESCROW
            )
        );
        vm.prank(consumer);
        billing.multicall(calls);
    }

    function test_selfPermit_revertsIf_signatureIsAnothers() public {
        bytes[] memory calls = _permitsAndOpen();
        vm.expectRevert(
            abi.encodeWithSelector(
                SelfPermit.PermitAllowance.selector,
                address(alita),
                coordinator,
                uint256(0),
                BASE_ESCROW
            )
        );
        vm.prank(coordinator);
        billing.multicall(calls);
    }

    /* PRIVACY */

    function test_openJob_revertsIf_epsilonIsZeroUnderAPolicy_BILL6() public {
        JobRequest memory request = _request();
        request.epsilon = 0;
        _expectOpenReverts(request, abi.encodeWithSelector(IComputeBilling.EpsilonOutOfRange.selector, 0, 1e18));
    }

    function test_openJob_revertsIf_epsilonIsAboveTheJobLimit_BILL6() public {
        JobRequest memory request = _request();
        request.epsilon = 1e18 + 1;
        _expectOpenReverts(request, abi.encodeWithSelector(IComputeBilling.EpsilonOutOfRange.selector, 1e18 + 1, 1e18));
    }

    function test_openJob_needsNoEpsilonWithoutAPolicy() public {
        ComputeTerms memory terms = _terms();
        (terms.epsilonPerJob, terms.epsilonPerPeriod) = (0, 0);
        pool.setTerms(terms);
        JobRequest memory request = _request();
        _expectOpenReverts(request, abi.encodeWithSelector(IComputeBilling.EpsilonOutOfRange.selector, 0.5e18, 0));
        request.epsilon = 0;
        Job memory job = _jobOf(request, DATA_PRICE);
        vm.expectEmit();
        emit IComputeBilling.OpenJob(_id(job), consumer, address(pool), job, BASE_ESCROW, 0);
        _openWith(request);
        assertEq(billing.privacyOf(address(pool)).periodStart, 0);
    }

    function test_openJob_spendsTheBudgetOfThePeriod_BILL6() public {
        uint256 start = block.timestamp;
        for (uint256 i = 0; i < 3; ++i) _openWith(_salted(i, 1e18));
        assertEq(billing.privacyOf(address(pool)).spent, 3e18);
        _expectOpenReverts(_salted(3, 1), abi.encodeWithSelector(IComputeBilling.PrivacyBudgetExceeded.selector, 1, 0));
        vm.warp(start + 1 days - 1);
        _expectOpenReverts(_salted(4, 1), abi.encodeWithSelector(IComputeBilling.PrivacyBudgetExceeded.selector, 1, 0));
        vm.warp(start + 1 days);
        _openWith(_salted(5, 0.25e18));
        assertEq(billing.privacyOf(address(pool)).spent, 0.25e18);
        assertEq(billing.privacyOf(address(pool)).periodStart, start + 1 days);
    }

    /// @dev T22: opening and letting jobs lapse costs the budget of one period, not more; and it never comes back.
    function test_refund_returnsNoPrivacy_BILL6_T22() public {
        Job memory job = _open();
        vm.warp(job.deadline + 1);
        billing.refund(job);
        assertEq(billing.privacyOf(address(pool)).spent, 0.5e18);
    }

    /* OPEN WITH BASE ALONE */

    function test_openJobWithBase_buysTheDataInside() public {
        (uint256 baseAmount, uint256 dataAmount, uint256 alone) = billing.quote(address(pool), MAX_UNITS, FEE);
        assertEq(baseAmount, BASE_ESCROW);
        assertEq(dataAmount, DATA_ESCROW);
        JobRequest memory request = _request();
        request.maxBase = alone;
        request.maxData = 0;
        Job memory job = _jobOf(request, DATA_PRICE);
        vm.expectEmit();
        emit IComputeBilling.OpenJob(_id(job), consumer, address(pool), job, alone, 0.5e18);
        _openWithBase(request);
        assertEq(alita.balanceOf(consumer), 1_000e18 - alone, "BILL-2");
        assertEq(data.balanceOf(consumer), 1_000e18);
        assertEq(data.balanceOf(address(billing)), DATA_ESCROW);
        assertEq(alita.balanceOf(address(billing)), BASE_ESCROW);
    }

    function test_openJobWithBase_worksOnBothSidesOfThePair() public {
        for (uint256 i = 0; i < 16; ++i) {
            _renewData(); // another address each time, so that both orders occur
            JobRequest memory request = _salted(i, 0.1e18);
            request.maxBase = 1_000e18;
            _openWithBase(request);
            assertEq(data.balanceOf(address(billing)), DATA_ESCROW);
            assertEq(alita.balanceOf(address(billing)), (i + 1) * BASE_ESCROW, "asks the pair for nothing else");
        }
    }

    function test_openJobWithBase_revertsIf_oneWeiAboveMaxBase_BILL2() public {
        (, , uint256 alone) = billing.quote(address(pool), MAX_UNITS, FEE);
        JobRequest memory request = _request();
        request.maxBase = alone - 1;
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.BaseAboveMax.selector, alone, alone - 1));
        _openWithBase(request);
    }

    function test_openJobWithBase_revertsIf_pairHasTooLittle() public {
        uint256 have = DATA_ESCROW - 1;
        uint256 surplus = data.balanceOf(address(pair)) - have;
        vm.prank(address(pair));
        data.transfer(address(1), surplus);
        vm.expectRevert(abi.encodeWithSelector(MockPair.NotEnough.selector, have, DATA_ESCROW));
        _openWithBase(_request());
        (, , uint256 alone) = billing.quote(address(pool), MAX_UNITS, FEE);
        assertEq(alone, type(uint256).max);
    }

    function test_openings_takeTheLargestFee() public {
        _fund(consumer, 2 * uint256(type(uint96).max));
        uint256 before = alita.balanceOf(consumer);
        JobRequest memory request = _request();
        (request.coordinatorFee, request.maxBase) = (type(uint96).max, type(uint256).max);
        (uint256 escrow, , uint256 alone) = billing.quote(address(pool), MAX_UNITS, type(uint96).max);
        assertEq(escrow, BASE_ESCROW - FEE + type(uint96).max);
        Job memory first = _jobOf(request, DATA_PRICE);
        _openWith(request);
        request.salt = "second";
        Job memory second = _jobOf(request, DATA_PRICE);
        _openWithBase(request);
        assertEq(alita.balanceOf(consumer), before - escrow - alone);

        _settleConsented(first);
        billing.claimFee(first);
        assertEq(alita.balanceOf(coordinator), type(uint96).max);
        vm.warp(second.deadline + 1);
        before = alita.balanceOf(consumer);
        billing.refund(second);
        assertEq(alita.balanceOf(consumer), before + escrow);
    }

    function test_openJobWithBase_takesNothingForFreeWork() public {
        _setUnitPrice(0);
        JobRequest memory request = _request();
        request.maxBase = FEE;
        _openWithBase(request);
        assertEq(alita.balanceOf(consumer), 1_000e18 - FEE);
        (uint256 baseAmount, uint256 dataAmount, uint256 alone) = billing.quote(address(pool), MAX_UNITS, FEE);
        assertEq(baseAmount, FEE);
        assertEq(dataAmount, 0);
        assertEq(alone, FEE);
    }

    /* SETTLE */

    function test_settle_waitsForTheWindow() public {
        Job memory job = _open();
        Settlement memory s = _settlement();
        vm.expectEmit();
        emit IComputeBilling.Settle(_id(job), 600, s.resultDigest, s.payoutRoot, block.timestamp + 1 days, false);
        _settle(job);
        JobStatus memory status = billing.statusOf(_id(job));
        assertEq(uint8(status.phase), uint8(JobPhase.Settled));
        assertEq(status.units, 600);
        assertEq(status.until, block.timestamp + 1 days);
        assertEq(billing.payoutRootOf(_id(job)), s.payoutRoot);
    }

    function test_settle_isFinalAtOnceWithConsent() public {
        Job memory job = _open();
        Settlement memory s = _settlement();
        bytes memory consent = sign(CONSUMER_KEY, billing.consentDigest(_id(job), s));
        vm.expectEmit();
        emit IComputeBilling.Settle(_id(job), 600, s.resultDigest, s.payoutRoot, block.timestamp, true);
        vm.prank(coordinator);
        billing.settle(job, s, consent);
        _claim(job, 0);
    }

    function test_settle_acceptsConsentOfAContract() public {
        MockWallet wallet = new MockWallet();
        consumer = address(wallet);
        _fund(consumer, 1_000e18);
        Job memory job = _open();
        Settlement memory s = _settlement();
        vm.prank(coordinator);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.BadConsent.selector, consumer));
        billing.settle(job, s, "yes");
        wallet.approve(billing.consentDigest(_id(job), s), true);
        vm.prank(coordinator);
        billing.settle(job, s, "yes");
        assertEq(billing.statusOf(_id(job)).until, block.timestamp);
    }

    function test_settle_revertsIf_jobIsUnknown() public {
        Job memory job = _jobOf(_request(), DATA_PRICE);
        Settlement memory s = _settlement();
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.UnknownJob.selector, _id(job)));
        vm.prank(coordinator);
        billing.settle(job, s, "");
    }

    /// @dev T2: a job brought along with any bit changed is no job.
    function testFuzz_settle_revertsIf_jobIsAltered_T2(uint8 word, uint8 bit) public {
        Job memory job = _open();
        bytes memory text = abi.encode(job);
        uint256 place = 32 * uint256(word % 17) + 31 - (bit / 8);
        text[place] = bytes1(uint8(text[place]) ^ uint8(1 << (bit % 8)));
        bytes memory call_ = bytes.concat(
            billing.settle.selector,
            text,
            abi.encode(uint64(0), bytes32(0), bytes32(0), uint256(21 * 32), uint256(0))
        );
        vm.prank(coordinator);
        (bool ok, bytes memory reason) = address(billing).call(call_);
        assertFalse(ok);
        assertEq(bytes4(reason), IComputeBilling.UnknownJob.selector);
    }

    function test_settle_revertsIf_callerIsNotCoordinator() public {
        Job memory job = _open();
        Settlement memory s = _settlement();
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.NotCoordinator.selector, consumer, coordinator));
        vm.prank(consumer);
        billing.settle(job, s, "");
    }

    function test_settle_revertsIf_oneSecondLate_T21() public {
        Job memory job = _open();
        Job memory late = _open2();
        vm.warp(job.deadline);
        _settle(job);
        vm.warp(job.deadline + 1);
        Settlement memory s = _settlement();
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.TooLate.selector, job.deadline, job.deadline + 1));
        vm.prank(coordinator);
        billing.settle(late, s, "");
    }

    function test_settle_revertsIf_settledBefore_T21() public {
        Job memory job = _open();
        _settle(job);
        _expectSettleReverts(job, _settlement(), _phaseError(job, JobPhase.Settled, JobPhase.Open));
    }

    function test_settle_revertsIf_refundedBefore_T24() public {
        Job memory job = _open();
        vm.warp(job.deadline + 1);
        billing.refund(job);
        _expectSettleReverts(job, _settlement(), _phaseError(job, JobPhase.Refunded, JobPhase.Open));
    }

    function test_settle_revertsIf_unitsExceedTheJob_T21() public {
        Job memory job = _open();
        Settlement memory s = _settlement();
        s.units = MAX_UNITS + 1;
        _expectSettleReverts(
            job,
            s,
            abi.encodeWithSelector(IComputeBilling.UnitsAboveMax.selector, MAX_UNITS + 1, MAX_UNITS)
        );
        s.units = MAX_UNITS;
        vm.prank(coordinator);
        billing.settle(job, s, "");
    }

    function test_settle_revertsIf_rootIsZero_T21() public {
        Job memory job = _open();
        _expectSettleReverts(
            job,
            Settlement(1, 0, 0),
            abi.encodeWithSelector(IComputeBilling.RootMismatch.selector, 1, bytes32(0))
        );
        _expectSettleReverts(
            job,
            Settlement(0, 0, bytes32(uint256(1))),
            abi.encodeWithSelector(IComputeBilling.RootMismatch.selector, 0, bytes32(uint256(1)))
        );
    }

    function test_settle_allowsNothingUsed() public {
        Job memory job = _open();
        _settleWith(job, Settlement(0, keccak256("none"), 0));
        billing.claimFee(job);
        billing.refund(job);
        assertEq(alita.balanceOf(consumer), 1_000e18 - FEE);
        assertEq(data.balanceOf(consumer), 1_000e18);
        _skip(180 days);
        billing.refund(job);
        _assertEmpty();
    }

    /// @dev T2, T21: the consent names job, units, digest and root; chain and contract are in its domain.
    function testFuzz_settle_revertsIf_consentIsForAnotherResult_T21(uint8 field) public {
        Job memory job = _open();
        Settlement memory s = _settlement();
        Settlement memory other = _settlement();
        bytes32 id = _id(job);
        ComputeBilling elsewhere = billing;
        field = field % 6;
        if (field == 0) other.units -= 1;
        else if (field == 1) other.resultDigest = 0;
        else if (field == 2) other.payoutRoot = 0;
        else if (field == 3) id = 0;
        else if (field == 4) elsewhere = _newBilling();
        else vm.chainId(block.chainid + 1);
        bytes memory consent = sign(CONSUMER_KEY, elsewhere.consentDigest(id, other));
        if (field == 5) vm.chainId(block.chainid - 1);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.BadConsent.selector, consumer));
        vm.prank(coordinator);
        billing.settle(job, s, consent);
    }

    function test_settle_revertsIf_consentIsAnothers_T21() public {
        Job memory job = _open();
        Settlement memory s = _settlement();
        bytes memory consent = sign(0xBAD, billing.consentDigest(_id(job), s));
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.BadConsent.selector, consumer));
        vm.prank(coordinator);
        billing.settle(job, s, consent);
    }

    /* DISPUTE */

    function test_dispute_inTheBlockOfTheSettlement_T21() public {
        Job memory job = _open();
        _settle(job);
        vm.expectEmit();
        emit IComputeBilling.Dispute(_id(job), block.timestamp + 7 days, address(0), 0);
        _dispute(job);
        assertEq(uint8(billing.statusOf(_id(job)).phase), uint8(JobPhase.Disputed));
    }

    function test_dispute_endsWhereClaimsBegin() public {
        Job memory job = _open();
        Job memory other = _open2();
        _settle(job);
        _settle(other);
        uint256 finalAt = block.timestamp + 1 days;
        vm.warp(finalAt - 1);
        _expectClaimReverts(other, 0, abi.encodeWithSelector(IComputeBilling.TooEarly.selector, finalAt, finalAt - 1));
        _dispute(job);
        vm.warp(finalAt);
        _expectDisputeReverts(other, abi.encodeWithSelector(IComputeBilling.TooLate.selector, finalAt, finalAt));
        _claim(other, 0);
    }

    function test_dispute_revertsIf_callerIsNotConsumer() public {
        Job memory job = _open();
        _settle(job);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.NotConsumer.selector, coordinator, consumer));
        vm.prank(coordinator);
        billing.dispute(job);
    }

    function test_dispute_revertsIf_consented_T22() public {
        Job memory job = _open();
        _settleConsented(job);
        _expectDisputeReverts(
            job,
            abi.encodeWithSelector(IComputeBilling.TooLate.selector, block.timestamp, block.timestamp)
        );
    }

    function test_dispute_revertsIf_notSettledOrDisputed() public {
        Job memory job = _open();
        _expectDisputeReverts(job, _phaseError(job, JobPhase.Open, JobPhase.Settled));
        _settle(job);
        _dispute(job);
        _expectDisputeReverts(job, _phaseError(job, JobPhase.Disputed, JobPhase.Settled));
    }

    function test_dispute_revertsIf_upheldBefore_T22() public {
        Job memory job = _disputed();
        _resolve(job, _ruling(job, 600, _settlement().payoutRoot));
        _expectDisputeReverts(
            job,
            abi.encodeWithSelector(IComputeBilling.TooLate.selector, block.timestamp, block.timestamp)
        );
    }

    function test_dispute_revertsIf_etherComesAlong() public {
        Job memory job = _open();
        _settle(job);
        vm.deal(consumer, 1);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.WrongArbitrationCost.selector, 1, 0));
        vm.prank(consumer);
        billing.dispute{value: 1}(job);
    }

    /* RESOLVE */

    function test_resolve_refundsAllOnRootZero() public {
        Job memory job = _disputed();
        vm.expectEmit();
        emit IComputeBilling.Resolve(_id(job), JobPhase.Void, 0, 0);
        _resolve(job, _ruling(job, 0, 0));
        _expectClaimReverts(job, 0, _phaseError(job, JobPhase.Void, JobPhase.Settled));
        billing.refund(job);
        _assertConsumerWhole();
    }

    function test_resolve_upholds() public {
        Job memory job = _disputed();
        vm.expectEmit();
        emit IComputeBilling.Resolve(_id(job), JobPhase.Settled, 600, _settlement().payoutRoot);
        _resolve(job, _ruling(job, 600, _settlement().payoutRoot));
        billing.claimFee(job);
        _claim(job, 0);
        assertEq(alita.balanceOf(coordinator), FEE);
    }

    function test_resolve_overrules() public {
        Job memory job = _disputed();
        Payout[] memory leaves = new Payout[](1);
        leaves[0] = _payout(0, 500);
        bytes32 root = PayoutTree.root(leaves);
        vm.expectEmit();
        emit IComputeBilling.Resolve(_id(job), JobPhase.Overruled, 500, root);
        _resolve(job, _ruling(job, 500, root));
        assertEq(billing.payoutRootOf(_id(job)), root);
        vm.expectRevert(_phaseError(job, JobPhase.Overruled, JobPhase.Settled));
        billing.claimFee(job);
        billing.claim(_termsOf(job), leaves[0], "");
        billing.refund(job);
        assertEq(alita.balanceOf(providers[0]), 5e18);
        assertEq(alita.balanceOf(consumer), 1_000e18 - 5e18, "the fee comes back");
        assertEq(data.balanceOf(providers[0]), 2.25e18);
        _assertEmpty();
    }

    /// @dev The same root with other units, or the same units under another root, is not what the coordinator said.
    function test_resolve_paysNoFeeUnlessBothAgree() public {
        Job memory job = _disputed();
        _resolve(job, _ruling(job, 599, _settlement().payoutRoot));
        assertEq(uint8(billing.statusOf(_id(job)).phase), uint8(JobPhase.Overruled));
    }

    function test_resolve_paysNoFeeUnderAnotherRoot() public {
        Job memory job = _disputed();
        _resolve(job, _ruling(job, 600, keccak256("root")));
        assertEq(uint8(billing.statusOf(_id(job)).phase), uint8(JobPhase.Overruled));
    }

    function test_resolve_revertsIf_notDisputed() public {
        Job memory job = _open();
        _settle(job);
        _expectResolveReverts(job, _ruling(job, 0, 0), 2, _phaseError(job, JobPhase.Settled, JobPhase.Disputed));
    }

    function test_resolve_revertsIf_ruledBefore() public {
        Job memory job = _disputed();
        _resolve(job, _ruling(job, 0, 0));
        _expectResolveReverts(job, _ruling(job, 0, 0), 2, _phaseError(job, JobPhase.Void, JobPhase.Disputed));
    }

    function test_resolve_revertsIf_rulingIsForeign_T2() public {
        Job memory job = _disputed();
        JobRuling memory ruling = _ruling(job, 0, 0);
        ruling.jobId = keccak256("other");
        _expectResolveReverts(
            job,
            ruling,
            2,
            abi.encodeWithSelector(IComputeBilling.ForeignRuling.selector, ruling.jobId, _id(job))
        );
    }

    function test_resolve_revertsIf_rulingExpired() public {
        Job memory job = _disputed();
        JobRuling memory ruling = _ruling(job, 0, 0);
        vm.warp(ruling.deadline + 1);
        _expectResolveReverts(
            job,
            ruling,
            2,
            abi.encodeWithSelector(IComputeBilling.TooLate.selector, ruling.deadline, ruling.deadline + 1)
        );
        vm.warp(ruling.deadline);
        _resolve(job, ruling);
    }

    function test_resolve_endsWhereTheRefundBegins() public {
        Job memory job = _disputed();
        uint256 due = block.timestamp + 7 days;
        vm.warp(due - 1);
        vm.expectRevert(_phaseError(job, JobPhase.Disputed, JobPhase.Settled));
        billing.refund(job);
        vm.warp(due);
        JobRuling memory ruling = _ruling(job, 600, _settlement().payoutRoot);
        _expectResolveReverts(job, ruling, 2, abi.encodeWithSelector(IComputeBilling.TooLate.selector, due, due));
        billing.refund(job);
        _assertConsumerWhole();
    }

    function test_resolve_revertsIf_unsound_T21() public {
        Job memory job = _disputed();
        _expectResolveReverts(
            job,
            _ruling(job, MAX_UNITS + 1, keccak256("root")),
            2,
            abi.encodeWithSelector(IComputeBilling.UnitsAboveMax.selector, MAX_UNITS + 1, MAX_UNITS)
        );
        _expectResolveReverts(
            job,
            _ruling(job, 1, 0),
            2,
            abi.encodeWithSelector(IComputeBilling.RootMismatch.selector, 1, bytes32(0))
        );
    }

    function test_resolve_revertsIf_oneSignatureIsMissing() public {
        Job memory job = _disputed();
        _expectResolveReverts(
            job,
            _ruling(job, 0, 0),
            1,
            abi.encodeWithSelector(IAttesterRegistry.TooFewSignatures.selector, 1, 2)
        );
    }

    function test_resolve_revertsIf_setIsNotTheJobs() public {
        Job memory job = _disputed();
        JobRuling memory ruling = _ruling(job, 0, 0);
        AttesterSet memory set = attesterSet(1);
        AttesterSignature[] memory list = signatures(billing.rulingDigest(ruling), 1);
        vm.expectRevert(
            abi.encodeWithSelector(IAttesterRegistry.UnknownAttesterSet.selector, hashOf(attesterSet(2)), hashOf(set))
        );
        billing.resolve(job, ruling, set, list);
    }

    /// @dev T2: each field of a ruling is signed.
    function testFuzz_resolve_revertsIf_rulingIsAltered_T2(uint8 field) public {
        Job memory job = _disputed();
        JobRuling memory ruling = _ruling(job, 600, _settlement().payoutRoot);
        AttesterSignature[] memory list = signatures(billing.rulingDigest(ruling), 2);
        field = field % 3;
        if (field == 0) ruling.units -= 1;
        else if (field == 1) ruling.payoutRoot = keccak256("other");
        else ruling.deadline += 1;
        AttesterSet memory set = attesterSet(2);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attester(0)));
        billing.resolve(job, ruling, set, list);
    }

    /* ARBITER */

    function test_dispute_goesToTheArbiter() public {
        (Job memory job, MockArbitrator arbiter) = _settledUnderArbiter();
        vm.expectEmit();
        emit IComputeBilling.Dispute(_id(job), block.timestamp + 60 days, address(arbiter), 1);
        vm.prank(consumer);
        billing.dispute{value: 0.1 ether}(job);
        assertEq(arbiter.choices(), 2);
        assertEq(arbiter.extraData(), abi.encode(_id(job)));
        assertEq(address(arbiter).balance, 0.1 ether);
    }

    function test_dispute_revertsIf_costIsNotExact() public {
        (Job memory job, ) = _settledUnderArbiter();
        for (uint256 i = 0; i < 2; ++i) {
            uint256 sent = 0.1 ether - 1 + 2 * i;
            vm.expectRevert(abi.encodeWithSelector(IComputeBilling.WrongArbitrationCost.selector, sent, 0.1 ether));
            vm.prank(consumer);
            billing.dispute{value: sent}(job);
        }
    }

    function test_dispute_revertsIf_arbiterRepeatsANumber() public {
        (Job memory job, MockArbitrator arbiter) = _settledUnderArbiter();
        Job memory other = _open2();
        _settle(other);
        vm.prank(consumer);
        billing.dispute{value: 0.1 ether}(job);
        arbiter.setNextDispute(1);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.DuplicateDispute.selector, address(arbiter), 1));
        vm.prank(consumer);
        billing.dispute{value: 0.1 ether}(other);
    }

    function test_dispute_revertsIf_arbiterRulesFromWithin() public {
        (Job memory job, MockArbitrator arbiter) = _settledUnderArbiter();
        arbiter.setRulesAtOnce(true);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.UnknownDispute.selector, address(arbiter), 1));
        vm.prank(consumer);
        billing.dispute{value: 0.1 ether}(job);
    }

    function test_rule_oneUpholds() public {
        (Job memory job, MockArbitrator arbiter) = _disputedUnderArbiter();
        vm.expectEmit();
        emit IArbitrable.Ruling(IArbitrator(address(arbiter)), 1, 1);
        vm.expectEmit();
        emit IComputeBilling.Resolve(_id(job), JobPhase.Settled, 600, _settlement().payoutRoot);
        arbiter.rule(billing, 1, 1);
        _claim(job, 0);
        billing.claimFee(job);
    }

    function testFuzz_rule_anythingElseRefunds(uint256 ruling) public {
        if (ruling == 1) ruling = 0;
        (Job memory job, MockArbitrator arbiter) = _disputedUnderArbiter();
        vm.expectEmit();
        emit IArbitrable.Ruling(IArbitrator(address(arbiter)), 1, ruling);
        vm.expectEmit();
        emit IComputeBilling.Resolve(_id(job), JobPhase.Void, 0, 0);
        arbiter.rule(billing, 1, ruling);
        billing.refund(job);
        _assertConsumerWhole();
    }

    function test_rule_revertsIf_callerIsNotTheArbiter() public {
        _disputedUnderArbiter();
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.UnknownDispute.selector, consumer, 1));
        vm.prank(consumer);
        billing.rule(1, 1);
    }

    function test_rule_revertsIf_disputeIsUnknown() public {
        (, MockArbitrator arbiter) = _disputedUnderArbiter();
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.UnknownDispute.selector, address(arbiter), 2));
        arbiter.rule(billing, 2, 1);
    }

    function test_rule_revertsIf_ruledBefore() public {
        (Job memory job, MockArbitrator arbiter) = _disputedUnderArbiter();
        arbiter.rule(billing, 1, 2);
        vm.expectRevert(_phaseError(job, JobPhase.Void, JobPhase.Disputed));
        arbiter.rule(billing, 1, 1);
    }

    function test_rule_passesInTheLastSecond() public {
        (Job memory job, MockArbitrator arbiter) = _disputedUnderArbiter();
        vm.warp(block.timestamp + 60 days - 1);
        arbiter.rule(billing, 1, 1);
        billing.claimFee(job);
    }

    function test_rule_revertsIf_tooLate() public {
        (Job memory job, MockArbitrator arbiter) = _disputedUnderArbiter();
        uint256 due = block.timestamp + 60 days;
        vm.warp(due - 1);
        vm.expectRevert(_phaseError(job, JobPhase.Disputed, JobPhase.Settled));
        billing.refund(job);
        vm.warp(due);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.TooLate.selector, due, due));
        arbiter.rule(billing, 1, 1);
        billing.refund(job);
        _assertConsumerWhole();
    }

    function test_resolve_revertsIf_anArbiterRules() public {
        (Job memory job, MockArbitrator arbiter) = _disputedUnderArbiter();
        _expectResolveReverts(
            job,
            _ruling(job, 0, 0),
            2,
            abi.encodeWithSelector(IComputeBilling.NotTheJudge.selector, address(arbiter))
        );
    }

    /* CLAIM */

    function test_claim_paysBothLegsWhoeverCalls() public {
        Job memory job = _final();
        Payout memory leaf = _payouts()[1];
        bytes memory proof = _proof(1);
        vm.expectEmit();
        emit IComputeBilling.Claim(_id(job), providers[1], _tag(1), 1, 200, 2e18, 0.9e18);
        vm.prank(address(0xA11));
        billing.claim(_termsOf(job), leaf, proof);
        assertEq(alita.balanceOf(providers[1]), 2e18);
        assertEq(data.balanceOf(providers[1]), 0.9e18);
        JobStatus memory status = billing.statusOf(_id(job));
        assertEq(status.takenUnits, 200);
        assertTrue(billing.isClaimed(_id(job), 1));
        assertFalse(billing.isClaimed(_id(job), 0));
        assertFalse(billing.isClaimed(_id(job), 257));
    }

    function test_claim_revertsIf_claimedBefore_T23_BILL5() public {
        Job memory job = _final();
        _claim(job, 0);
        _expectClaimReverts(job, 0, abi.encodeWithSelector(IComputeBilling.AlreadyClaimed.selector, _id(job), 0));
    }

    /// @dev The first 88 leaves are marked in the status, later ones in words of 256.
    function test_claim_marksEveryLeafOnceWhereverItStands_BILL5() public {
        Job memory job = _open();
        Payout[] memory leaves = new Payout[](300);
        for (uint32 i = 0; i < 300; ++i) leaves[i] = Payout(i, providers[i % 3], _tag(i % 3), 2);
        _settleWith(job, Settlement(600, 0, PayoutTree.root(leaves)));
        uint16[8] memory picked = [0, 1, 87, 88, 89, 255, 256, 299];
        for (uint256 i = 0; i < picked.length; ++i) {
            Payout memory leaf = leaves[picked[i]];
            bytes memory proof = PayoutTree.proof(leaves, leaf.index);
            billing.claim(_termsOf(job), leaf, proof);
            vm.expectRevert(abi.encodeWithSelector(IComputeBilling.AlreadyClaimed.selector, _id(job), leaf.index));
            billing.claim(_termsOf(job), leaf, proof);
        }
        uint256 next = 0;
        for (uint256 i = 0; i < 300; ++i) {
            bool isPicked = next < picked.length && picked[next] == i;
            assertEq(billing.isClaimed(_id(job), i), isPicked);
            if (isPicked) ++next;
        }
        assertEq(billing.statusOf(_id(job)).takenUnits, 16);
    }

    /// @dev T2: terms with any bit changed are of no job.
    function testFuzz_claim_revertsIf_termsAreAltered_T2(uint8 word, uint8 bit) public {
        Job memory job = _final();
        bytes memory call_ = abi.encodeCall(billing.claim, (_termsOf(job), _payouts()[0], _proof(0)));
        uint256 place = 4 + 32 * uint256(word % 6) + 31 - (bit / 8);
        call_[place] = bytes1(uint8(call_[place]) ^ uint8(1 << (bit % 8)));
        (bool ok, bytes memory reason) = address(billing).call(call_);
        assertFalse(ok);
        assertEq(bytes4(reason), IComputeBilling.UnknownJob.selector);
    }

    function test_claim_revertsIf_openOrDisputedOrVoid() public {
        Job memory job = _open();
        _expectClaimReverts(job, 0, _phaseError(job, JobPhase.Open, JobPhase.Settled));
        _settle(job);
        _dispute(job);
        _expectClaimReverts(job, 0, _phaseError(job, JobPhase.Disputed, JobPhase.Settled));
    }

    function test_claim_revertsIf_claimPeriodIsOver() public {
        Job memory job = _final();
        uint256 end = billing.statusOf(_id(job)).until + 180 days;
        vm.warp(end - 1);
        _claim(job, 0);
        vm.warp(end);
        _expectClaimReverts(job, 1, abi.encodeWithSelector(IComputeBilling.TooLate.selector, end, end));
        vm.warp(end + 1);
        _expectClaimReverts(job, 1, abi.encodeWithSelector(IComputeBilling.TooLate.selector, end, end + 1));
    }

    function test_claim_revertsIf_leafIsNotInTheTree_T21() public {
        Job memory job = _final();
        Payout[] memory leaves = _payouts();
        bytes memory proof = _proof(0);
        leaves[0].units += 1;
        bytes32 root = PayoutTree.root(leaves);
        vm.expectRevert(
            abi.encodeWithSelector(IComputeBilling.WrongPayoutRoot.selector, root, _settlement().payoutRoot)
        );
        billing.claim(_termsOf(job), leaves[0], proof);
    }

    function test_claim_revertsIf_claimedForAnother_T23() public {
        Job memory job = _final();
        Payout memory leaf = _payouts()[0];
        bytes memory proof = _proof(0);
        leaf.provider = address(0x7E1F);
        vm.expectPartialRevert(IComputeBilling.WrongPayoutRoot.selector);
        billing.claim(_termsOf(job), leaf, proof);
    }

    function test_claim_revertsIf_rootPromisesMoreThanWasCharged_T21() public {
        Job memory job = _open();
        Settlement memory s = _settlement();
        s.units = 599;
        _settleWith(job, s);
        _expectClaimReverts(job, 0, abi.encodeWithSelector(IComputeBilling.WrongTotal.selector, 600, 599));
    }

    function test_claim_revertsIf_rootPromisesLessThanWasCharged_T21() public {
        Job memory job = _open();
        Settlement memory s = _settlement();
        s.units = 601;
        _settleWith(job, s);
        _expectClaimReverts(job, 0, abi.encodeWithSelector(IComputeBilling.WrongTotal.selector, 600, 601));
    }

    /// @dev T21: a coordinator that hides units behind a wrap of 2^64 cannot have them claimed.
    function test_claim_revertsIf_sumsWrap_T21() public {
        Job memory job = _open();
        Payout[] memory leaves = new Payout[](1);
        leaves[0] = _payout(0, 700);
        // 700 + the sibling's sum wraps to 600
        bytes memory proof = abi.encodePacked(keccak256("hidden"), type(uint64).max - 99);
        Settlement memory s = _settlement();
        s.payoutRoot = keccak256("built with a wrapping adder");
        _settleWith(job, s);
        vm.expectRevert(abi.encodeWithSelector(SumTree.SumOverflow.selector, uint256(type(uint64).max) + 601));
        billing.claim(_termsOf(job), leaves[0], proof);
    }

    /// @dev T21: an inner node has another first byte and length than a leaf, so it never passes for one.
    function test_claim_revertsIf_innerNodeIsOffered_T21() public {
        Job memory job = _final();
        bytes memory proof = _secondHalf(_proof(0)); // the sibling of the node above leaves 0 and 1
        Payout memory node = Payout(0, providers[0], _tag(0), 300);
        vm.expectPartialRevert(IComputeBilling.WrongPayoutRoot.selector);
        billing.claim(_termsOf(job), node, proof);
    }

    function test_claim_revertsIf_indexIsShifted_T23() public {
        Job memory job = _final();
        _claim(job, 0);
        Payout memory leaf = _payouts()[0];
        bytes memory proof = _proof(0);
        leaf.index = 4;
        vm.expectRevert(abi.encodeWithSelector(SumTree.IndexOutsideTree.selector, 4, 2));
        billing.claim(_termsOf(job), leaf, proof);
    }

    /// @dev T21: two leaves of one contribution share the total; the bill is the same.
    function test_claim_paysTwoLeavesOfOneProviderWithinTheTotal_T21() public {
        Job memory job = _open();
        Payout[] memory leaves = new Payout[](2);
        leaves[0] = _payout(0, 400);
        leaves[1] = Payout(1, providers[0], _tag(0), 200);
        _settleWith(job, Settlement(600, 0, PayoutTree.root(leaves)));
        billing.claim(_termsOf(job), leaves[0], PayoutTree.proof(leaves, 0));
        billing.claim(_termsOf(job), leaves[1], PayoutTree.proof(leaves, 1));
        assertEq(alita.balanceOf(providers[0]), 6e18);
        assertEq(billing.statusOf(_id(job)).takenUnits, 600, "BILL-5");
    }

    function test_claim_allowsTheRootOfAnotherJob_T21() public {
        Job memory job = _final();
        Job memory other = _open2();
        _settleConsented(other);
        _claim(job, 0);
        _claim(other, 0);
        assertEq(alita.balanceOf(providers[0]), 2e18);
    }

    function test_claim_revertsIf_contributionIsUnknown_T21() public {
        _expectRecordRefused(
            _emptyRecord(),
            abi.encodeWithSelector(IComputeBilling.ForeignContribution.selector, _tag(0), providers[0], address(0))
        );
    }

    /// @dev An unknown contribution is nobody's, and nobody is not a provider either.
    function test_claim_revertsIf_leafIsNobodys_T21() public {
        Job memory job = _open();
        Payout[] memory leaves = new Payout[](1);
        leaves[0] = Payout(0, address(0), keccak256("unknown"), 600);
        _settleWith(job, Settlement(600, 0, PayoutTree.root(leaves)));
        vm.expectRevert(
            abi.encodeWithSelector(
                IComputeBilling.ForeignContribution.selector,
                keccak256("unknown"),
                address(0),
                address(0)
            )
        );
        billing.claim(_termsOf(job), leaves[0], "");
    }

    function test_claim_revertsIf_leafIsForAStranger_T21() public {
        Job memory job = _open();
        Payout[] memory leaves = new Payout[](1);
        leaves[0] = Payout(0, address(0xBAD), _tag(0), 600);
        _settleWith(job, Settlement(600, 0, PayoutTree.root(leaves)));
        vm.expectRevert(
            abi.encodeWithSelector(IComputeBilling.ForeignContribution.selector, _tag(0), address(0xBAD), providers[0])
        );
        billing.claim(_termsOf(job), leaves[0], "");
    }

    function test_claim_revertsIf_contributionIsRemote_T23() public {
        ContributionRecord memory record = _record(0);
        record.kind = ContributionKind.Remote;
        _expectRecordRefused(record, abi.encodeWithSelector(IComputeBilling.NotOnDevice.selector, _tag(0)));
    }

    function test_claim_revertsIf_contributionIsYounger_T23() public {
        ContributionRecord memory record = _record(0);
        record.submittedAt += 1;
        _expectRecordRefused(
            record,
            abi.encodeWithSelector(IComputeBilling.SubmittedAfterOpening.selector, block.timestamp + 1, block.timestamp)
        );
    }

    function test_claim_revertsIf_revokedAtOpeningOrBefore_T23() public {
        for (uint40 i = 0; i < 2; ++i) {
            Job memory job = _openSalted(i);
            ContributionRecord memory record = _record(0);
            record.revokedAt = job.openedAt - i;
            pool.setRecord(_tag(0), record);
            _expectClaimReverts(
                job,
                0,
                abi.encodeWithSelector(IComputeBilling.RevokedBeforeOpening.selector, job.openedAt - i, job.openedAt)
            );
        }
    }

    function test_claim_paysIfRevokedAfterOpening_T23() public {
        Job memory job = _final();
        ContributionRecord memory record = _record(0);
        record.submittedAt = job.openedAt;
        record.revokedAt = job.openedAt + 1;
        pool.setRecord(_tag(0), record);
        _claim(job, 0);
    }

    function test_claim_revertsIf_slashed_T23() public {
        ContributionRecord memory record = _record(0);
        record.slashed = true;
        _expectRecordRefused(record, abi.encodeWithSelector(IComputeBilling.ContributionSlashed.selector, _tag(0)));
    }

    /* CLAIM MANY */

    function test_claimMany_paysJobsOfSeveralDatasets() public {
        TestToken first = data;
        ClaimRequest[] memory requests = new ClaimRequest[](4);
        requests[0] = _claimRequest(_openSalted(1), 1);
        requests[1] = _claimRequest(_openSalted(2), 1);
        _renewData();
        requests[2] = _claimRequest(_openSalted(3), 1);
        requests[3] = _claimRequest(_openSalted(4), 1);
        bytes memory transfer = abi.encodeCall(data.transfer, (providers[1], 1.8e18));
        vm.expectCall(address(first), transfer); // one for both jobs
        vm.expectCall(address(data), transfer);
        billing.claimMany(requests);
        assertEq(alita.balanceOf(providers[1]), 8e18);
        assertEq(first.balanceOf(providers[1]), 1.8e18);
        assertEq(data.balanceOf(providers[1]), 1.8e18);
    }

    function test_claimMany_paysASingleJob() public {
        ClaimRequest[] memory requests = new ClaimRequest[](1);
        requests[0] = _claimRequest(_final(), 1);
        billing.claimMany(requests);
        assertEq(alita.balanceOf(providers[1]), 2e18);
        assertEq(data.balanceOf(providers[1]), 0.9e18);
    }

    function test_claimMany_revertsIf_empty() public {
        vm.expectRevert(IComputeBilling.NothingToPay.selector);
        billing.claimMany(new ClaimRequest[](0));
    }

    function test_claimMany_revertsIf_twoProviders() public {
        ClaimRequest[] memory requests = new ClaimRequest[](2);
        Job memory job = _final();
        requests[0] = _claimRequest(job, 0);
        requests[1] = _claimRequest(job, 1);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.ProviderMismatch.selector, providers[1], providers[0]));
        billing.claimMany(requests);
    }

    function test_claimMany_revertsIf_sameLeafTwice_T23() public {
        ClaimRequest[] memory requests = new ClaimRequest[](2);
        Job memory job = _final();
        requests[0] = requests[1] = _claimRequest(job, 0);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.AlreadyClaimed.selector, _id(job), 0));
        billing.claimMany(requests);
        assertEq(alita.balanceOf(providers[0]), 0);
    }

    /* CLAIM FEE */

    function test_claimFee_paysOnce() public {
        Job memory job = _final();
        vm.expectEmit();
        emit IComputeBilling.ClaimFee(_id(job), coordinator, FEE);
        billing.claimFee(job);
        assertEq(alita.balanceOf(coordinator), FEE);
        vm.expectRevert(IComputeBilling.NothingToPay.selector);
        billing.claimFee(job);
    }

    function test_claimFee_revertsIf_notFinal() public {
        Job memory job = _open();
        vm.expectRevert(_phaseError(job, JobPhase.Open, JobPhase.Settled));
        billing.claimFee(job);
        _settle(job);
        vm.expectRevert(
            abi.encodeWithSelector(IComputeBilling.TooEarly.selector, block.timestamp + 1 days, block.timestamp)
        );
        billing.claimFee(job);
    }

    function test_claimFee_revertsIf_thereIsNone() public {
        JobRequest memory request = _request();
        request.coordinatorFee = 0;
        Job memory job = _jobOf(request, DATA_PRICE);
        _openWith(request);
        _settleConsented(job);
        vm.expectRevert(IComputeBilling.NothingToPay.selector);
        billing.claimFee(job);
    }

    /* REFUND */

    function test_refund_returnsAllAfterSilence_T21() public {
        Job memory job = _open();
        vm.warp(job.deadline);
        vm.expectRevert(_phaseError(job, JobPhase.Open, JobPhase.Settled));
        billing.refund(job);
        vm.warp(job.deadline + 1);
        vm.expectEmit();
        emit IComputeBilling.Refund(_id(job), consumer, BASE_ESCROW, DATA_ESCROW, 0, true);
        billing.refund(job);
        _assertConsumerWhole();
        vm.expectRevert(_phaseError(job, JobPhase.Refunded, JobPhase.Settled));
        billing.refund(job);
    }

    function test_refund_returnsTheUnusedAndBurns() public {
        Job memory job = _final();
        uint256 supply = data.totalSupply();
        vm.expectEmit();
        emit IComputeBilling.Refund(_id(job), consumer, 4e18, 2e18, 0.3e18, false);
        billing.refund(job);
        assertEq(data.totalSupply(), supply - 0.3e18);
        vm.expectRevert(IComputeBilling.NothingToPay.selector);
        billing.refund(job);
    }

    function test_refund_burnsTheOnlyWei() public {
        _setUnitPrice(20); // ten Data Token wei, one of them to be burned
        JobRequest memory request = _request();
        request.maxUnits = 1;
        Job memory job = _jobOf(request, 10);
        _openWith(request);
        Payout[] memory leaves = new Payout[](1);
        leaves[0] = _payout(0, 1);
        _settleWith(job, Settlement(1, 0, PayoutTree.root(leaves)));
        uint256 supply = data.totalSupply();
        billing.refund(job);
        assertEq(data.totalSupply(), supply - 1);
    }

    function test_refund_returnsTheUnclaimedRest() public {
        Job memory job = _final();
        _claim(job, 2);
        billing.refund(job);
        billing.claimFee(job);
        _skip(180 days);
        vm.expectEmit();
        emit IComputeBilling.Refund(_id(job), consumer, 3e18, 1.35e18, 0, true);
        billing.refund(job);
        _assertEmpty();
        vm.expectRevert(IComputeBilling.NothingToPay.selector);
        billing.refund(job);
    }

    function test_refund_doesBothAtOnce() public {
        Job memory job = _final();
        billing.claimFee(job);
        _skip(180 days);
        vm.expectEmit();
        emit IComputeBilling.Refund(_id(job), consumer, 10e18, 4.7e18, 0.3e18, true);
        billing.refund(job);
        _assertEmpty();
    }

    function test_refund_revertsIf_notFinal_T24() public {
        Job memory job = _open();
        _settle(job);
        vm.expectRevert(
            abi.encodeWithSelector(IComputeBilling.TooEarly.selector, block.timestamp + 1 days, block.timestamp)
        );
        billing.refund(job);
    }

    function test_refund_neverPaysAfterAll_T24() public {
        Job memory job = _open();
        vm.warp(job.deadline + 1);
        billing.refund(job);
        _expectClaimReverts(job, 0, _phaseError(job, JobPhase.Refunded, JobPhase.Settled));
        vm.expectRevert(_phaseError(job, JobPhase.Refunded, JobPhase.Settled));
        billing.claimFee(job);
        _expectDisputeReverts(job, _phaseError(job, JobPhase.Refunded, JobPhase.Settled));
    }

    /// @dev BILL-3: the price, the unit price and the burn of the pool may change; the job does not.
    function test_claim_ignoresLaterPrices_BILL3_T24() public {
        Job memory job = _open();
        pair.setPrice(1 << 128);
        ComputeTerms memory terms = _terms();
        (terms.unitPrice, terms.burnBps, terms.open) = (1, 5_000, false);
        pool.setTerms(terms);
        _settleConsented(job);
        _claim(job, 1);
        assertEq(alita.balanceOf(providers[1]), 2e18, "BILL-3");
        assertEq(data.balanceOf(providers[1]), 0.9e18, "BILL-3");
    }

    /// @dev T24: any order of the final payments gives everybody the same.
    function testFuzz_payments_areTheSameInEveryOrder_T24(uint256 seed) public {
        Job memory job = _final();
        uint256[5] memory steps = [uint256(0), 1, 2, 3, 4];
        for (uint256 i = 5; i > 0; --i) {
            uint256 j = seed % i;
            seed /= i;
            _step(job, steps[j]);
            steps[j] = steps[i - 1];
        }
        for (uint256 i = 0; i < 3; ++i) {
            assertEq(alita.balanceOf(providers[i]), 1e18 * (i + 1));
            assertEq(data.balanceOf(providers[i]), 0.45e18 * (i + 1));
        }
        assertEq(alita.balanceOf(coordinator), FEE);
        assertEq(alita.balanceOf(consumer), 1_000e18 - 9e18);
        assertEq(data.balanceOf(consumer), 1_000e18 - 3e18);
        _assertEmpty();
    }

    /* HOSTILE RECEIVERS */

    function test_blockedAccounts_harmOnlyThemselves_T1() public {
        Job memory job = _final();
        alita.setBlocked(providers[0], true);
        alita.setBlocked(consumer, true);
        alita.setBlocked(coordinator, true);
        _expectClaimReverts(job, 0, abi.encodeWithSelector(TestToken.Blocked.selector, providers[0]));
        vm.expectRevert(abi.encodeWithSelector(TestToken.Blocked.selector, consumer));
        billing.refund(job);
        vm.expectRevert(abi.encodeWithSelector(TestToken.Blocked.selector, coordinator));
        billing.claimFee(job);
        _claim(job, 1);
        _claim(job, 2);
        alita.setBlocked(consumer, false);
        billing.refund(job);
        _skip(180 days);
        billing.refund(job);
        assertEq(alita.balanceOf(address(billing)), FEE, "only the blocked coordinator's own waits");
    }

    function test_everyDoorIsClosedDuringATransfer_T9() public {
        Job memory job = _final();
        Reentrant attacker = new Reentrant();
        ClaimRequest[] memory many = new ClaimRequest[](1);
        many[0] = _claimRequest(job, 1);
        JobRequest memory request = _request();
        bytes[7] memory doors = [
            abi.encodeCall(billing.openJob, (request)),
            abi.encodeCall(billing.openJobWithBase, (request)),
            abi.encodeCall(billing.claim, (_termsOf(job), _payouts()[1], _proof(1))),
            abi.encodeCall(billing.claimMany, (many)),
            abi.encodeCall(billing.claimFee, (job)),
            abi.encodeCall(billing.refund, (job)),
            abi.encodeCall(billing.dispute, (job))
        ];
        alita.setHook(address(attacker));
        for (uint256 i = 0; i < 7; ++i) {
            attacker.arm(address(billing), doors[i]);
            _openSalted(100 + i);
            assertTrue(attacker.tried());
            assertEq(attacker.answer(), bytes4(keccak256("ReentrancyGuardReentrantCall()")));
        }
    }

    /* HELPERS */

    function _openWith(JobRequest memory request) private {
        vm.prank(consumer);
        billing.openJob(request);
    }

    function _openWithBase(JobRequest memory request) private {
        vm.prank(consumer);
        billing.openJobWithBase(request);
    }

    function _salted(uint256 salt, uint64 epsilon) private view returns (JobRequest memory request) {
        request = _request();
        request.salt = bytes32(salt);
        request.epsilon = epsilon;
    }

    /// @dev A second job beside the usual one.
    function _open2() private returns (Job memory job) {
        JobRequest memory request = _salted(2, 0.5e18);
        job = _jobOf(request, DATA_PRICE);
        _openWith(request);
    }

    /// @dev A final job under another salt.
    function _openSalted(uint256 salt) private returns (Job memory job) {
        JobRequest memory request = _salted(salt, 0.1e18);
        job = _jobOf(request, DATA_PRICE);
        _openWith(request);
        _settleConsented(job);
    }

    function _final() private returns (Job memory job) {
        job = _open();
        _settleConsented(job);
    }

    function _disputed() private returns (Job memory job) {
        job = _open();
        _settle(job);
        _dispute(job);
    }

    function _settledUnderArbiter() private returns (Job memory job, MockArbitrator arbiter) {
        arbiter = new MockArbitrator();
        ComputeTerms memory terms = _terms();
        terms.arbiter = address(arbiter);
        pool.setTerms(terms);
        vm.deal(consumer, 10 ether);
        job = _open();
        _settle(job);
    }

    function _disputedUnderArbiter() private returns (Job memory job, MockArbitrator arbiter) {
        (job, arbiter) = _settledUnderArbiter();
        vm.prank(consumer);
        billing.dispute{value: 0.1 ether}(job);
    }

    function _setUnitPrice(uint96 unitPrice) private {
        ComputeTerms memory terms = _terms();
        terms.unitPrice = unitPrice;
        pool.setTerms(terms);
    }

    /// @dev Another dataset with its own Data Token, and the same providers.
    function _renewData() private {
        data = new TestToken("DATA2");
        pool = _newPool();
        pair = new MockPair(address(data), address(alita), PRICE);
        pool.setTerms(_terms());
        for (uint256 i = 0; i < 3; ++i) _contribute(i);
        data.mint(address(pair), 1_000e18);
        _fund(consumer, 1_000e18);
    }

    /// @dev Without an approval: a permit for each token, then the usual job.
    function _permitsAndOpen() private returns (bytes[] memory calls) {
        vm.prank(consumer);
        alita.approve(address(billing), 0);
        vm.prank(consumer);
        data.approve(address(billing), 0);
        calls = new bytes[](3);
        calls[1] = _permit(data, DATA_ESCROW);
        calls[0] = _permit(alita, BASE_ESCROW);
        calls[2] = abi.encodeCall(billing.openJob, (_request()));
    }

    /// @dev The call that hands in the consumer's permit; the signature stays in storage.
    function _permit(TestToken token, uint256 value) private returns (bytes memory) {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                consumer,
                address(billing),
                value,
                token.nonces(consumer),
                block.timestamp
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), structHash));
        (permitV, permitR, permitS) = vm.sign(CONSUMER_KEY, digest);
        return abi.encodeCall(billing.selfPermit, (address(token), value, block.timestamp, permitV, permitR, permitS));
    }

    function _claimRequest(Job memory job, uint256 i) private view returns (ClaimRequest memory) {
        return ClaimRequest(_termsOf(job), _payouts()[i], _proof(i));
    }

    function _emptyRecord() private pure returns (ContributionRecord memory) {}

    function _step(Job memory job, uint256 step) private {
        if (step < 3) _claim(job, step);
        else if (step == 3) billing.claimFee(job);
        else billing.refund(job);
    }

    function _secondHalf(bytes memory proof) private pure returns (bytes memory half) {
        half = new bytes(proof.length / 2);
        for (uint256 i = 0; i < half.length; ++i) half[i] = proof[half.length + i];
    }

    /* EXPECTATIONS */

    function _phaseError(Job memory job, JobPhase have, JobPhase need) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IComputeBilling.WrongPhase.selector, _id(job), have, need);
    }

    function _deadlineError(uint256 deadline) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IComputeBilling.DeadlineOutOfRange.selector,
                deadline,
                block.timestamp + 1,
                block.timestamp + 30 days
            );
    }

    function _expectOpenReverts(JobRequest memory request, bytes memory reason) private {
        vm.expectRevert(reason);
        _openWith(request);
    }

    function _expectSettleReverts(Job memory job, Settlement memory s, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(coordinator);
        billing.settle(job, s, "");
    }

    function _expectDisputeReverts(Job memory job, bytes memory reason) private {
        vm.expectRevert(reason);
        _dispute(job);
    }

    function _expectResolveReverts(
        Job memory job,
        JobRuling memory ruling,
        uint256 count,
        bytes memory reason
    ) private {
        AttesterSet memory set = attesterSet(2);
        AttesterSignature[] memory list = signatures(billing.rulingDigest(ruling), count);
        vm.expectRevert(reason);
        billing.resolve(job, ruling, set, list);
    }

    function _expectClaimReverts(Job memory job, uint256 i, bytes memory reason) private {
        Payout memory leaf = _payouts()[i];
        bytes memory proof = _proof(i);
        vm.expectRevert(reason);
        billing.claim(_termsOf(job), leaf, proof);
    }

    function _expectRecordRefused(ContributionRecord memory record, bytes memory reason) private {
        Job memory job = _final();
        pool.setRecord(_tag(0), record);
        _expectClaimReverts(job, 0, reason);
        assertEq(billing.statusOf(_id(job)).takenUnits, 0);
    }

    function _assertConsumerWhole() private view {
        assertEq(alita.balanceOf(consumer), 1_000e18, "BILL-1");
        assertEq(data.balanceOf(consumer), 1_000e18, "BILL-1");
        _assertEmpty();
    }

    function _assertEmpty() private view {
        assertEq(alita.balanceOf(address(billing)), 0, "BILL-1");
        assertEq(data.balanceOf(address(billing)), 0, "BILL-1");
    }
}
