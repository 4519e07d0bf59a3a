// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IArbitrable} from "./interfaces/IArbitrable.sol";
import {IArbitrator} from "./interfaces/IArbitrator.sol";
import {IAttesterRegistry} from "./interfaces/IAttesterRegistry.sol";
import {IComputeBilling} from "./interfaces/IComputeBilling.sol";
import {IDataPool} from "./interfaces/IDataPool.sol";
import {IDataToken} from "./interfaces/IDataToken.sol";
import {IPair} from "./interfaces/IPair.sol";
import {CloneProof} from "./libraries/CloneProof.sol";
import {ExactTransfer} from "./libraries/ExactTransfer.sol";
import {JobFlags} from "./libraries/JobFlags.sol";
import {JobHash} from "./libraries/JobHash.sol";
import {JobMoney} from "./libraries/JobMoney.sol";
import {JobWord} from "./libraries/JobWord.sol";
import {SelfPermit} from "./libraries/SelfPermit.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {SumTree} from "./libraries/SumTree.sol";
import {AttesterSet, AttesterSignature} from "./types/Attestation.sol";
import {ComputeTerms} from "./types/ComputeTerms.sol";
import {ContributionKind} from "./types/Contribution.sol";
import {
    ClaimRequest,
    Job,
    JobPhase,
    JobRequest,
    JobRuling,
    JobStatus,
    PayTerms,
    Payout,
    PrivacyBudget,
    Settlement
} from "./types/Job.sol";

/// @title ComputeBilling
/// @notice Escrow of compute jobs: two words a job, whatever the number of providers.
contract ComputeBilling is IComputeBilling, EIP712, ReentrancyGuardTransient, SelfPermit, Multicall {
    using CloneProof for address;
    using ExactTransfer for IERC20;
    using JobHash for Job;
    using JobHash for PayTerms;
    using JobWord for JobStatus;
    using JobWord for uint256;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;
    using Signatures for address;

    struct Record {
        uint256 status; // JobStatus, packed by JobWord
        bytes32 payoutRoot;
    }

    /// @inheritdoc IComputeBilling
    uint256 public constant CHALLENGE_WINDOW = 1 days;
    /// @inheritdoc IComputeBilling
    uint256 public constant RULING_PERIOD = 7 days;
    /// @inheritdoc IComputeBilling
    uint256 public constant ARBITRATION_PERIOD = 60 days;
    /// @inheritdoc IComputeBilling
    uint256 public constant CLAIM_PERIOD = 180 days;
    /// @inheritdoc IComputeBilling
    uint256 public constant MAX_JOB_TIME = 30 days;

    uint256 private constant MAX_UNITS = type(uint56).max; // what JobStatus counts
    uint256 private constant LEAVES_IN_STATUS = 88; // bits of JobStatus.paidLeaves
    uint256 private constant CHOICES = 2; // for an arbiter: 1 the settlement stands, 2 the consumer is refunded
    uint256 private constant SETTLEMENT_STANDS = 1;

    /* IMMUTABLES */

    /// @inheritdoc IComputeBilling
    address public immutable factory;
    /// @inheritdoc IComputeBilling
    address public immutable poolImplementation;
    /// @inheritdoc IComputeBilling
    address public immutable base;
    /// @inheritdoc IComputeBilling
    address public immutable registry;

    /* STORAGE */

    mapping(bytes32 jobId => Record) private _jobs;
    mapping(bytes32 jobId => mapping(uint256 word => uint256 bits)) private _paidLeaves; // those not in the status
    mapping(address pool => PrivacyBudget) private _privacy;
    mapping(address arbiter => mapping(uint256 disputeId => bytes32 jobId)) private _disputes;

    /* CONSTRUCTOR */

    /// @param factory_ DatasetFactory.
    /// @param poolImplementation_ DataPool that the factory clones.
    /// @param base_ ALITA.
    /// @param registry_ AttesterRegistry.
    constructor(
        address factory_,
        address poolImplementation_,
        address base_,
        address registry_
    ) EIP712("Datawell", "1") {
        factory = factory_;
        poolImplementation = poolImplementation_;
        base = base_;
        registry = registry_;
    }

    /* OPENING */

    /// @inheritdoc IComputeBilling
    function openJob(JobRequest calldata request) external nonReentrant returns (bytes32 jobId) {
        ComputeTerms memory terms = _checkedTerms(request);
        Job memory job = _jobOf(request, terms);
        (uint256 baseAmount, uint256 dataAmount) = _escrowOf(job);
        require(baseAmount <= request.maxBase, BaseAboveMax(baseAmount, request.maxBase)); // BILL-2
        require(dataAmount <= request.maxData, DataAboveMax(dataAmount, request.maxData)); // BILL-2

        jobId = _open(job, terms, baseAmount);

        _pullBase(baseAmount);
        // A genuine Data Token moves what it is told; only ALITA may be somebody else's code.
        if (dataAmount != 0) IERC20(job.token).safeTransferFrom(msg.sender, address(this), dataAmount);
    }

    /// @inheritdoc IComputeBilling
    function openJobWithBase(JobRequest calldata request) external nonReentrant returns (bytes32 jobId) {
        ComputeTerms memory terms = _checkedTerms(request);
        Job memory job = _jobOf(request, terms);
        (uint256 baseAmount, uint256 dataAmount) = _escrowOf(job);
        uint256 forData = dataAmount == 0 ? 0 : IPair(terms.pair).quoteExactOut(job.token, dataAmount);
        uint256 basePaid = baseAmount + forData;
        require(basePaid <= request.maxBase, BaseAboveMax(basePaid, request.maxBase)); // BILL-2

        jobId = _open(job, terms, basePaid);

        _pullBase(baseAmount);
        if (dataAmount != 0) _buyData(terms, dataAmount, forData);
    }

    /// @inheritdoc IComputeBilling
    function quote(
        address pool,
        uint64 maxUnits,
        uint96 coordinatorFee
    ) external view returns (uint256 baseAmount, uint256 dataAmount, uint256 baseAlone) {
        ComputeTerms memory terms = _termsOf(pool);
        baseAmount = JobMoney.amountFor(maxUnits, terms.unitPrice) + coordinatorFee;
        (uint96 unitData, uint96 unitBurn) = _dataPrice(terms);
        dataAmount = JobMoney.amountFor(maxUnits, unitData + unitBurn);
        if (dataAmount == 0) return (baseAmount, 0, baseAmount);
        try IPair(terms.pair).quoteExactOut(terms.token, dataAmount) returns (uint256 forData) {
            baseAlone = baseAmount + forData;
        } catch {
            baseAlone = type(uint256).max;
        }
    }

    /// @dev The pool's terms, once the request is found to respect them.
    function _checkedTerms(JobRequest calldata request) private view returns (ComputeTerms memory terms) {
        terms = _termsOf(request.pool);
        require(terms.open, PoolNotOpen(request.pool));
        require(request.coordinator != address(0), NoCoordinator());
        require(request.maxUnits != 0 && request.maxUnits <= MAX_UNITS, UnitsOutOfRange(request.maxUnits, MAX_UNITS));
        uint256 latest = block.timestamp + MAX_JOB_TIME;
        require(
            request.deadline > block.timestamp && request.deadline <= latest,
            DeadlineOutOfRange(request.deadline, block.timestamp + 1, latest)
        );
        require(request.minCohort >= terms.minCohort, CohortBelowPolicy(request.minCohort, terms.minCohort));
        require(terms.cohort >= request.minCohort, CohortTooSmall(terms.cohort, request.minCohort));
    }

    /// @dev Only what the factory made is believed.
    function _termsOf(address pool) private view returns (ComputeTerms memory) {
        require(pool.isCloneOf(poolImplementation, factory), UnknownPool(pool));
        return IDataPool(pool).computeTerms();
    }

    /// @dev The job that the request becomes at the prices of this moment.
    function _jobOf(JobRequest calldata request, ComputeTerms memory terms) private view returns (Job memory) {
        (uint96 unitData, uint96 unitBurn) = _dataPrice(terms);
        return
            Job({
                pool: request.pool,
                token: terms.token,
                openedAt: uint40(block.timestamp), // safe for 30,000 years
                unitPrice: terms.unitPrice,
                unitData: unitData,
                unitBurn: unitBurn,
                consumer: msg.sender,
                coordinator: request.coordinator,
                program: request.program,
                maxUnits: request.maxUnits,
                minCohort: request.minCohort,
                epsilon: request.epsilon,
                deadline: request.deadline,
                coordinatorFee: request.coordinatorFee,
                attesterSet: terms.attesterSet,
                arbiter: terms.arbiter,
                salt: request.salt
            });
    }

    /// @dev Data Token wei of the same value as the ALITA for a unit of work: the provider's part and the burned part.
    function _dataPrice(ComputeTerms memory terms) private view returns (uint96 unitData, uint96 unitBurn) {
        if (terms.unitPrice == 0) return (0, 0); // work for free: no price is needed
        uint256 priceX128 = IPair(terms.pair).consult();
        require(priceX128 != 0, PriceIsZero(terms.pair));
        uint96 charged = JobMoney.dataForUp(terms.unitPrice, priceX128).toUint96();
        unitBurn = uint96(JobMoney.burnDown(charged, terms.burnBps)); // at most half of it
        unitData = charged - unitBurn;
    }

    /// @dev What the job holds of each leg, the coordinator's fee included.
    function _escrowOf(Job memory job) private pure returns (uint256 baseAmount, uint256 dataAmount) {
        baseAmount = JobMoney.amountFor(job.maxUnits, job.unitPrice) + job.coordinatorFee;
        dataAmount = JobMoney.amountFor(job.maxUnits, job.unitData + job.unitBurn);
    }

    /// @dev Spends the privacy budget and writes the job down. The money follows.
    function _open(Job memory job, ComputeTerms memory terms, uint256 basePaid) private returns (bytes32 jobId) {
        uint256 epsilonSpent = _spendPrivacy(job.pool, job.epsilon, terms);
        jobId = job.id();
        require(_jobs[jobId].status == 0, JobExists(jobId));
        JobStatus memory status;
        status.phase = JobPhase.Open;
        _save(jobId, status);
        emit OpenJob(jobId, msg.sender, job.pool, job, basePaid, epsilonSpent);
    }

    /// @dev BILL-6. What is spent stays spent, even when the job fails: a coordinator that never settles may have seen
    /// the result all the same.
    function _spendPrivacy(address pool, uint64 epsilon, ComputeTerms memory terms) private returns (uint256 spent) {
        uint256 limit = terms.epsilonPerJob;
        require(epsilon <= limit && (epsilon != 0 || limit == 0), EpsilonOutOfRange(epsilon, limit));
        if (limit == 0) return 0; // the pool has no such policy

        PrivacyBudget memory budget = _privacy[pool];
        if (block.timestamp >= uint256(budget.periodStart) + terms.privacyPeriod) {
            budget = PrivacyBudget({periodStart: uint40(block.timestamp), spent: 0});
        }
        spent = uint256(budget.spent) + epsilon;
        require(spent <= terms.epsilonPerPeriod, PrivacyBudgetExceeded(epsilon, terms.epsilonPerPeriod - budget.spent));
        budget.spent = uint64(spent); // at most epsilonPerPeriod
        _privacy[pool] = budget;
    }

    function _pullBase(uint256 amount) private {
        if (amount != 0) IERC20(base).pullExactly(msg.sender, amount);
    }

    /// @dev Buys exactly `dataAmount` for `forData` ALITA wei that go from the consumer to the pair directly. A pair
    /// that gets less refuses the swap.
    function _buyData(ComputeTerms memory terms, uint256 dataAmount, uint256 forData) private {
        IERC20(base).safeTransferFrom(msg.sender, terms.pair, forData);
        (uint256 out0, uint256 out1) = terms.token < base ? (dataAmount, uint256(0)) : (uint256(0), dataAmount);
        IPair(terms.pair).swap(out0, out1, address(this), "");
    }

    /* SETTLING */

    /// @inheritdoc IComputeBilling
    function settle(Job calldata job, Settlement calldata settlement, bytes calldata consent) external {
        bytes32 jobId = job.idOf();
        JobStatus memory status = _load(jobId);
        _requirePhase(jobId, status.phase, JobPhase.Open);
        require(msg.sender == job.coordinator, NotCoordinator(msg.sender, job.coordinator));
        require(block.timestamp <= job.deadline, TooLate(job.deadline, block.timestamp));
        _requireSound(settlement.units, settlement.payoutRoot, job.maxUnits);

        bool consented = consent.length != 0;
        if (consented) {
            require(job.consumer.isSignedBy(consentDigest(jobId, settlement), consent), BadConsent(job.consumer));
        }
        uint256 finalAt = consented ? block.timestamp : block.timestamp + CHALLENGE_WINDOW;

        status.phase = JobPhase.Settled;
        status.units = uint56(settlement.units); // at most maxUnits, which is at most MAX_UNITS
        status.until = uint40(finalAt);
        _save(jobId, status);
        _jobs[jobId].payoutRoot = settlement.payoutRoot;
        emit Settle(jobId, settlement.units, settlement.resultDigest, settlement.payoutRoot, finalAt, consented);
    }

    /// @inheritdoc IComputeBilling
    function dispute(Job calldata job) external payable nonReentrant {
        bytes32 jobId = job.idOf();
        JobStatus memory status = _load(jobId);
        _requirePhase(jobId, status.phase, JobPhase.Settled);
        require(msg.sender == job.consumer, NotConsumer(msg.sender, job.consumer));
        require(block.timestamp < status.until, TooLate(status.until, block.timestamp));

        uint256 period = job.arbiter == address(0) ? RULING_PERIOD : ARBITRATION_PERIOD;
        uint256 rulingDue = block.timestamp + period;
        status.phase = JobPhase.Disputed;
        status.until = uint40(rulingDue);
        _save(jobId, status);

        uint256 disputeId = _callArbiter(job.arbiter, jobId);
        emit Dispute(jobId, rulingDue, job.arbiter, disputeId);
    }

    /// @dev Opens the dispute at the pool's arbiter, if it has one, for exactly the ether that the consumer sent.
    function _callArbiter(address arbiter, bytes32 jobId) private returns (uint256 disputeId) {
        bytes memory extraData = abi.encode(jobId);
        uint256 cost = arbiter == address(0) ? 0 : IArbitrator(arbiter).arbitrationCost(extraData);
        require(msg.value == cost, WrongArbitrationCost(msg.value, cost));
        if (arbiter == address(0)) return 0;

        disputeId = IArbitrator(arbiter).createDispute{value: cost}(CHOICES, extraData);
        require(_disputes[arbiter][disputeId] == 0, DuplicateDispute(arbiter, disputeId));
        _disputes[arbiter][disputeId] = jobId;
    }

    /// @inheritdoc IComputeBilling
    function resolve(
        Job calldata job,
        JobRuling calldata ruling,
        AttesterSet calldata set,
        AttesterSignature[] calldata signatures
    ) external {
        bytes32 jobId = job.idOf();
        JobStatus memory status = _load(jobId);
        _requireRulable(jobId, status);
        require(job.arbiter == address(0), NotTheJudge(job.arbiter));
        require(ruling.jobId == jobId, ForeignRuling(ruling.jobId, jobId));
        require(block.timestamp <= ruling.deadline, TooLate(ruling.deadline, block.timestamp));
        _requireSound(ruling.units, ruling.payoutRoot, job.maxUnits);
        IAttesterRegistry(registry).verify(rulingDigest(ruling), job.attesterSet, set, signatures);

        if (ruling.payoutRoot == 0) {
            status.phase = JobPhase.Void;
        } else if (ruling.payoutRoot == _jobs[jobId].payoutRoot && ruling.units == status.units) {
            status.phase = JobPhase.Settled;
        } else {
            status.phase = JobPhase.Overruled;
            status.units = uint56(ruling.units); // at most maxUnits
            _jobs[jobId].payoutRoot = ruling.payoutRoot;
        }
        _finalize(jobId, status, ruling.units, ruling.payoutRoot);
    }

    /// @inheritdoc IArbitrable
    function rule(uint256 disputeId, uint256 ruling) external {
        bytes32 jobId = _disputes[msg.sender][disputeId];
        require(jobId != 0, UnknownDispute(msg.sender, disputeId));
        JobStatus memory status = _load(jobId);
        _requireRulable(jobId, status);

        emit Ruling(IArbitrator(msg.sender), disputeId, ruling);
        if (ruling == SETTLEMENT_STANDS) {
            status.phase = JobPhase.Settled;
            _finalize(jobId, status, status.units, _jobs[jobId].payoutRoot);
        } else {
            status.phase = JobPhase.Void;
            _finalize(jobId, status, 0, 0);
        }
    }

    function _requireRulable(bytes32 jobId, JobStatus memory status) private view {
        _requirePhase(jobId, status.phase, JobPhase.Disputed);
        require(block.timestamp < status.until, TooLate(status.until, block.timestamp));
    }

    /// @dev A ruled job is final at once.
    function _finalize(bytes32 jobId, JobStatus memory status, uint256 units, bytes32 payoutRoot) private {
        status.until = uint40(block.timestamp);
        _save(jobId, status);
        emit Resolve(jobId, status.phase, units, payoutRoot);
    }

    /// @dev A result charges at most what was agreed, and charges nothing that no tree gives to anyone.
    function _requireSound(uint256 units, bytes32 payoutRoot, uint256 maxUnits) private pure {
        require(units <= maxUnits, UnitsAboveMax(units, maxUnits));
        require((units == 0) == (payoutRoot == 0), RootMismatch(units, payoutRoot));
    }

    /* PAYING */

    /// @inheritdoc IComputeBilling
    function claim(PayTerms calldata terms, Payout calldata payout, bytes calldata proof) external nonReentrant {
        (uint256 baseAmount, uint256 dataAmount) = _claim(terms, payout, proof);
        _send(terms.token, payout.provider, dataAmount);
        _send(base, payout.provider, baseAmount);
    }

    /// @inheritdoc IComputeBilling
    function claimMany(ClaimRequest[] calldata requests) external nonReentrant {
        uint256 count = requests.length;
        require(count != 0, NothingToPay());
        address provider = requests[0].payout.provider;
        uint256 baseAmount = 0;
        uint256[] memory dataAmounts = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            ClaimRequest calldata request = requests[i];
            require(request.payout.provider == provider, ProviderMismatch(request.payout.provider, provider));
            uint256 baseOfLeaf;
            (baseOfLeaf, dataAmounts[i]) = _claim(request.terms, request.payout, request.proof);
            baseAmount += baseOfLeaf;
        }
        _sendGrouped(requests, dataAmounts, provider);
        _send(base, provider, baseAmount);
    }

    /// @inheritdoc IComputeBilling
    function claimFee(Job calldata job) external nonReentrant {
        bytes32 jobId = job.idOf();
        JobStatus memory status = _load(jobId);
        _requirePhase(jobId, status.phase, JobPhase.Settled);
        require(block.timestamp >= status.until, TooEarly(status.until, block.timestamp));
        require(status.flags & JobFlags.FEE_PAID == 0 && job.coordinatorFee != 0, NothingToPay());

        status.flags |= JobFlags.FEE_PAID;
        _save(jobId, status);
        emit ClaimFee(jobId, job.coordinator, job.coordinatorFee);
        _send(base, job.coordinator, job.coordinatorFee);
    }

    /// @inheritdoc IComputeBilling
    function refund(Job calldata job) external nonReentrant {
        bytes32 jobId = job.idOf();
        JobStatus memory status = _load(jobId);
        (uint256 baseAmount, uint256 dataAmount, uint256 burned) = _isVoid(job, status)
            ? _refundAll(job, status)
            : _refundDue(job, jobId, status);

        _save(jobId, status);
        bool ended = status.phase == JobPhase.Refunded || status.flags & JobFlags.REST_RETURNED != 0;
        emit Refund(jobId, job.consumer, baseAmount, dataAmount, burned, ended);

        if (burned != 0) IDataToken(job.token).burn(burned);
        _send(job.token, job.consumer, dataAmount);
        _send(base, job.consumer, baseAmount);
    }

    /// @dev Checks a leaf and takes it out of the escrow; the transfers are the caller's part.
    function _claim(
        PayTerms calldata terms,
        Payout calldata payout,
        bytes calldata proof
    ) private returns (uint256 baseAmount, uint256 dataAmount) {
        bytes32 jobId = terms.idOf();
        JobStatus memory status = _load(jobId);
        _requireFinal(jobId, status);
        uint256 claimEnd = status.until + CLAIM_PERIOD;
        require(block.timestamp < claimEnd, TooLate(claimEnd, block.timestamp));
        _requirePromised(jobId, status.units, payout, proof);
        _requireUsable(terms, payout);

        // BILL-5: the tree's total is status.units and each leaf passes once, so the sum stays below what was charged.
        status.takenUnits += uint56(payout.units);
        _markPaid(jobId, status, payout.index);
        _save(jobId, status);

        baseAmount = JobMoney.amountFor(payout.units, terms.unitPrice);
        dataAmount = JobMoney.amountFor(payout.units, terms.unitData);
        emit Claim(jobId, payout.provider, payout.contribution, payout.index, payout.units, baseAmount, dataAmount);
    }

    /// @dev The leaf stands in the job's tree, and the tree promises exactly what was charged.
    function _requirePromised(
        bytes32 jobId,
        uint256 charged,
        Payout calldata payout,
        bytes calldata proof
    ) private view {
        (bytes32 root, uint256 total) = SumTree.rootOf(payout, proof);
        bytes32 promised = _jobs[jobId].payoutRoot;
        require(root == promised, WrongPayoutRoot(root, promised));
        require(total == charged, WrongTotal(total, charged));
    }

    /// @dev The pool knows the contribution as the provider's own, on its device, with consent when the job opened.
    function _requireUsable(PayTerms calldata terms, Payout calldata payout) private view {
        bytes32 id = payout.contribution;
        (address provider, uint40 submittedAt, uint40 revokedAt, ContributionKind kind, bool slashed) = IDataPool(
            terms.pool
        ).consentOf(id);
        require(
            provider == payout.provider && provider != address(0),
            ForeignContribution(id, payout.provider, provider)
        );
        require(kind == ContributionKind.Device, NotOnDevice(id));
        require(submittedAt <= terms.openedAt, SubmittedAfterOpening(submittedAt, terms.openedAt));
        require(revokedAt == 0 || revokedAt > terms.openedAt, RevokedBeforeOpening(revokedAt, terms.openedAt));
        require(!slashed, ContributionSlashed(id));
    }

    /// @dev The first leaves are marked in the status, which a claim writes anyway; the others in words of their own.
    function _markPaid(bytes32 jobId, JobStatus memory status, uint256 index) private {
        bool inStatus = index < LEAVES_IN_STATUS;
        uint256 bits = inStatus ? status.paidLeaves : _paidLeaves[jobId][index >> 8];
        uint256 bit = 1 << (index & 0xff);
        require(bits & bit == 0, AlreadyClaimed(jobId, index));
        if (inStatus) status.paidLeaves = uint88(bits | bit);
        else _paidLeaves[jobId][index >> 8] = bits | bit;
    }

    /// @dev Whether the job ended for the consumer: ruled so, or somebody kept silent too long.
    function _isVoid(Job calldata job, JobStatus memory status) private view returns (bool) {
        if (status.phase == JobPhase.Open) return block.timestamp > job.deadline;
        if (status.phase == JobPhase.Disputed) return block.timestamp >= status.until;
        return status.phase == JobPhase.Void;
    }

    function _refundAll(
        Job calldata job,
        JobStatus memory status
    ) private pure returns (uint256 baseAmount, uint256 dataAmount, uint256 burned) {
        status.phase = JobPhase.Refunded;
        (baseAmount, dataAmount) = _escrowOf(job);
        return (baseAmount, dataAmount, 0);
    }

    /// @dev What is due after a settlement became final: what was not charged, later what was not claimed.
    function _refundDue(
        Job calldata job,
        bytes32 jobId,
        JobStatus memory status
    ) private view returns (uint256 baseAmount, uint256 dataAmount, uint256 burned) {
        _requireFinal(jobId, status);
        uint8 flags = status.flags;
        if (flags & JobFlags.UNUSED_RETURNED == 0) {
            status.flags |= JobFlags.UNUSED_RETURNED;
            uint256 unused = job.maxUnits - status.units;
            baseAmount = JobMoney.amountFor(unused, job.unitPrice);
            if (status.phase == JobPhase.Overruled) baseAmount += job.coordinatorFee;
            dataAmount = JobMoney.amountFor(unused, job.unitData + job.unitBurn);
            burned = JobMoney.amountFor(status.units, job.unitBurn);
        }
        if (flags & JobFlags.REST_RETURNED == 0 && block.timestamp >= status.until + CLAIM_PERIOD) {
            status.flags |= JobFlags.REST_RETURNED;
            uint256 unclaimed = status.units - status.takenUnits;
            baseAmount += JobMoney.amountFor(unclaimed, job.unitPrice);
            dataAmount += JobMoney.amountFor(unclaimed, job.unitData);
        }
        require(status.flags != flags, NothingToPay());
    }

    /// @dev One transfer for each run of requests with the same Data Token.
    function _sendGrouped(ClaimRequest[] calldata requests, uint256[] memory amounts, address to) private {
        address token = requests[0].terms.token;
        uint256 sum = amounts[0];
        for (uint256 i = 1; i < amounts.length; ++i) {
            if (requests[i].terms.token != token) {
                _send(token, to, sum);
                token = requests[i].terms.token;
                sum = 0;
            }
            sum += amounts[i];
        }
        _send(token, to, sum);
    }

    function _send(address token, address to, uint256 amount) private {
        if (amount != 0) IERC20(token).safeTransfer(to, amount);
    }

    /* PHASES */

    /// @dev The status of a job brought along; it was opened here with exactly these terms.
    function _load(bytes32 jobId) private view returns (JobStatus memory status) {
        status = _jobs[jobId].status.unpack();
        require(status.phase != JobPhase.None, UnknownJob(jobId));
    }

    function _save(bytes32 jobId, JobStatus memory status) private {
        _jobs[jobId].status = status.pack();
    }

    function _requirePhase(bytes32 jobId, JobPhase have, JobPhase need) private pure {
        require(have == need, WrongPhase(jobId, have, need));
    }

    /// @dev The job's numbers stand and nobody can dispute them any more.
    function _requireFinal(bytes32 jobId, JobStatus memory status) private view {
        if (status.phase != JobPhase.Overruled) _requirePhase(jobId, status.phase, JobPhase.Settled);
        require(block.timestamp >= status.until, TooEarly(status.until, block.timestamp));
    }

    /* VIEWS */

    /// @inheritdoc IComputeBilling
    function jobIdOf(Job calldata job) external pure returns (bytes32) {
        return job.idOf();
    }

    /// @inheritdoc IComputeBilling
    function statusOf(bytes32 jobId) external view returns (JobStatus memory) {
        return _jobs[jobId].status.unpack();
    }

    /// @inheritdoc IComputeBilling
    function payoutRootOf(bytes32 jobId) external view returns (bytes32) {
        return _jobs[jobId].payoutRoot;
    }

    /// @inheritdoc IComputeBilling
    function isClaimed(bytes32 jobId, uint256 index) external view returns (bool) {
        uint256 bits =
            index < LEAVES_IN_STATUS ? _jobs[jobId].status.unpack().paidLeaves : _paidLeaves[jobId][index >> 8];
        return (bits >> (index & 0xff)) & 1 == 1;
    }

    /// @inheritdoc IComputeBilling
    function privacyOf(address pool) external view returns (PrivacyBudget memory) {
        return _privacy[pool];
    }

    /// @inheritdoc IComputeBilling
    function consentDigest(bytes32 jobId, Settlement calldata settlement) public view returns (bytes32) {
        return _hashTypedDataV4(JobHash.consentHash(jobId, settlement));
    }

    /// @inheritdoc IComputeBilling
    function rulingDigest(JobRuling calldata ruling) public view returns (bytes32) {
        return _hashTypedDataV4(JobHash.rulingHash(ruling));
    }
}
