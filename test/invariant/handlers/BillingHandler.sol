// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ComputeTerms} from "../../../contracts/types/ComputeTerms.sol";
import {ContributionRecord} from "../../../contracts/types/Contribution.sol";
import {Job, JobPhase, JobRequest, JobRuling, JobStatus, Payout, Settlement} from "../../../contracts/types/Job.sol";
import {BillingWorld} from "../../mocks/BillingWorld.sol";
import {PayoutTree} from "../../reference/PayoutTree.sol";
import {BillingSteps} from "./BillingSteps.sol";

/// @notice Opens jobs and lets time, coordinator, consumer, attesters and providers do to them what they can, in any
/// order, while it keeps its own book of every payment, read off the balances.
contract BillingHandler is BillingWorld, BillingSteps {
    struct Book {
        uint256 baseEscrow;
        uint256 dataEscrow;
        uint256 base; // ALITA wei that left for the job
        uint256 data; // Data Token wei that left for the job, burned ones included
        uint256 unitsPaid;
    }

    Job[] internal jobs;
    Payout[][] internal trees; // as the coordinator or the attesters built it last
    mapping(uint256 job => Book) public books;
    uint256 public baseOwed; // ALITA wei that all jobs together still hold
    uint256 public dataOwed; // Data Token wei
    uint256 public epsilonSpent; // wad, in the current period
    uint256 public epsilonStart; // unix seconds
    uint256 public budgetBreaks; // how often more was spent than a period has
    uint256 public boundBreaks; // how often a consumer paid above its bounds
    uint256 public leafMismatches; // how often a leaf paid another amount than the terms at opening say

    constructor() {
        _setUpWorld();
        _fund(consumer, 1e30);
        data.mint(address(pair), 1e30);
    }

    /* WHAT CAN HAPPEN */

    function openJob(uint64 units, uint64 price, uint96 fee, bool withBase) external {
        if (jobs.length == 6) return;
        pair.setPrice((uint256(price) + 1) << 96);
        JobRequest memory request = _request();
        request.salt = bytes32(jobs.length);
        request.maxUnits = 1 + (units % 5_000);
        request.coordinatorFee = fee % 10e18;
        request.epsilon = 0.3e18;
        if (block.timestamp >= epsilonStart + 1 days) (epsilonStart, epsilonSpent) = (block.timestamp, 0);
        (uint256 baseAmount, uint256 dataAmount, uint256 alone) = billing.quote(
            address(pool),
            request.maxUnits,
            request.coordinatorFee
        );
        if (dataAmount > type(uint88).max) return; // more than there is of any genuine Data Token
        (request.maxBase, request.maxData) = (withBase ? alone : baseAmount, dataAmount);
        _tryOpen(request, baseAmount, dataAmount, withBase);
    }

    function settle(uint256 pick, uint64 first, uint64 second, bool consented) external {
        if (jobs.length == 0) return;
        pick %= jobs.length;
        Job memory job = jobs[pick];
        JobStatus memory status = billing.statusOf(_id(job));
        if (status.phase != JobPhase.Open || block.timestamp > job.deadline) return;
        Settlement memory s = _result(pick, first, second);
        bytes memory consent = consented ? sign(CONSUMER_KEY, billing.consentDigest(_id(job), s)) : bytes("");
        vm.prank(coordinator);
        billing.settle(job, s, consent);
    }

    function dispute(uint256 pick) external {
        if (jobs.length == 0) return;
        vm.prank(consumer);
        try billing.dispute(jobs[pick % jobs.length]) {} catch {}
    }

    function resolve(uint256 pick, uint64 first, uint64 second, bool uphold) external {
        if (jobs.length == 0) return;
        pick %= jobs.length;
        Job memory job = jobs[pick];
        JobStatus memory status = billing.statusOf(_id(job));
        if (status.phase != JobPhase.Disputed || block.timestamp >= status.until) return;
        Settlement memory s =
            uphold ? Settlement(status.units, 0, billing.payoutRootOf(_id(job))) : _result(pick, first, second);
        _resolve(job, _ruling(job, s.units, s.payoutRoot));
    }

    function claim(uint256 pick, uint256 leaf) external {
        if (jobs.length == 0) return;
        pick %= jobs.length;
        if (trees[pick].length == 0) return;
        leaf %= trees[pick].length;
        Payout memory payout = trees[pick][leaf];
        bytes memory proof = PayoutTree.proof(trees[pick], leaf);
        (uint256 base, uint256 dataHeld) = _balances();
        try billing.claim(_termsOf(jobs[pick]), payout, proof) {
            uint256 paid = _book(pick, base, dataHeld);
            books[pick].unitsPaid += payout.units;
            if (paid != uint256(payout.units) * jobs[pick].unitPrice) ++leafMismatches;
        } catch {}
    }

    function claimFee(uint256 pick) external {
        if (jobs.length == 0) return;
        pick %= jobs.length;
        (uint256 base, uint256 dataHeld) = _balances();
        try billing.claimFee(jobs[pick]) {
            _book(pick, base, dataHeld);
        } catch {}
    }

    function refund(uint256 pick) external {
        if (jobs.length == 0) return;
        pick %= jobs.length;
        (uint256 base, uint256 dataHeld) = _balances();
        try billing.refund(jobs[pick]) {
            _book(pick, base, dataHeld);
        } catch {}
    }

    function changeTerms(uint96 unitPrice, uint16 burnBps) external {
        ComputeTerms memory terms = pool.computeTerms();
        (terms.unitPrice, terms.burnBps) = (unitPrice % 1e18, burnBps % 5_001);
        pool.setTerms(terms);
    }

    function changeRecord(uint256 i, bool slashed, bool revoked) external {
        i %= 3;
        ContributionRecord memory record = pool.contributionOf(_tag(i));
        record.slashed = slashed;
        record.revokedAt = revoked ? uint40(block.timestamp) : 0;
        pool.setRecord(_tag(i), record);
    }

    function pass(uint32 time, bool long) external {
        vm.warp(block.timestamp + (long ? time % 200 days : time % 1 days));
    }

    /* THE END */

    /// @notice However it went: time passes, everybody calls once, and every job is over.
    /// @return leftBase ALITA wei still held. leftData Data Token wei still held.
    function finish() external returns (uint256 leftBase, uint256 leftData) {
        vm.warp(block.timestamp + 400 days);
        for (uint256 i = 0; i < jobs.length; ++i) {
            try billing.refund(jobs[i]) {} catch {}
            try billing.claimFee(jobs[i]) {} catch {}
        }
        return _balances();
    }

    function jobCount() external view returns (uint256) {
        return jobs.length;
    }

    function held() external view returns (uint256 base, uint256 data_) {
        return _balances();
    }

    function unitsOf(uint256 i) external view returns (uint256 charged, uint256 taken) {
        JobStatus memory status = billing.statusOf(_id(jobs[i]));
        return (status.units, status.takenUnits);
    }

    /* BOOKKEEPING */

    function _tryOpen(JobRequest memory request, uint256 baseAmount, uint256 dataAmount, bool withBase) private {
        Job memory job = _jobOf(request, uint96(dataAmount / request.maxUnits));
        uint256 before = alita.balanceOf(consumer);
        vm.prank(consumer);
        if (withBase) {
            try billing.openJobWithBase(request) {} catch {
                return;
            }
        } else {
            try billing.openJob(request) {} catch {
                return;
            }
        }
        if (before - alita.balanceOf(consumer) > request.maxBase) ++boundBreaks;
        epsilonSpent += request.epsilon;
        if (epsilonSpent > 3e18) ++budgetBreaks;
        books[jobs.length] = Book(baseAmount, dataAmount, 0, 0, 0);
        jobs.push(job);
        trees.push();
        (baseOwed, dataOwed) = (baseOwed + baseAmount, dataOwed + dataAmount);
    }

    /// @dev A result of two leaves, or of nothing; the tree is kept.
    function _result(uint256 pick, uint64 first, uint64 second) private returns (Settlement memory s) {
        uint64 max = jobs[pick].maxUnits;
        first %= max + 1;
        second %= max - first + 1;
        delete trees[pick];
        if (first + second == 0) return s;
        trees[pick].push(_payout(0, first));
        trees[pick].push(_payout(1, second));
        return Settlement(first + second, 0, PayoutTree.root(trees[pick]));
    }

    function _balances() private view returns (uint256, uint256) {
        return (alita.balanceOf(address(billing)), data.balanceOf(address(billing)));
    }

    /// @dev Books what left the contract since the given balances. Returns the ALITA wei of it.
    function _book(uint256 pick, uint256 baseBefore, uint256 dataBefore) private returns (uint256 base) {
        (uint256 baseNow, uint256 dataNow) = _balances();
        base = baseBefore - baseNow;
        books[pick].base += base;
        books[pick].data += dataBefore - dataNow;
        (baseOwed, dataOwed) = (baseOwed - base, dataOwed - (dataBefore - dataNow));
    }
}
