// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AttesterSet, AttesterSignature} from "../types/Attestation.sol";
import {ComputeTerms} from "../types/ComputeTerms.sol";
import {Assessment, Contribution, ContributionKind, ContributionRecord} from "../types/Contribution.sol";
import {Account, Notice, Position} from "../types/PoolState.sol";
import {Ballot, Parameter, ParameterProposal, PriceProposal} from "../types/Proposal.sol";

/// @title IDataPool
/// @notice One dataset's pool: escrow of rewards, contributions, stake, slashing, licences and votes.
/// @dev Amounts are wei of the reward token unless ALITA is named; times are unix seconds; shares are bps. The terms
/// fixed at creation stand in the factory's `CreateDataset` event and in the clone's code.
/// Safety assumes: m of the pool's attesters are honest; the reward token and ALITA are standard ERC-20 tokens.
/// Liveness assumes: nothing; whoever earned or staked can always leave without anybody's help.
interface IDataPool {
    /* EVENTS */

    event Contribute(
        bytes32 indexed contentTag,
        address indexed provider,
        Contribution contribution,
        uint16 quality,
        uint16 novelty,
        uint96 reward,
        uint32 number
    );
    event Revoke(bytes32 indexed contentTag, address indexed provider, uint96 forfeited);
    event Claim(address indexed provider, bytes32[] contentTags, uint256 paid, uint256 staked);
    event Reallocate(uint256 amount, uint64 totalUnits);
    event SettleReallocation(bytes32 indexed contentTag, uint96 credited, uint256 returned);
    event Stake(address indexed provider, uint256 amount, uint256 staked, uint256 totalStaked);
    event Unstake(address indexed provider, uint256 amount, uint256 staked, uint256 totalStaked, uint32 unbondedAt);
    event Withdraw(address indexed provider, uint256 amount);
    event SlashDuplicate(
        bytes32 indexed older,
        bytes32 indexed newer,
        address indexed offender,
        address prover,
        uint256 lanes,
        uint256 forfeited,
        uint256 slashed,
        uint256 bounty
    );
    event SetPrice(uint96 price);
    event SetListed(bool listed);
    /// @param from unix seconds from which the new value is in force; with unit prices at once
    event SetParameter(Parameter indexed parameter, bytes data, uint256 from);
    event Buy(address indexed buyer, address indexed licensee, uint256 paid, uint256 toStakers, uint40 licensedUntil);
    event ClaimRevenue(address indexed account, uint256 amount);
    event ProposePrice(bytes32 indexed id, address indexed buyer, PriceProposal proposal, Ballot ballot);
    event ProposeParameter(bytes32 indexed id, ParameterProposal proposal, Ballot ballot);
    event Vote(bytes32 indexed id, address indexed voter, bool support, uint256 weight, uint96 needed);
    event Accept(bytes32 indexed id, address indexed buyer);
    event Reject(bytes32 indexed id, address indexed buyer);
    event Cancel(bytes32 indexed id);
    event ClaimVoteReward(bytes32 indexed id, address indexed voter, uint256 amount);
    event TopUp(uint256 amount, uint256 ownerStake);
    event AnnounceClose(uint32 closingAt);
    event Close(uint256 refunded, uint256 ownerStake);

    /* ERRORS */

    error NotMaker(address caller, address maker);
    /// @dev The caller is not the provider, nor did the provider sign this.
    error NotProvider(address caller, address provider);
    error NotBuyer(address caller, address buyer);
    error DeadlinePassed(uint256 deadline, uint256 now_);
    error ZeroAmount();
    /// @dev The feature exists only with staking (`required` true) or only without it.
    error StakingMode(bool required);
    error ContributionsClosed(uint256 since);
    error PoolClosed();
    error EmptyContribution();
    error OutOfRange(uint256 value, uint256 max);
    error QualityTooLow(uint256 quality, uint256 minQuality);
    error DuplicateContent(bytes32 contentTag);
    error UnknownContribution(bytes32 contentTag);
    error AlreadyRevoked(bytes32 contentTag);
    error AlreadySlashed(bytes32 contentTag);
    error NotEligible(address provider, address gate);
    error AllocationExhausted();
    error RewardTooLow(uint256 reward, uint256 minReward);
    error NoveltyWithoutParent(uint256 novelty);
    error ParentNotUsable(bytes32 parent);
    error UpdateUnderChallenge(uint256 until);
    error NotClaimable(bytes32 contentTag, uint256 claimableAt);
    error NothingToClaim();
    error InsufficientStake(uint256 have, uint256 need);
    error StakeAboveEarned(uint256 stake, uint256 earned);
    error StakeLocked(uint256 until);
    error StillUnbonding(uint256 until);
    error NotDuplicate(uint256 lanes, uint256 needed);
    error WrongOrder(uint256 olderNumber, uint256 newerNumber);
    error SameProvider(address provider);
    error ChallengeOver(uint256 since);
    error InsufficientEscrow(uint256 have, uint256 need);
    error NoUnits();
    error NotListed();
    error PriceTooHigh(uint256 price, uint256 maxPrice);
    error UnknownProposal(bytes32 id);
    error ProposalExists(bytes32 id);
    error ProposalClosed(bytes32 id);
    error ProposalExpired(bytes32 id, uint256 expiry);
    error ProposalLive(bytes32 id);
    error ProposalNotPassed(bytes32 id, uint256 missing);
    error BadExpiry(uint256 expiry, uint256 min, uint256 max);
    error NoVoteNeeded(bytes32 id);
    error NoWeight(address voter);
    error AlreadyVoted(bytes32 id, address voter);
    error NotVoted(bytes32 id, address voter);
    error CloseNotDue(uint256 closingAt);
    error CloseAnnounced(uint256 closingAt);

    /* CONTRIBUTIONS */

    /// @notice Contributes data: m attesters vouch for its quality, the provider is credited a reward.
    /// @dev First contribution: maxIncentive * quality, within the provider's cap and the escrow. Update (parent set):
    /// updateMax * quality * novelty, and the provider's stake must be at least that.
    /// @param set the attesters whose hash is `attesterSet()`
    /// @param minReward least reward (wei) the provider accepts
    /// @param deadline unix seconds, last moment to carry this out
    /// @param providerSignature the provider's EIP-712 `Consent` (ECDSA or ERC-1271); not read if the provider calls
    /// @return reward wei credited, claimable after the challenge window
    function contribute(
        Contribution calldata contribution,
        Assessment calldata assessment,
        AttesterSet calldata set,
        AttesterSignature[] calldata signatures,
        uint256 minReward,
        uint256 deadline,
        bytes calldata providerSignature
    ) external returns (uint256 reward);

    /// @notice Withdraws consent: jobs opened later cannot use or pay the contribution. A reward still under challenge
    /// goes back to the escrow.
    function revoke(bytes32 contentTag) external;

    /// @notice Takes the rewards of the caller's contributions whose challenge window is over and stakes `toStake` of
    /// them.
    function claim(bytes32[] calldata contentTags, uint256 toStake) external;

    /// @notice Without staking: the maker spreads `amount` of the unearned escrow over all live contributions by units,
    /// each provider's cap applied again; what exceeds a cap returns to the escrow when the contribution is settled.
    function reallocate(uint256 amount) external;

    /// @notice Settles a contribution's part of past re-allocations, as claiming and revoking do by themselves; anyone
    /// may call, so that what exceeds a cap does not wait for a provider who has nothing to gain.
    function settleReallocation(bytes32 contentTag) external;

    /* STAKING */

    /// @notice Stakes `amount` from the wallet, at most what the caller earned here and was not slashed.
    function stake(uint256 amount) external;

    /// @notice Starts unbonding `amount`; it neither votes nor earns from now on, but can still be slashed. A new call
    /// restarts the clock for all that is unbonding.
    function unstake(uint256 amount) external;

    /// @notice Takes what has unbonded.
    function withdraw() external;

    /// @notice Takes the caller's share of licence revenue (ALITA wei).
    function claimRevenue() external returns (uint256 amount);

    /* SLASHING */

    /// @notice Proves from two stored sketches that `newer` is a near copy of `older`: its reward under challenge
    /// returns to the escrow and slashBps of the stake behind it is split between the caller and the escrow.
    function slashDuplicate(bytes32 older, bytes32 newer) external;

    /* LICENCES */

    /// @notice Sets the price of a licence period (ALITA wei) at once; sold licences are untouched.
    function setPrice(uint96 newPrice) external;

    /// @notice Puts licences on sale or takes them off; sold licences are untouched.
    function setListed(bool newListed) external;

    /// @notice Buys `periods` licence periods for `licensee`, extending what it has; the revenue is split by stake.
    function buy(address licensee, uint32 periods, uint256 maxPrice, uint256 deadline) external;

    /// @notice Takes the maker's part of licence revenue (ALITA wei) to the maker; anyone may call.
    function withdrawMakerRevenue() external returns (uint256 amount);

    /* PROPOSALS */

    /// @notice The maker offers one buyer a licence at a price of its own.
    function proposePrice(PriceProposal calldata proposal) external returns (bytes32 id);

    /// @notice With staking: the maker asks for a change of a parameter.
    function proposeParameter(ParameterProposal calldata proposal) external returns (bytes32 id);

    /// @notice Votes with the stake held at the snapshot and locks the caller's stake until the proposal's expiry.
    function vote(bytes32 id, bool support) external;

    /// @notice The buyer pays the passed offer and gets its licence, once.
    function accept(PriceProposal calldata proposal) external;

    /// @notice The buyer ends the offer.
    function reject(PriceProposal calldata proposal) external;

    /// @notice The maker ends its own proposal.
    function cancel(bytes32 id) external;

    /// @notice Carries out a passed change of a parameter, as `setParameter` does; anyone may call.
    function executeParameter(ParameterProposal calldata proposal) external;

    /// @notice Takes the caller's share of ended proposals' vote budgets (ALITA wei), by weight, yes and no alike.
    function claimVoteRewards(bytes32[] calldata ids) external returns (uint256 amount);

    /// @notice Returns the vote budget (ALITA wei) of an ended proposal without votes to the maker; anyone may call.
    function reclaimVoteBudget(bytes32 id) external;

    /// @notice Without staking: the maker changes a parameter for the future. The unit price changes at once; the least
    /// quality and the attesters after a notice of 3 days, in which signed attestations can still be used. A further
    /// change of the same parameter before then replaces the coming one and starts its notice anew.
    function setParameter(Parameter parameter, bytes calldata data) external;

    /* FUNDING AND CLOSING */

    /// @notice The maker adds `amount` to the allocation.
    function topUp(uint256 amount) external;

    /// @notice The maker announces closing; signed attestations can still be used for 3 days.
    function announceClose() external;

    /// @notice Ends contributions and sales and refunds what is neither earned nor pending; may be repeated for what
    /// returns to the escrow later.
    function close() external;

    /* VIEWS */

    function token() external view returns (address);
    function pair() external view returns (address);
    function maker() external view returns (address);
    function rewardToken() external view returns (address);
    function minQuality() external view returns (uint16);
    function unitPrice() external view returns (uint96);
    function attesterSet() external view returns (bytes32);
    function price() external view returns (uint96);
    function listed() external view returns (bool);
    function contributionsOpen() external view returns (bool);
    /// @notice The last change of the least quality or of the attesters, in force or to come; all zero: never changed.
    function noticeOf(Parameter parameter) external view returns (Notice memory);
    /// @notice O = allocated - refunded: the maker's weight.
    function ownerStake() external view returns (uint96);
    function totalStaked() external view returns (uint96);
    /// @notice Reward-token wei neither earned nor pending.
    function escrow() external view returns (uint256);
    function positionOf(address provider) external view returns (Position memory);
    function accountOf(address provider) external view returns (Account memory);
    function contributionOf(bytes32 contentTag) external view returns (ContributionRecord memory);
    /// @notice What a contribution's use for compute depends on: one word of its record.
    function consentOf(
        bytes32 contentTag
    )
        external
        view
        returns (address provider, uint40 submittedAt, uint40 revokedAt, ContributionKind kind, bool slashed);
    function sketchOf(bytes32 contentTag) external view returns (bytes32);
    /// @notice Reward wei of a contribution, re-allocations included, whether or not claimable yet.
    function rewardOf(bytes32 contentTag) external view returns (uint256);
    function revenueOf(address account) external view returns (uint256);
    function makerRevenue() external view returns (uint96);
    function licensedUntil(address account) external view returns (uint40);
    function hasAccess(address account) external view returns (bool);
    function ballotOf(bytes32 id) external view returns (Ballot memory);
    function hasVoted(bytes32 id, address voter) external view returns (bool);
    /// @notice Stake (wei) that counts for `voter` on proposal `id`.
    function voteWeight(bytes32 id, address voter) external view returns (uint256);
    function priceProposalId(PriceProposal calldata proposal) external view returns (bytes32);
    function parameterProposalId(ParameterProposal calldata proposal) external view returns (bytes32);
    function computeTerms() external view returns (ComputeTerms memory);
    /// @notice EIP-712 digest that attesters sign.
    function attestationDigest(
        Contribution calldata contribution,
        Assessment calldata assessment
    ) external view returns (bytes32);
    /// @notice EIP-712 digest that a provider signs so that somebody else may submit its contribution.
    function consentDigest(
        Contribution calldata contribution,
        uint256 minReward,
        uint256 deadline
    ) external view returns (bytes32);
}
