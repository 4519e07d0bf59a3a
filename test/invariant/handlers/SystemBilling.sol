// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AttesterSignature} from "../../../contracts/types/Attestation.sol";
import {ContributionKind, ContributionRecord} from "../../../contracts/types/Contribution.sol";
import {Job, JobRequest, JobRuling, Payout, Settlement} from "../../../contracts/types/Job.sol";
import {PayoutTree} from "../../reference/PayoutTree.sol";
import {SystemPool} from "./SystemPool.sol";

/// @notice Consumers, a coordinator and the attesters who rule.
abstract contract SystemBilling is SystemPool {
    struct Book {
        uint256 market;
        Job job;
        uint256 baseLeft; // ALITA wei that the job still holds
        uint256 dataLeft; // Data Token wei
        bytes32 first; // contentTags of the two leaves
        bytes32 second;
        uint64 firstUnits;
        uint64 secondUnits;
    }

    Book[] internal books;

    /* OPENING */

    function openJob(uint256 seed) external {
        address who = _begins(seed);
        JobRequest memory request = _randomRequest(seed);
        uint256[] memory before = _holdings();
        _remember(_openJob(who, request));
        _did("openJob", before, who);
    }

    function openJobWithBase(uint256 seed) external {
        address who = _begins(seed);
        JobRequest memory request = _randomRequest(seed);
        uint256[] memory before = _holdings();
        _remember(_openJobWithBase(who, request));
        _did("openJobWithBase", before, who);
    }

    function _randomRequest(uint256 seed) private returns (JobRequest memory r) {
        r = _request();
        r.maxUnits = uint64(_between(seed, 1, 1_000_000));
        r.coordinatorFee = uint96(_between(seed >> 1, 0, 3e18));
    }

    function _remember(Job memory job) private {
        Book storage book = books.push();
        (book.market, book.job) = (market, job);
        book.baseLeft = uint256(job.maxUnits) * job.unitPrice + job.coordinatorFee;
        book.dataLeft = uint256(job.maxUnits) * (uint256(job.unitData) + job.unitBurn);
    }

    /* SETTLING */

    /// @dev One of the last four jobs, and its market is entered.
    function _book(uint256 seed) internal returns (Book storage book) {
        uint256 back = _between(seed, 0, books.length < 4 ? books.length - 1 : 3);
        book = books[books.length - 1 - back];
        _enter(book.market);
    }

    function settle(uint256 seed) external {
        Book storage book = _book(seed);
        Job memory job = book.job;
        _share(book, seed, job.maxUnits);
        Settlement memory s = Settlement(_units(book), "result", _root(book));
        bytes memory consent = "";
        if (seed % 2 == 0) consent = _sign(_keyOf(job.consumer), billing.consentDigest(billing.jobIdOf(job), s));
        uint256[] memory before = _holdings();
        vm.prank(coordinator);
        billing.settle(job, s, consent);
        _did("settle", before, coordinator);
    }

    /// @dev Writes two leaves into the book, for contributions that the job may pay.
    function _share(Book storage book, uint256 seed, uint256 maxUnits) private {
        book.first = _usable(book, seed);
        book.second = _usable(book, seed >> 1);
        book.firstUnits = uint64(_between(seed, 0, maxUnits));
        book.secondUnits = uint64(_between(seed >> 1, 0, maxUnits - book.firstUnits));
    }

    function _usable(Book storage book, uint256 seed) private view returns (bytes32 tag) {
        uint256 start = _between(seed, 0, entries.length - 1);
        for (uint256 i = 0; i < entries.length; ++i) {
            tag = entries[(start + i) % entries.length].content.contentTag;
            if (_isUsable(book, tag)) return tag;
        }
        return 0;
    }

    function _isUsable(Book storage book, bytes32 tag) internal view returns (bool) {
        ContributionRecord memory r = markets[book.market].pool.contributionOf(tag);
        if (r.provider == address(0) || r.kind != ContributionKind.Device || r.slashed) return false;
        return r.submittedAt <= book.job.openedAt && (r.revokedAt == 0 || r.revokedAt > book.job.openedAt);
    }

    function _units(Book storage book) private view returns (uint64) {
        return book.firstUnits + book.secondUnits;
    }

    function _leaves(Book storage book) internal view returns (Payout[] memory leaves) {
        leaves = new Payout[](2);
        leaves[0] = Payout(0, pool.contributionOf(book.first).provider, book.first, book.firstUnits);
        leaves[1] = Payout(1, pool.contributionOf(book.second).provider, book.second, book.secondUnits);
    }

    function _root(Book storage book) private view returns (bytes32) {
        return _units(book) == 0 ? bytes32(0) : PayoutTree.root(_leaves(book));
    }

    function dispute(uint256 seed) external {
        Job memory job = _book(seed).job;
        uint256[] memory before = _holdings();
        vm.prank(job.consumer);
        billing.dispute(job);
        _did("dispute", before, job.consumer);
    }

    /// @dev The attesters uphold, overrule by other units, or refund.
    function resolve(uint256 seed) external {
        Book storage book = _book(seed);
        if (seed % 3 == 1) _share(book, seed, book.job.maxUnits);
        Job memory job = book.job;
        JobRuling memory ruling = JobRuling(billing.jobIdOf(job), _units(book), _root(book), uint40(_now() + 1));
        if (seed % 3 == 2) (ruling.units, ruling.payoutRoot) = (0, 0);
        AttesterSignature[] memory signatures = _signRuling(ruling);
        uint256[] memory before = _holdings();
        billing.resolve(job, ruling, attesters, signatures);
        _did("resolve", before, prover);
    }

    /* PAYING */

    function claimWork(uint256 seed) external {
        Book storage book = _book(seed);
        uint256[] memory before = _holdings();
        _takeLeaf(book, seed % 2);
        _did("claimWork", before, prover);
    }

    function _takeLeaf(Book storage book, uint256 i) internal {
        Payout[] memory leaves = _leaves(book);
        (uint256 base, uint256 data) = _wallet(leaves[i].provider);
        _claimLeaf(book.job, leaves, i);
        _charge(book, leaves[i].provider, base, data);
    }

    function claimFee(uint256 seed) external {
        Book storage book = _book(seed);
        uint256[] memory before = _holdings();
        _takeFee(book);
        _did("claimFee", before, prover);
    }

    function _takeFee(Book storage book) internal {
        (uint256 base, uint256 data) = _wallet(coordinator);
        billing.claimFee(book.job);
        _charge(book, coordinator, base, data);
    }

    function refund(uint256 seed) external {
        Book storage book = _book(seed);
        uint256[] memory before = _holdings();
        _refund(book);
        _did("refund", before, prover);
    }

    function _refund(Book storage book) internal {
        (uint256 base, uint256 data) = _wallet(book.job.consumer);
        uint256 supply = token.totalSupply();
        vm.prank(prover);
        billing.refund(book.job);
        uint256 gone = supply - token.totalSupply();
        burned[book.market] += gone;
        _charge(book, book.job.consumer, base, data);
        _deduct(book, 0, gone);
    }

    function _wallet(address account) private view returns (uint256 base, uint256 data) {
        return (alita.balanceOf(account), token.balanceOf(account));
    }

    /// @dev What `account` received came out of this job.
    function _charge(Book storage book, address account, uint256 base, uint256 data) private {
        (uint256 baseNow, uint256 dataNow) = _wallet(account);
        _deduct(book, baseNow - base, dataNow - data);
    }

    function _deduct(Book storage book, uint256 base, uint256 data) private {
        if (base > book.baseLeft || data > book.dataLeft) return _break("BILL-1: a job paid more than it held");
        book.baseLeft -= base;
        book.dataLeft -= data;
    }
}
