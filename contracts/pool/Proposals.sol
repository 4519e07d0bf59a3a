// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {IDataPool} from "../interfaces/IDataPool.sol";
import {OwnerMajority} from "../libraries/OwnerMajority.sol";
import {PoolArgs} from "../libraries/PoolArgs.sol";
import {Ballot, ParameterProposal, PriceProposal} from "../types/Proposal.sol";
import {Position} from "../types/PoolState.sol";
import {Licences} from "./Licences.sol";
import {Parameters} from "./Parameters.sol";

/// @title Proposals
/// @notice Offers to one buyer and changes of parameters, under the 60 % rule (POOL-6).
/// @dev A proposal is one word under the hash of its content; whoever acts on it brings the content along.
abstract contract Proposals is Parameters, Licences {
    using BitMaps for BitMaps.BitMap;

    uint256 private constant MAX_LIFETIME = 30 days;

    /* STORAGE */

    mapping(bytes32 id => Ballot) private _ballots;
    mapping(bytes32 id => uint256) private _voteBudgets;
    mapping(address voter => BitMaps.BitMap) private _voted; // by Ballot.number
    mapping(address voter => BitMaps.BitMap) private _rewarded; // by Ballot.number

    /* PROPOSING */

    /// @inheritdoc IDataPool
    function proposePrice(PriceProposal calldata proposal) external nonReentrant returns (bytes32 id) {
        _requireOpen();
        id = priceProposalId(proposal);
        Ballot memory ballot = _open(id, proposal.expiry, proposal.voteBudget);
        emit ProposePrice(id, proposal.buyer, proposal, ballot);
        _pullBase(proposal.voteBudget);
    }

    /// @inheritdoc IDataPool
    function proposeParameter(ParameterProposal calldata proposal) external nonReentrant returns (bytes32 id) {
        _requireStaking(true);
        id = parameterProposalId(proposal);
        Ballot memory ballot = _open(id, proposal.expiry, proposal.voteBudget);
        emit ProposeParameter(id, proposal, ballot);
        _pullBase(proposal.voteBudget);
    }

    /// @dev Takes the snapshot: owner and total weight now; stake added from the next clock on does not count.
    function _open(bytes32 id, uint32 expiry, uint96 budget) private returns (Ballot memory ballot) {
        _requireMaker();
        require(_ballots[id].expiry == 0, ProposalExists(id));
        uint256 latest = block.timestamp + MAX_LIFETIME;
        require(expiry > block.timestamp && expiry <= latest, BadExpiry(expiry, block.timestamp + 1, latest));
        ballot.expiry = expiry;
        ballot.needed = OwnerMajority.votesNeeded(_ownerStake(), _stakes.total);
        if (ballot.needed > 0) ballot.number = ++_stakes.clock;
        _ballots[id] = ballot;
        if (budget > 0) _voteBudgets[id] = budget;
    }

    /* VOTING */

    /// @inheritdoc IDataPool
    function vote(bytes32 id, bool support) external {
        Ballot storage ballot = _live(id);
        (uint96 needed, uint96 cast, uint32 expiry, uint24 number) = (
            ballot.needed,
            ballot.cast,
            ballot.expiry,
            ballot.number
        );
        require(number > 0, NoVoteNeeded(id));
        require(!_voted[msg.sender].get(number), AlreadyVoted(id, msg.sender));
        uint256 weight = _weight(number, msg.sender);
        require(weight > 0, NoWeight(msg.sender));
        Position storage position = _positions[msg.sender];
        uint256 staked = position.staked;
        require(staked >= weight, InsufficientStake(staked, weight));

        _voted[msg.sender].set(number);
        if (position.lockedUntil < expiry) position.lockedUntil = expiry;
        // weights are stakes at one snapshot: together at most the total, a uint96
        if (support) needed = weight < needed ? needed - uint96(weight) : 0;
        (ballot.needed, ballot.cast) = (needed, cast + uint96(weight));
        emit Vote(id, msg.sender, support, weight, needed);
    }

    /* DECIDING */

    /// @inheritdoc IDataPool
    function accept(PriceProposal calldata proposal) external nonReentrant {
        require(msg.sender == proposal.buyer, NotBuyer(msg.sender, proposal.buyer));
        _requireOpen();
        bytes32 id = priceProposalId(proposal);
        _closePassed(id);
        emit Accept(id, proposal.buyer);
        _license(proposal.buyer, proposal.duration, proposal.price);
    }

    /// @inheritdoc IDataPool
    function reject(PriceProposal calldata proposal) external {
        require(msg.sender == proposal.buyer, NotBuyer(msg.sender, proposal.buyer));
        bytes32 id = priceProposalId(proposal);
        _live(id).closed = true;
        emit Reject(id, proposal.buyer);
    }

    /// @inheritdoc IDataPool
    function cancel(bytes32 id) external {
        _requireMaker();
        _live(id).closed = true;
        emit Cancel(id);
    }

    /// @inheritdoc IDataPool
    function executeParameter(ParameterProposal calldata proposal) external {
        bytes32 id = parameterProposalId(proposal);
        _closePassed(id);
        _setParameter(proposal.parameter, proposal.data, id);
    }

    function _closePassed(bytes32 id) private {
        Ballot storage ballot = _live(id);
        require(ballot.needed == 0, ProposalNotPassed(id, ballot.needed));
        ballot.closed = true;
    }

    function _live(bytes32 id) private view returns (Ballot storage ballot) {
        ballot = _ballot(id);
        require(!ballot.closed, ProposalClosed(id));
        require(block.timestamp <= ballot.expiry, ProposalExpired(id, ballot.expiry));
    }

    function _ballot(bytes32 id) private view returns (Ballot storage ballot) {
        ballot = _ballots[id];
        require(ballot.expiry != 0, UnknownProposal(id));
    }

    /* VOTE REWARDS */

    /// @inheritdoc IDataPool
    function claimVoteRewards(bytes32[] calldata ids) external nonReentrant returns (uint256 amount) {
        for (uint256 i = 0; i < ids.length; i++) amount += _takeVoteReward(ids[i]);
        require(amount > 0, NothingToClaim());
        _payBase(msg.sender, amount);
    }

    function _takeVoteReward(bytes32 id) private returns (uint256 reward) {
        Ballot storage ballot = _ended(id);
        require(_voted[msg.sender].get(ballot.number), NotVoted(id, msg.sender));
        if (_rewarded[msg.sender].get(ballot.number)) return 0;
        _rewarded[msg.sender].set(ballot.number);
        reward = (_voteBudgets[id] * _weight(ballot.number, msg.sender)) / ballot.cast;
        emit ClaimVoteReward(id, msg.sender, reward);
    }

    /// @inheritdoc IDataPool
    function reclaimVoteBudget(bytes32 id) external nonReentrant {
        uint256 budget = _ended(id).cast == 0 ? _voteBudgets[id] : 0;
        require(budget > 0, NothingToClaim());
        _voteBudgets[id] = 0;
        address maker_ = PoolArgs.maker();
        emit ReclaimVoteBudget(id, maker_, budget);
        _payBase(maker_, budget);
    }

    function _ended(bytes32 id) private view returns (Ballot storage ballot) {
        ballot = _ballot(id);
        require(ballot.closed || block.timestamp > ballot.expiry, ProposalLive(id));
    }

    /// @dev The snapshot with number n was taken before any change of stake at clock n.
    function _weight(uint24 number, address voter) private view returns (uint256) {
        return number == 0 ? 0 : _stakeAt(voter, number - 1);
    }

    /* VIEWS */

    /// @inheritdoc IDataPool
    function ballotOf(bytes32 id) external view returns (Ballot memory) {
        return _ballots[id];
    }

    /// @inheritdoc IDataPool
    function hasVoted(bytes32 id, address voter) external view returns (bool) {
        return _voted[voter].get(_ballots[id].number);
    }

    /// @inheritdoc IDataPool
    function voteWeight(bytes32 id, address voter) external view returns (uint256) {
        return _weight(_ballots[id].number, voter);
    }

    /// @inheritdoc IDataPool
    function priceProposalId(PriceProposal calldata proposal) public pure returns (bytes32) {
        return keccak256(abi.encode("price", proposal));
    }

    /// @inheritdoc IDataPool
    function parameterProposalId(ParameterProposal calldata proposal) public pure returns (bytes32) {
        return keccak256(abi.encode("parameter", proposal));
    }
}
