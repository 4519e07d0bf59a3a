// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IContributorGate} from "../interfaces/IContributorGate.sol";
import {IDataPool} from "../interfaces/IDataPool.sol";
import {IDatasetFactory} from "../interfaces/IDatasetFactory.sol";
import {AttestationHash} from "../libraries/AttestationHash.sol";
import {PoolArgs} from "../libraries/PoolArgs.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {AttesterSet, AttesterSignature} from "../types/Attestation.sol";
import {Assessment, Contribution, ContributionKind, ContributionRecord} from "../types/Contribution.sol";
import {Account} from "../types/PoolState.sol";
import {Parameters} from "./Parameters.sol";
import {Staking} from "./Staking.sol";

/// @title Contributions
/// @notice Who contributed what, what it earned, and the taking of it.
abstract contract Contributions is Parameters, Staking {
    using SafeCast for uint256;

    uint256 private constant Q64 = 2 ** 64;
    bytes32 private constant CONSENT_TYPEHASH = keccak256(
        "Consent(Contribution contribution,uint256 minReward,uint256 deadline)"
        "Contribution(address provider,uint8 kind,bytes32 contentRoot,bytes32 contentTag,bytes32 sketch,"
        "bytes32 metadata,uint64 units,bytes32 parent)"
    );

    /* STORAGE */

    mapping(bytes32 contentTag => ContributionRecord) internal _contributions;
    mapping(bytes32 contentTag => bytes32) internal _sketches;
    /// @dev End of the challenge window of a provider's latest update: one update at a time stands behind a stake.
    mapping(address provider => uint256) private _updateChallengedUntil;
    /// @dev Re-allocated reward wei per data unit, Q64, and each contribution's value at its last settlement.
    uint256 private _reallocationIndex;
    mapping(bytes32 contentTag => uint256) private _reallocationIndexOf;

    /* CONTRIBUTING */

    /// @inheritdoc IDataPool
    function contribute(
        Contribution calldata c,
        Assessment calldata assessment,
        AttesterSet calldata set,
        AttesterSignature[] calldata signatures,
        uint256 minReward,
        uint256 deadline,
        bytes calldata providerSignature
    ) external nonReentrant returns (uint256) {
        _requireBefore(deadline);
        _checkConsent(c, minReward, deadline, providerSignature);
        _checkContribution(c, assessment);
        REGISTRY.verify(attestationDigest(c, assessment), attesterSet(), set, signatures);
        uint96 reward = c.parent == 0 ? _firstReward(c, assessment) : _updateReward(c, assessment);
        require(reward >= minReward, RewardTooLow(reward, minReward));
        _record(c, assessment, reward);
        // POOL-9: refused if any pool of the deployment holds this root
        IDatasetFactory(PoolArgs.factory()).registerContent(PoolArgs.token(), c.contentRoot);
        return reward;
    }

    /// @dev Used once: a content tag is accepted once.
    function _checkConsent(
        Contribution calldata c,
        uint256 minReward,
        uint256 deadline,
        bytes calldata signature
    ) private view {
        if (msg.sender == c.provider) return;
        bytes32 digest = consentDigest(c, minReward, deadline);
        require(Signatures.isSignedBy(c.provider, digest, signature), NotProvider(msg.sender, c.provider));
    }

    function _checkContribution(Contribution calldata c, Assessment calldata assessment) private view {
        require(contributionsOpen(), ContributionsClosed(_ledger.closingAt));
        _requireBefore(assessment.deadline);
        require(c.units > 0 && c.contentRoot != 0 && c.contentTag != 0, EmptyContribution());
        // POOL-9, POOL-13: a tag is accepted once, and with it every attestation of it
        require(_contributions[c.contentTag].provider == address(0), DuplicateContent(c.contentTag));
        require(assessment.quality <= BPS, OutOfRange(assessment.quality, BPS));
        require(assessment.novelty <= BPS, OutOfRange(assessment.novelty, BPS));
        // POOL-3
        uint16 least = minQuality();
        require(assessment.quality >= least, QualityTooLow(assessment.quality, least));
        address gate = PoolArgs.gate();
        require(
            gate == address(0) || IContributorGate(gate).isEligible(c.provider, address(this)),
            NotEligible(c.provider, gate)
        );
        require(_escrow() > 0, AllocationExhausted());
    }

    /// @dev POOL-2: rewarded never passes maxIncentive.
    function _firstReward(Contribution calldata c, Assessment calldata assessment) private returns (uint96 reward) {
        require(assessment.novelty == 0, NoveltyWithoutParent(assessment.novelty));
        Account storage account = _accounts[c.provider];
        uint256 best = PoolArgs.maxIncentive();
        // at most maxIncentive, a uint96
        reward = uint96(_min(_min((best * assessment.quality) / BPS, best - account.rewarded), _escrow()));
        account.rewarded += reward;
    }

    /// @dev At least the reward must be at stake, and no other update may lean on the same stake meanwhile.
    function _updateReward(Contribution calldata c, Assessment calldata assessment) private returns (uint96 reward) {
        _requireStaking(true);
        ContributionRecord storage parent = _contributions[c.parent];
        require(parent.provider == c.provider && parent.revokedAt == 0, ParentNotUsable(c.parent));
        uint256 until = _updateChallengedUntil[c.provider];
        require(block.timestamp > until, UpdateUnderChallenge(until));
        _updateChallengedUntil[c.provider] = block.timestamp + PoolArgs.challengeWindow();

        uint256 full = (uint256(PoolArgs.updateMax()) * assessment.quality * assessment.novelty) / (BPS * BPS);
        reward = uint96(_min(full, _escrow())); // at most updateMax, a uint96
        uint256 staked = _positions[c.provider].staked;
        require(staked >= reward, InsufficientStake(staked, reward));
    }

    function _record(Contribution calldata c, Assessment calldata assessment, uint96 reward) private {
        uint32 number = ++_ledger.count;
        _ledger.committed += reward;
        _ledger.totalUnits += c.units;
        if (c.kind == ContributionKind.Device && _accounts[c.provider].live++ == 0) _shop.cohort++;
        // field by field: a third of the code that a struct in memory takes, for the same two words
        ContributionRecord storage record = _contributions[c.contentTag];
        (record.provider, record.submittedAt, record.kind) = (c.provider, uint40(block.timestamp), c.kind);
        (record.reward, record.units, record.number) = (reward, c.units, number);
        (record.quality, record.isUpdate) = (assessment.quality, c.parent != 0 && reward > 0);
        if (PoolArgs.staking()) _sketches[c.contentTag] = c.sketch;
        else if (_reallocationIndex > 0) _reallocationIndexOf[c.contentTag] = _reallocationIndex;
        emit Contribute(c.contentTag, c.provider, c, assessment.quality, assessment.novelty, reward, number);
    }

    /* REVOKING */

    /// @inheritdoc IDataPool
    function revoke(bytes32 contentTag) external nonReentrant {
        ContributionRecord storage record = _own(contentTag);
        require(record.revokedAt == 0, AlreadyRevoked(contentTag));
        _settleReallocation(contentTag, record);
        uint96 forfeited = block.timestamp <= _challengeEnd(record) ? _forfeit(record) : 0;
        _retire(record);
        emit Revoke(contentTag, msg.sender, forfeited);
    }

    function _forfeit(ContributionRecord storage record) internal returns (uint96 forfeited) {
        forfeited = record.reward;
        record.reward = 0;
        _ledger.committed -= forfeited;
    }

    /// @dev Takes a live contribution out of the counters, once: also the consent to a proven copy ends here.
    function _retire(ContributionRecord storage record) internal {
        record.revokedAt = uint40(block.timestamp);
        _ledger.totalUnits -= record.units;
        if (record.kind == ContributionKind.Device && --_accounts[record.provider].live == 0) _shop.cohort--;
    }

    /* CLAIMING */

    /// @inheritdoc IDataPool
    function claim(bytes32[] calldata contentTags, uint256 toStake) external nonReentrant {
        bool staking = PoolArgs.staking();
        uint256 window = PoolArgs.challengeWindow();
        uint256 amount;
        for (uint256 i = 0; i < contentTags.length; i++) amount += _take(contentTags[i], window, staking);
        require(amount > 0, NothingToClaim());
        require(toStake <= amount, OutOfRange(toStake, amount));
        if (staking) _positions[msg.sender].room += amount.toUint96();
        if (toStake > 0) {
            _requireStaking(true);
            _addStake(msg.sender, toStake);
        }
        emit Claim(msg.sender, contentTags, amount - toStake, toStake);
        _payReward(msg.sender, amount - toStake);
    }

    function _take(bytes32 contentTag, uint256 window, bool staking) private returns (uint256 reward) {
        ContributionRecord storage record = _own(contentTag);
        uint256 end = record.submittedAt + window;
        require(block.timestamp > end, NotClaimable(contentTag, end + 1));
        if (!staking) _settleReallocation(contentTag, record);
        reward = record.reward;
        record.reward = 0;
    }

    /* RE-ALLOCATION */

    /// @inheritdoc IDataPool
    function reallocate(uint256 amount) external {
        _requireMaker();
        _requireStaking(false); // POOL-7
        require(amount > 0, ZeroAmount());
        uint256 available = _escrow();
        require(amount <= available, InsufficientEscrow(available, amount));
        uint64 units = _ledger.totalUnits;
        require(units > 0, NoUnits());
        _ledger.committed += uint96(amount); // at most the escrow, a uint96
        _reallocationIndex += (amount * Q64) / units;
        emit Reallocate(amount, units);
    }

    /// @inheritdoc IDataPool
    function settleReallocation(bytes32 contentTag) external {
        _settleReallocation(contentTag, _known(contentTag));
    }

    /// @dev Credits a contribution's part of past re-allocations; what exceeds the provider's cap is free again.
    function _settleReallocation(bytes32 contentTag, ContributionRecord storage record) private {
        uint256 share = _reallocated(contentTag, record);
        if (share == 0) return;
        _reallocationIndexOf[contentTag] = _reallocationIndex;
        Account storage account = _accounts[record.provider];
        uint96 credit = uint96(_min(share, PoolArgs.maxIncentive() - account.rewarded)); // below maxIncentive
        account.rewarded += credit;
        record.reward += credit;
        _ledger.committed -= uint96(share - credit); // the share is part of what was committed
        emit SettleReallocation(contentTag, credit, share - credit);
    }

    function _reallocated(bytes32 contentTag, ContributionRecord storage record) private view returns (uint256) {
        if (PoolArgs.staking() || record.revokedAt != 0) return 0; // POOL-7
        return ((_reallocationIndex - _reallocationIndexOf[contentTag]) * record.units) / Q64;
    }

    /* SHARED */

    function _own(bytes32 contentTag) private view returns (ContributionRecord storage record) {
        record = _known(contentTag);
        require(record.provider == msg.sender, NotProvider(msg.sender, record.provider));
    }

    function _known(bytes32 contentTag) internal view returns (ContributionRecord storage record) {
        record = _contributions[contentTag];
        require(record.provider != address(0), UnknownContribution(contentTag));
    }

    /// @dev Last second at which a contribution can be slashed; its reward is claimable from the next one.
    function _challengeEnd(ContributionRecord storage record) internal view returns (uint256) {
        return uint256(record.submittedAt) + PoolArgs.challengeWindow();
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }

    /* VIEWS */

    /// @inheritdoc IDataPool
    function contributionsOpen() public view returns (bool) {
        uint256 closingAt = _ledger.closingAt;
        return closingAt == 0 || block.timestamp < closingAt;
    }

    /// @inheritdoc IDataPool
    function contributionOf(bytes32 contentTag) external view returns (ContributionRecord memory) {
        return _contributions[contentTag];
    }

    /// @inheritdoc IDataPool
    function consentOf(
        bytes32 contentTag
    )
        external
        view
        returns (address provider, uint40 submittedAt, uint40 revokedAt, ContributionKind kind, bool slashed)
    {
        ContributionRecord storage record = _contributions[contentTag];
        return (record.provider, record.submittedAt, record.revokedAt, record.kind, record.slashed);
    }

    /// @inheritdoc IDataPool
    function sketchOf(bytes32 contentTag) external view returns (bytes32) {
        return _sketches[contentTag];
    }

    /// @inheritdoc IDataPool
    function rewardOf(bytes32 contentTag) external view returns (uint256) {
        ContributionRecord storage record = _contributions[contentTag];
        uint256 room = PoolArgs.maxIncentive() - _accounts[record.provider].rewarded;
        return record.reward + _min(_reallocated(contentTag, record), room);
    }

    /// @inheritdoc IDataPool
    function attestationDigest(
        Contribution calldata contribution,
        Assessment calldata assessment
    ) public view returns (bytes32) {
        return AttestationHash.digest(address(this), contribution, assessment);
    }

    /// @inheritdoc IDataPool
    function consentDigest(
        Contribution calldata contribution,
        uint256 minReward,
        uint256 deadline
    ) public view returns (bytes32) {
        bytes32 contributionHash = AttestationHash.contributionHash(contribution);
        bytes32 consentHash = keccak256(abi.encode(CONSENT_TYPEHASH, contributionHash, minReward, deadline));
        return MessageHashUtils.toTypedDataHash(AttestationHash.domainSeparator(address(this)), consentHash);
    }
}
