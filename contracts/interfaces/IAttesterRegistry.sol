// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AttesterSet, AttesterSignature} from "../types/Attestation.sol";
import {Bond} from "../types/Bond.sol";
import {Assessment, Contribution} from "../types/Contribution.sol";

/// @title IAttesterRegistry
/// @notice Where attesters put up ALITA for their word. Anyone may register; a pool chooses whom it trusts, and only
/// the signatures of attesters with a live bond count. Two different assessments of one contribution, both signed,
/// cost the whole bond.
/// @dev Safety: a bond leaves only by unbonding or by proven equivocation (REG-1). Liveness: an attester who never
/// equivocated gets the whole bond back `unbonding` seconds after `exit`.
/// Assumes: ALITA is a standard ERC-20 without fee, rebasing or hooks that withhold transfers; accounts whose
/// signatures are judged by their own code (ERC-1271) can unsay a signature, so their bond is weaker than a key's.
interface IAttesterRegistry {
    /* EVENTS */

    /// @notice An attester registered or topped up.
    /// @param amount ALITA wei added.
    /// @param bond ALITA wei now bonded.
    event Register(address indexed attester, uint256 amount, uint256 bond);

    /// @notice An attester stopped attesting; the bond can be withdrawn from `withdrawableAt` (unix seconds).
    event Exit(address indexed attester, uint256 bond, uint256 withdrawableAt);

    /// @notice An attester took its bond back.
    event Withdraw(address indexed attester, uint256 bond);

    /// @notice Two assessments by one attester of the same contribution were shown; the bond is gone and the attester
    /// is barred for good.
    /// @param reporter Who showed them and received `reward` ALITA wei.
    /// @param destroyed ALITA wei sent out of circulation.
    event SlashEquivocation(
        address indexed attester,
        address indexed reporter,
        address indexed pool,
        bytes32 contribution,
        uint256 reward,
        uint256 destroyed
    );

    /* ERRORS */

    /// @notice The bond would be smaller than the registry's minimum (ALITA wei).
    error BondTooSmall(uint256 bond, uint256 minBond);
    /// @notice A registration must bring something.
    error ZeroAmount();
    /// @notice `attester` has no bond.
    error NotBonded(address attester);
    /// @notice `attester` is already on its way out, until `withdrawableAt`.
    error AlreadyExiting(address attester, uint256 withdrawableAt);
    /// @notice `attester` did not call `exit`.
    error NotExiting(address attester);
    /// @notice The bond stays liable until `withdrawableAt` (unix seconds).
    error StillUnbonding(uint256 withdrawableAt, uint256 now_);
    /// @notice `attester` once equivocated and can never attest again.
    error Barred(address attester);
    /// @notice The two assessments say the same; a later deadline is no contradiction.
    error SameAssessment();

    /// @notice The set brought along is not the one that is expected.
    error UnknownAttesterSet(bytes32 expected, bytes32 given);
    /// @notice More attesters than a set may have.
    error TooManyAttesters(uint256 count, uint256 max);
    /// @notice A threshold lies between 1 and the number of attesters.
    error InvalidThreshold(uint256 threshold, uint256 attesters);
    /// @notice Addresses must be strictly ascending, and none of them zero.
    error NotAscending(address previous, address next);
    /// @notice The signer is not in the set.
    error NotAMember(address attester);
    /// @notice The signer has no live bond.
    error AttesterInactive(address attester);
    /// @notice The signature is not the attester's over this message.
    error BadSignature(address attester);
    /// @notice Fewer signatures than the threshold.
    error TooFewSignatures(uint256 have, uint256 need);

    /* PARAMETERS */

    /// @notice The token of the bonds, ALITA.
    function base() external view returns (address);

    /// @notice ALITA wei an attester must have bonded to count.
    function minBond() external view returns (uint256);

    /// @notice Seconds between `exit` and `withdraw`, during which the bond can still be taken.
    function unbonding() external view returns (uint256);

    /* BONDS */

    /// @notice Bond `amount` ALITA wei of the caller's, or add them to its bond. Needs an allowance.
    function register(uint256 amount) external;

    /// @notice Stop attesting at once and start to unbond.
    function exit() external;

    /// @notice Take the bond back after unbonding.
    function withdraw() external;

    /// @notice What is known of an attester.
    function bondOf(address attester) external view returns (Bond memory);

    /// @notice Whether the attester's signatures count now: bonded, not leaving, never caught.
    function isActive(address attester) external view returns (bool);

    /* SETS */

    /// @notice Hash of a set, the form in which pools remember it; fails with the rule that the set breaks.
    function hashSet(AttesterSet calldata set) external pure returns (bytes32);

    /// @notice Fails unless at least `set.threshold` active members of `set` signed `digest`.
    /// @param expectedSet What `set` must hash to.
    /// @param signatures Strictly ascending by attester; every one given must be good, even beyond the threshold.
    function verify(
        bytes32 digest,
        bytes32 expectedSet,
        AttesterSet calldata set,
        AttesterSignature[] calldata signatures
    ) external view;

    /* EQUIVOCATION */

    /// @notice Take the whole bond of an attester who signed two different assessments of one contribution to `pool`.
    /// Half goes to the caller, the rest out of circulation.
    /// @dev Works while the bond unbonds. An assessment is its quality and novelty; deadlines may differ.
    function slashEquivocation(
        address pool,
        Contribution calldata contribution,
        Assessment calldata assessmentA,
        bytes calldata signatureA,
        Assessment calldata assessmentB,
        bytes calldata signatureB,
        address attester
    ) external;
}
