// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AttesterSet, AttesterSignature} from "../types/Attestation.sol";
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
} from "../types/Job.sol";
import {IArbitrable} from "./IArbitrable.sol";

/// @title IComputeBilling
/// @notice Escrow of compute jobs. A consumer locks ALITA for the work and Data Token for the data, both priced when
/// the job opens; a coordinator settles what was used with one hash; each provider takes its part with a proof; the
/// consumer gets back what was not used or not claimed. Every wait ends by itself, nobody has special powers.
///
/// A job is remembered by the hash of its terms: the event OpenJob carries the Job, callers bring it along. The life
/// of a job:
///
///   Open ----settle----> Settled ---(window passes)---> final: claim, claimMany, claimFee, refund
///    |                      |  dispute (consumer, before finalAt)
///    | deadline passes   Disputed --ruling--> Settled | Overruled (final at once) | Void
///    v                      |  no ruling in time
///   refund in full       refund in full
///
/// Moments: `settle` is possible up to and including `deadline`, a full refund after it. `dispute` is possible before
/// `finalAt`, claims and refunds from it on, so that no block allows both; likewise a ruling comes before its due time
/// and a full refund from it on. Claims end CLAIM_PERIOD after finality, and the refund of the rest begins.
///
/// Safety: BILL-1 paid + burned + refunded = escrowed, to the wei, per leg. BILL-2 the consumer never pays above its
/// bounds. BILL-3 prices after opening change nothing. BILL-5 claims under a root never exceed its total, no leaf pays
/// twice. BILL-6 epsilon spent in a pool's period <= its budget. A provider, coordinator or consumer whose account
/// cannot receive a token delays nobody but itself.
/// Liveness: BILL-4 every job ends without an admin, at the latest RULING_PERIOD (under an arbiter ARBITRATION_PERIOD)
/// after a dispute, plus CLAIM_PERIOD.
/// Assumes: ALITA is a standard ERC-20 without fee or rebasing (refused when noticed). Attesters or arbiter of a pool
/// rule honestly and in time; the consumer chose the pool, so it chose them. Devices work only for coordinators whom
/// they trust to settle truly: providers cannot dispute.
interface IComputeBilling is IArbitrable {
    /* EVENTS */

    /// @notice A job was opened and paid for.
    /// @dev Held are maxUnits * unitPrice + coordinatorFee ALITA wei, maxUnits * (unitData + unitBurn) Data Token wei.
    /// @param basePaid ALITA wei the consumer paid: the escrow, and the price of Data Token bought inside.
    /// @param epsilonSpent Wad, what the pool's jobs have spent in this privacy period, this one included.
    event OpenJob(
        bytes32 indexed jobId,
        address indexed consumer,
        address indexed pool,
        Job job,
        uint256 basePaid,
        uint256 epsilonSpent
    );

    /// @notice The coordinator posted its result. Final from `finalAt` (unix seconds), at once with `consented`.
    event Settle(
        bytes32 indexed jobId,
        uint256 units,
        bytes32 resultDigest,
        bytes32 payoutRoot,
        uint256 finalAt,
        bool consented
    );

    /// @notice The consumer disputed; a ruling must come before `rulingDue` (unix seconds).
    /// @param arbiter Who rules, 0: the attesters.
    /// @param disputeId The arbiter's number of it.
    event Dispute(bytes32 indexed jobId, uint256 rulingDue, address arbiter, uint256 disputeId);

    /// @notice The dispute was ruled; `phase` is Settled (upheld), Overruled or Void, `units` and `payoutRoot` stand.
    event Resolve(bytes32 indexed jobId, JobPhase phase, uint256 units, bytes32 payoutRoot);

    /// @notice A leaf was paid to its provider: ALITA wei and Data Token wei.
    event Claim(
        bytes32 indexed jobId,
        address indexed provider,
        bytes32 indexed contribution,
        uint256 index,
        uint256 units,
        uint256 baseAmount,
        uint256 dataAmount
    );

    /// @notice The coordinator was paid.
    event ClaimFee(bytes32 indexed jobId, address indexed coordinator, uint256 amount);

    /// @notice Money went back to the consumer: ALITA wei and Data Token wei; and Data Token wei were burned.
    /// @param ended Nothing of the consumer's is left in the job.
    event Refund(
        bytes32 indexed jobId,
        address indexed consumer,
        uint256 baseAmount,
        uint256 dataAmount,
        uint256 dataBurned,
        bool ended
    );

    /* ERRORS: OPENING */

    /// @notice The factory knows no such pool.
    error UnknownPool(address pool);
    /// @notice The pool takes no jobs: it is not listed, or closed.
    error PoolNotOpen(address pool);
    /// @notice A job needs a coordinator.
    error NoCoordinator();
    /// @notice A job needs 1 to `max` units.
    error UnitsOutOfRange(uint256 units, uint256 max);
    /// @notice The deadline must lie in the future, at most MAX_JOB_TIME ahead (unix seconds).
    error DeadlineOutOfRange(uint256 deadline, uint256 earliest, uint256 latest);
    /// @notice The request asks for fewer providers behind the result than the pool demands.
    error CohortBelowPolicy(uint256 requested, uint256 policy);
    /// @notice The pool has fewer providers than the request demands.
    error CohortTooSmall(uint256 have, uint256 need);
    /// @notice Epsilon (wad) must be above zero and at most the pool's limit for one job; zero without such a policy.
    error EpsilonOutOfRange(uint256 epsilon, uint256 max);
    /// @notice The pool's privacy budget (wad) of this period does not cover the job.
    error PrivacyBudgetExceeded(uint256 epsilon, uint256 left);
    /// @notice The same request was made before in this block; change its salt.
    error JobExists(bytes32 jobId);
    /// @notice The job costs more ALITA wei than the request allows.
    error BaseAboveMax(uint256 need, uint256 max);
    /// @notice The job costs more Data Token wei than the request allows.
    error DataAboveMax(uint256 need, uint256 max);
    /// @notice The pair's average price is too small to express.
    error PriceIsZero(address pair);

    /* ERRORS: RUNNING */

    /// @notice No job with exactly these terms was opened.
    error UnknownJob(bytes32 jobId);
    /// @notice The job is in another phase than the call needs.
    error WrongPhase(bytes32 jobId, JobPhase have, JobPhase need);
    /// @notice Only the job's coordinator settles.
    error NotCoordinator(address caller, address coordinator);
    /// @notice Only the job's consumer disputes.
    error NotConsumer(address caller, address consumer);
    /// @notice The moment for this has passed (unix seconds).
    error TooLate(uint256 limit, uint256 timestamp);
    /// @notice The moment for this has not come (unix seconds).
    error TooEarly(uint256 from, uint256 timestamp);
    /// @notice More units than the job allows.
    error UnitsAboveMax(uint256 units, uint256 max);
    /// @notice A root comes with units, and no units come without one.
    error RootMismatch(uint256 units, bytes32 payoutRoot);
    /// @notice The consumer did not sign this settlement.
    error BadConsent(address consumer);
    /// @notice The job's disputes are ruled by its arbiter, 0: by its attesters.
    error NotTheJudge(address arbiter);
    /// @notice The ruling is about another job.
    error ForeignRuling(bytes32 rulingJobId, bytes32 jobId);
    /// @notice Exactly `cost` wei are due for a dispute; nothing where attesters rule.
    error WrongArbitrationCost(uint256 sent, uint256 cost);
    /// @notice The arbiter gave a number that it gave before.
    error DuplicateDispute(address arbiter, uint256 disputeId);
    /// @notice The caller is not the arbiter of such a dispute.
    error UnknownDispute(address arbiter, uint256 disputeId);

    /* ERRORS: PAYING */

    /// @notice The leaf and its proof do not lead to the job's payout root.
    error WrongPayoutRoot(bytes32 have, bytes32 need);
    /// @notice The root promises another number of units than was charged.
    error WrongTotal(uint256 total, uint256 charged);
    /// @notice The leaf was paid before.
    error AlreadyClaimed(bytes32 jobId, uint256 index);
    /// @notice The contribution is not the provider's; `owner` 0: the pool does not know it.
    error ForeignContribution(bytes32 contribution, address provider, address owner);
    /// @notice Only contributions that stay on the device earn by compute.
    error NotOnDevice(bytes32 contribution);
    /// @notice The contribution came after the job was opened (unix seconds).
    error SubmittedAfterOpening(uint256 submittedAt, uint256 openedAt);
    /// @notice Consent had ended when the job was opened (unix seconds).
    error RevokedBeforeOpening(uint256 revokedAt, uint256 openedAt);
    /// @notice The contribution was proven a duplicate.
    error ContributionSlashed(bytes32 contribution);
    /// @notice Claims made together must be of one provider.
    error ProviderMismatch(address provider, address first);
    /// @notice There is nothing to pay.
    error NothingToPay();

    /* PARAMETERS */

    /// @notice The factory whose pools are genuine.
    function factory() external view returns (address);

    /// @notice The contract that genuine pools are clones of.
    function poolImplementation() external view returns (address);

    /// @notice ALITA.
    function base() external view returns (address);

    /// @notice Where attesters' rulings are verified.
    function registry() external view returns (address);

    /// @notice Seconds a consumer has to dispute a settlement it did not consent to.
    function CHALLENGE_WINDOW() external view returns (uint256);

    /// @notice Seconds attesters have to rule.
    function RULING_PERIOD() external view returns (uint256);

    /// @notice Seconds an arbiter has to rule: a court takes weeks, with its appeals.
    function ARBITRATION_PERIOD() external view returns (uint256);

    /// @notice Seconds providers have to claim.
    function CLAIM_PERIOD() external view returns (uint256);

    /// @notice Seconds the deadline of a job may lie ahead.
    function MAX_JOB_TIME() external view returns (uint256);

    /* OPENING */

    /// @notice Open a job paid with ALITA and Data Token of the caller's, who allowed this contract to take both.
    /// Permits (`selfPermit`) may come in front in one `multicall`.
    /// @return jobId Hash of the job; the event carries the job itself.
    function openJob(JobRequest calldata request) external returns (bytes32 jobId);

    /// @notice Open a job paid with ALITA alone: the Data Token is bought from the pair inside, and all ALITA together
    /// stays within `request.maxBase` (`maxData` is not looked at).
    function openJobWithBase(JobRequest calldata request) external returns (bytes32 jobId);

    /// @notice What a job would cost now.
    /// @return baseAmount ALITA wei when both legs are brought, the coordinator's fee included.
    /// @return dataAmount Data Token wei.
    /// @return baseAlone ALITA wei when the Data Token is bought inside; the largest number if the pair has too little.
    function quote(
        address pool,
        uint64 maxUnits,
        uint96 coordinatorFee
    ) external view returns (uint256 baseAmount, uint256 dataAmount, uint256 baseAlone);

    /* SETTLING */

    /// @notice Post the result of a job; only its coordinator, until the deadline.
    /// @param consent The consumer's signature over Consent{jobId, units, resultDigest, payoutRoot}: final at once.
    /// Empty: final after CHALLENGE_WINDOW.
    function settle(Job calldata job, Settlement calldata settlement, bytes calldata consent) external;

    /// @notice Dispute a settlement before it is final; only the consumer. Where an arbiter rules, its cost is paid
    /// with the call, exactly.
    function dispute(Job calldata job) external payable;

    /// @notice Hand in the attesters' ruling of a dispute; anyone may.
    function resolve(
        Job calldata job,
        JobRuling calldata ruling,
        AttesterSet calldata set,
        AttesterSignature[] calldata signatures
    ) external;

    /* PAYING */

    /// @notice Pay one leaf of a final settlement to its provider; anyone may call.
    /// @param terms The part of the job that a claim needs, see JobHash.
    /// @param proof Siblings from the leaf upward, see SumTree.
    function claim(PayTerms calldata terms, Payout calldata payout, bytes calldata proof) external;

    /// @notice Pay leaves of many jobs to one provider: one ALITA transfer, and one of each Data Token if requests with
    /// the same one stand together.
    function claimMany(ClaimRequest[] calldata requests) external;

    /// @notice Pay the fee of a final, not overruled settlement to the coordinator; anyone may call.
    function claimFee(Job calldata job) external;

    /// @notice Give the consumer what is its own by now, and burn the burn; anyone may call. After finality: what was
    /// not charged. After the claim period: what was not claimed. After a missed deadline or ruling, or a ruling for
    /// the consumer: everything.
    function refund(Job calldata job) external;

    /* VIEWS */

    /// @notice Hash of a job's terms.
    function jobIdOf(Job calldata job) external pure returns (bytes32);

    /// @notice What is stored of a job.
    function statusOf(bytes32 jobId) external view returns (JobStatus memory);

    /// @notice Payout root of a settled job.
    function payoutRootOf(bytes32 jobId) external view returns (bytes32);

    /// @notice Whether the leaf at `index` was paid.
    function isClaimed(bytes32 jobId, uint256 index) external view returns (bool);

    /// @notice What a pool's jobs took from its privacy budget.
    function privacyOf(address pool) external view returns (PrivacyBudget memory);

    /// @notice The EIP-712 digest by which a consumer consents.
    function consentDigest(bytes32 jobId, Settlement calldata settlement) external view returns (bytes32);

    /// @notice The EIP-712 digest by which attesters rule.
    function rulingDigest(JobRuling calldata ruling) external view returns (bytes32);
}
