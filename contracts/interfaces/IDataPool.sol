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

    /// @notice The attesters' word was accepted. `quality` and `novelty` are bps, `reward` is credited to the provider,
    /// `number` is the contribution's place in the pool, from 1.
    event Contribute(
        bytes32 indexed contentTag,
        address indexed provider,
        Contribution contribution,
        uint16 quality,
        uint16 novelty,
        uint96 reward,
        uint32 number
    );
    /// @notice `provider` withdrew its consent; a reward of `forfeited` that was under challenge is escrow again.
    event Revoke(bytes32 indexed contentTag, address indexed provider, uint96 forfeited);
    /// @notice `provider` took the rewards of these contributions: `paid` to its account, `staked` straight to its
    /// stake.
    event Claim(address indexed provider, bytes32[] contentTags, uint256 paid, uint256 staked);
    /// @notice The maker spread `amount` of the unearned escrow over the `totalUnits` data units of live contributions.
    event Reallocate(uint256 amount, uint64 totalUnits);
    /// @notice A contribution was credited `credited` of past re-allocations; `returned` passed its provider's cap and
    /// is escrow again.
    event SettleReallocation(bytes32 indexed contentTag, uint96 credited, uint256 returned);
    /// @notice `provider` staked `amount` and has `staked` at stake now, all providers together `totalStaked`.
    event Stake(address indexed provider, uint256 amount, uint256 staked, uint256 totalStaked);
    /// @notice `amount` of `provider`'s stake began to unbond and can be taken after `unbondedAt`; `staked` and
    /// `totalStaked` are what is still at stake.
    event Unstake(address indexed provider, uint256 amount, uint256 staked, uint256 totalStaked, uint40 unbondedAt);
    /// @notice `provider` took `amount` that had unbonded.
    event Withdraw(address indexed provider, uint256 amount);
    /// @notice `prover` showed that `newer`, of `offender`, agrees with `older` in `lanes` of 64 lanes. A reward of
    /// `forfeited` and `slashed` of the stake were taken: `bounty` went to the prover, the rest is escrow again.
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
    /// @notice A licence period costs `price` ALITA wei from now on.
    event SetPrice(uint96 price);
    /// @notice Licences are on sale and jobs accepted from now on, or neither of them.
    event SetListed(bool listed);
    /// @notice A parameter becomes `data`, ABI encoded, from `from` on: a unit price at once, others after their
    /// notice. `proposal` was carried out by it; 0: the maker's own change.
    event SetParameter(Parameter indexed parameter, bytes32 indexed proposal, bytes data, uint256 from);
    /// @notice `buyer` paid `paid` ALITA wei, `toStakers` of it for those with stake and the rest for the maker;
    /// `licensee` has access until `licensedUntil`. Accepted offers are told so as well.
    event Buy(address indexed buyer, address indexed licensee, uint256 paid, uint256 toStakers, uint40 licensedUntil);
    /// @notice `provider` took its share of licence revenue, `amount` ALITA wei.
    event ClaimRevenue(address indexed provider, uint256 amount);
    /// @notice The maker's part of licence revenue, `amount` ALITA wei, was paid to it.
    event WithdrawMakerRevenue(address indexed maker, uint256 amount);
    /// @notice The maker offered `buyer` a licence; `ballot` tells how many votes it needs, 0 if it has passed.
    event ProposePrice(bytes32 indexed id, address indexed buyer, PriceProposal proposal, Ballot ballot);
    /// @notice The maker asked for a change of a parameter; `ballot` tells how many votes it needs, 0 if it has passed.
    event ProposeParameter(bytes32 indexed id, ParameterProposal proposal, Ballot ballot);
    /// @notice `voter` voted with `weight` of stake; `needed` of yes votes are still missing, 0 if the proposal has
    /// passed.
    event Vote(bytes32 indexed id, address indexed voter, bool support, uint256 weight, uint96 needed);
    /// @notice `buyer` accepted the offer; `Buy` tells what it paid and got.
    event Accept(bytes32 indexed id, address indexed buyer);
    /// @notice `buyer` ended the offer.
    event Reject(bytes32 indexed id, address indexed buyer);
    /// @notice The maker ended its proposal.
    event Cancel(bytes32 indexed id);
    /// @notice `voter` took `amount` ALITA wei of a proposal's vote budget.
    event ClaimVoteReward(bytes32 indexed id, address indexed voter, uint256 amount);
    /// @notice A proposal's vote budget, `amount` ALITA wei, went back to the maker: nobody had voted.
    event ReclaimVoteBudget(bytes32 indexed id, address indexed maker, uint256 amount);
    /// @notice The maker added `amount` to the allocation, which makes its weight `ownerStake`.
    event TopUp(uint256 amount, uint256 ownerStake);
    /// @notice The maker may close from `closingAt` on.
    event AnnounceClose(uint40 closingAt);
    /// @notice `refunded` that was neither earned nor pending went to the maker, which leaves its weight at
    /// `ownerStake`.
    event Close(uint256 refunded, uint256 ownerStake);

    /* ERRORS */

    /// @notice Only the maker may do this.
    error NotMaker(address caller, address maker);
    /// @notice The caller is not the provider, nor did the provider sign this.
    error NotProvider(address caller, address provider);
    /// @notice Only the buyer whom the offer names may answer it.
    error NotBuyer(address caller, address buyer);
    /// @notice It is `now_`, past the caller's or the attestation's `deadline`.
    error DeadlinePassed(uint256 deadline, uint256 now_);
    /// @notice Nothing would move: an amount or a number of periods of zero.
    error ZeroAmount();
    /// @notice The feature exists only with staking (`required` true) or only without it.
    error StakingMode(bool required);
    /// @notice Contributions ended at `since`, which the maker had announced.
    error ContributionsClosed(uint256 since);
    /// @notice The maker has closed the pool.
    error PoolClosed();
    /// @notice A contribution has at least one unit, a content root and a content tag.
    error EmptyContribution();
    /// @notice `value` is above `max`: a share above 10,000 bps, or more to stake than is claimed.
    error OutOfRange(uint256 value, uint256 max);
    /// @notice The attested quality is below the pool's least, both bps.
    error QualityTooLow(uint256 quality, uint256 minQuality);
    /// @notice The pool has accepted this content before.
    error DuplicateContent(bytes32 contentTag);
    /// @notice The pool has accepted no such contribution.
    error UnknownContribution(bytes32 contentTag);
    /// @notice The contribution is out of use already: revoked, or a proven copy.
    error AlreadyRevoked(bytes32 contentTag);
    /// @notice The contribution is a proven copy already.
    error AlreadySlashed(bytes32 contentTag);
    /// @notice The pool's gate does not let this provider in.
    error NotEligible(address provider, address gate);
    /// @notice The escrow is empty: there is nothing to earn.
    error AllocationExhausted();
    /// @notice The reward would be `reward`, less than the provider accepts.
    error RewardTooLow(uint256 reward, uint256 minReward);
    /// @notice Novelty (bps) is measured against a parent, and a first contribution has none.
    error NoveltyWithoutParent(uint256 novelty);
    /// @notice The parent is not the provider's own, or not in use any more.
    error ParentNotUsable(bytes32 parent);
    /// @notice The provider's latest update can be challenged until `until`; only one at a time may lean on its stake.
    error UpdateUnderChallenge(uint256 until);
    /// @notice The reward can be claimed from `claimableAt` on.
    error NotClaimable(bytes32 contentTag, uint256 claimableAt);
    /// @notice There is nothing to be taken.
    error NothingToClaim();
    /// @notice The provider has `have` at stake and needs `need`.
    error InsufficientStake(uint256 have, uint256 need);
    /// @notice `stake` would be at stake, unbonding included, where only `earned` was claimed here and not slashed.
    error StakeAboveEarned(uint256 stake, uint256 earned);
    /// @notice A vote locks the stake until `until`.
    error StakeLocked(uint256 until);
    /// @notice The stake unbonds until `until`.
    error StillUnbonding(uint256 until);
    /// @notice The sketches agree in `lanes` of 64 lanes; a proof takes `needed`.
    error NotDuplicate(uint256 lanes, uint256 needed);
    /// @notice What is called the older contribution was not accepted before the newer one; numbers are their places in
    /// the pool.
    error WrongOrder(uint256 olderNumber, uint256 newerNumber);
    /// @notice Both contributions are this provider's, and the newer one was not paid as an update.
    error SameProvider(address provider);
    /// @notice The newer contribution could be challenged until `since`.
    error ChallengeOver(uint256 since);
    /// @notice `have` of the escrow is unearned, less than `need`.
    error InsufficientEscrow(uint256 have, uint256 need);
    /// @notice There is no live contribution to re-allocate to.
    error NoUnits();
    /// @notice Licences are not on sale.
    error NotListed();
    /// @notice The licence costs `price` ALITA wei, more than the caller's `maxPrice`.
    error PriceTooHigh(uint256 price, uint256 maxPrice);
    /// @notice There is no proposal of this id.
    error UnknownProposal(bytes32 id);
    /// @notice The same was proposed before; another salt makes it distinct.
    error ProposalExists(bytes32 id);
    /// @notice The proposal was accepted, rejected, carried out or cancelled.
    error ProposalClosed(bytes32 id);
    /// @notice The proposal's last moment was `expiry`.
    error ProposalExpired(bytes32 id, uint256 expiry);
    /// @notice Vote budgets are paid once a proposal has ended, and this one has not.
    error ProposalLive(bytes32 id);
    /// @notice `missing` of yes votes are still missing.
    error ProposalNotPassed(bytes32 id, uint256 missing);
    /// @notice A proposal ends between `min` and `max`.
    error BadExpiry(uint256 expiry, uint256 min, uint256 max);
    /// @notice The proposal passed by the maker's weight alone when it was made.
    error NoVoteNeeded(bytes32 id);
    /// @notice The voter had no stake at the proposal's snapshot.
    error NoWeight(address voter);
    /// @notice The voter has voted.
    error AlreadyVoted(bytes32 id, address voter);
    /// @notice The voter has not voted, so no part of the vote budget is its own.
    error NotVoted(bytes32 id, address voter);
    /// @notice The maker may close from `closingAt` on; 0: it was not announced.
    error CloseNotDue(uint256 closingAt);
    /// @notice Closing was announced before, for `closingAt`.
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

    /// @notice The provider withdraws its consent: jobs opened later cannot use or pay the contribution. A reward still
    /// under challenge goes back to the escrow.
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

    /// @notice The maker sets the price of a licence period (ALITA wei) at once; sold licences are untouched.
    function setPrice(uint96 newPrice) external;

    /// @notice The maker puts licences on sale and has jobs accepted, or neither; sold licences and open jobs are
    /// untouched.
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

    /// @notice The maker adds `amount` to the allocation, until it announces closing.
    function topUp(uint256 amount) external;

    /// @notice The maker announces closing; signed attestations can still be used for 3 days.
    function announceClose() external;

    /// @notice The maker ends contributions and sales and is refunded what is neither earned nor pending; may be
    /// repeated for what returns to the escrow later.
    function close() external;

    /* VIEWS */

    /// @notice The Data Token.
    function token() external view returns (address);
    /// @notice The market of the Data Token and ALITA.
    function pair() external view returns (address);
    /// @notice Who launched the dataset.
    function maker() external view returns (address);
    /// @notice What rewards and stake are in: ALITA or the Data Token.
    function rewardToken() external view returns (address);
    /// @notice The least quality that is accepted now, bps.
    function minQuality() external view returns (uint16);
    /// @notice ALITA wei per compute unit, for jobs opened now.
    function unitPrice() external view returns (uint96);
    /// @notice Hash of the attesters whose signatures count now: keccak256(abi.encode(AttesterSet)).
    function attesterSet() external view returns (bytes32);
    /// @notice ALITA wei per licence period.
    function price() external view returns (uint96);
    /// @notice Whether licences are on sale and jobs accepted.
    function listed() external view returns (bool);
    /// @notice Whether contributions are accepted: until an announced closing is due.
    function contributionsOpen() external view returns (bool);
    /// @notice The last change of the least quality or of the attesters, in force or to come; all zero: never changed.
    function noticeOf(Parameter parameter) external view returns (Notice memory);
    /// @notice O = allocated - refunded: the maker's weight.
    function ownerStake() external view returns (uint96);
    /// @notice What all providers together have at stake.
    function totalStaked() external view returns (uint96);
    /// @notice Reward-token wei neither earned nor pending.
    function escrow() external view returns (uint256);
    /// @notice A provider's stake, what it may still stake, and until when a vote locks it.
    function positionOf(address provider) external view returns (Position memory);
    /// @notice What a provider was credited, what unbonds, and how many live Device contributions it has.
    function accountOf(address provider) external view returns (Account memory);
    /// @notice What the pool remembers of a contribution; all zero: unknown.
    function contributionOf(bytes32 contentTag) external view returns (ContributionRecord memory);
    /// @notice What a contribution's use for compute depends on: one word of its record.
    function consentOf(
        bytes32 contentTag
    )
        external
        view
        returns (address provider, uint40 submittedAt, uint40 revokedAt, ContributionKind kind, bool slashed);
    /// @notice A contribution's sketch, 64 lanes of 4 bits; 0 if unknown, or in a pool without staking, which keeps
    /// none.
    function sketchOf(bytes32 contentTag) external view returns (bytes32);
    /// @notice Reward wei of a contribution, re-allocations included, whether or not claimable yet.
    function rewardOf(bytes32 contentTag) external view returns (uint256);
    /// @notice ALITA wei that `claimRevenue` would pay to an account.
    function revenueOf(address account) external view returns (uint256);
    /// @notice ALITA wei that `withdrawMakerRevenue` would pay to the maker.
    function makerRevenue() external view returns (uint96);
    /// @notice The last moment of an account's licence; 0: it never had one.
    function licensedUntil(address account) external view returns (uint40);
    /// @notice Whether an account has a licence now.
    function hasAccess(address account) external view returns (bool);
    /// @notice What the pool keeps of a proposal; all zero: unknown.
    function ballotOf(bytes32 id) external view returns (Ballot memory);
    /// @notice Whether `voter` has voted on proposal `id`.
    function hasVoted(bytes32 id, address voter) external view returns (bool);
    /// @notice Stake (wei) that counts for `voter` on proposal `id`.
    function voteWeight(bytes32 id, address voter) external view returns (uint256);
    /// @notice The id of an offer: a hash of its content.
    function priceProposalId(PriceProposal calldata proposal) external view returns (bytes32);
    /// @notice The id of a proposed change: a hash of its content.
    function parameterProposalId(ParameterProposal calldata proposal) external view returns (bytes32);
    /// @notice All that ComputeBilling needs to know of the pool, in one call.
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
