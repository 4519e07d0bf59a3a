// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAttesterRegistry} from "./interfaces/IAttesterRegistry.sol";
import {AttestationHash} from "./libraries/AttestationHash.sol";
import {AttesterSets} from "./libraries/AttesterSets.sol";
import {ExactTransfer} from "./libraries/ExactTransfer.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {AttesterSet, AttesterSignature} from "./types/Attestation.sol";
import {Bond} from "./types/Bond.sol";
import {Assessment, Contribution} from "./types/Contribution.sol";

/// @title AttesterRegistry
/// @notice Bonds of the attesters, and the price of contradicting oneself.
contract AttesterRegistry is IAttesterRegistry, ReentrancyGuardTransient {
    using AttesterSets for AttesterSet;
    using ExactTransfer for IERC20;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;
    using Signatures for address;

    /// @dev Nobody's account: what arrives here is out of circulation, whatever the token thinks of burning.
    address private constant NOWHERE = 0x000000000000000000000000000000000000dEaD;

    /* IMMUTABLES */

    /// @inheritdoc IAttesterRegistry
    address public immutable base;
    /// @inheritdoc IAttesterRegistry
    uint256 public immutable minBond;
    /// @inheritdoc IAttesterRegistry
    uint256 public immutable unbonding;

    /* STORAGE */

    mapping(address attester => Bond) private _bonds;

    /* CONSTRUCTOR */

    /// @param base_ ALITA.
    /// @param minBond_ ALITA wei, more than zero.
    /// @param unbonding_ Seconds a leaving attester stays liable.
    constructor(address base_, uint256 minBond_, uint32 unbonding_) {
        require(minBond_ != 0, ZeroAmount());
        base = base_;
        minBond = minBond_;
        unbonding = unbonding_;
    }

    /* BONDS */

    /// @inheritdoc IAttesterRegistry
    function register(uint256 amount) external nonReentrant {
        require(amount != 0, ZeroAmount());
        Bond memory bond = _bonds[msg.sender];
        require(!bond.barred, Barred(msg.sender));
        require(bond.withdrawableAt == 0, AlreadyExiting(msg.sender, bond.withdrawableAt));

        uint256 total = bond.amount + amount;
        require(total >= minBond, BondTooSmall(total, minBond));

        _bonds[msg.sender].amount = total.toUint128();
        emit Register(msg.sender, amount, total);

        IERC20(base).pullExactly(msg.sender, amount);
    }

    /// @inheritdoc IAttesterRegistry
    function exit() external {
        Bond storage bond = _bonds[msg.sender];
        require(bond.amount != 0, NotBonded(msg.sender));
        require(bond.withdrawableAt == 0, AlreadyExiting(msg.sender, bond.withdrawableAt));

        uint256 withdrawableAt = block.timestamp + unbonding;
        bond.withdrawableAt = withdrawableAt.toUint40();
        emit Exit(msg.sender, bond.amount, withdrawableAt);
    }

    /// @inheritdoc IAttesterRegistry
    function withdraw() external nonReentrant {
        Bond memory bond = _bonds[msg.sender];
        require(bond.withdrawableAt != 0, NotExiting(msg.sender));
        require(block.timestamp >= bond.withdrawableAt, StillUnbonding(bond.withdrawableAt, block.timestamp));

        delete _bonds[msg.sender]; // REG-1: after the whole unbonding time
        emit Withdraw(msg.sender, bond.amount);

        IERC20(base).safeTransfer(msg.sender, bond.amount);
    }

    /// @inheritdoc IAttesterRegistry
    function bondOf(address attester) external view returns (Bond memory) {
        return _bonds[attester];
    }

    /// @inheritdoc IAttesterRegistry
    function isActive(address attester) public view returns (bool) {
        Bond storage bond = _bonds[attester];
        // A bond is at least minBond or nothing: it is never taken in part.
        return bond.amount != 0 && bond.withdrawableAt == 0;
    }

    /* SETS */

    /// @inheritdoc IAttesterRegistry
    function hashSet(AttesterSet calldata set) external pure returns (bytes32) {
        return set.hash();
    }

    /// @inheritdoc IAttesterRegistry
    function verify(
        bytes32 digest,
        bytes32 expectedSet,
        AttesterSet calldata set,
        AttesterSignature[] calldata signatures
    ) external view {
        bytes32 given = set.hash();
        require(given == expectedSet, UnknownAttesterSet(expectedSet, given));
        require(signatures.length >= set.threshold, TooFewSignatures(signatures.length, set.threshold));

        uint256 place = 0; // both lists ascend, so one walk through the set finds every signer
        address previous = address(0);
        for (uint256 i = 0; i < signatures.length; ++i) {
            address attester = signatures[i].attester;
            require(attester > previous, NotAscending(previous, attester));
            place = _placeAfter(set.attesters, place, attester);
            require(isActive(attester), AttesterInactive(attester));
            require(attester.isSignedBy(digest, signatures[i].signature), BadSignature(attester));
            previous = attester;
        }
    }

    /// @dev The place behind `attester` in the ascending list, looking from `place` on.
    function _placeAfter(address[] calldata attesters, uint256 place, address attester) private pure returns (uint256) {
        while (place < attesters.length && attesters[place] < attester) ++place;
        require(place < attesters.length && attesters[place] == attester, NotAMember(attester));
        return place + 1;
    }

    /* EQUIVOCATION */

    /// @inheritdoc IAttesterRegistry
    function slashEquivocation(
        address pool,
        Contribution calldata contribution,
        Assessment calldata assessmentA,
        bytes calldata signatureA,
        Assessment calldata assessmentB,
        bytes calldata signatureB,
        address attester
    ) external nonReentrant {
        uint256 amount = _bonds[attester].amount;
        require(amount != 0, NotBonded(attester));
        require(
            assessmentA.quality != assessmentB.quality || assessmentA.novelty != assessmentB.novelty,
            SameAssessment()
        );
        _requireAttested(pool, contribution, assessmentA, signatureA, attester);
        _requireAttested(pool, contribution, assessmentB, signatureB, attester);

        // Barred, or the same two signatures would take the next bond as well.
        _bonds[attester] = Bond({amount: 0, withdrawableAt: 0, barred: true});
        uint256 reward = amount / 2;
        uint256 destroyed = amount - reward;
        emit SlashEquivocation(attester, msg.sender, pool, contribution.contentTag, reward, destroyed);

        IERC20(base).safeTransfer(NOWHERE, destroyed);
        if (reward != 0) IERC20(base).safeTransfer(msg.sender, reward);
    }

    function _requireAttested(
        address pool,
        Contribution calldata contribution,
        Assessment calldata assessment,
        bytes calldata signature,
        address attester
    ) private view {
        bytes32 digest = AttestationHash.digest(pool, contribution, assessment);
        require(attester.isSignedBy(digest, signature), BadSignature(attester));
    }
}
