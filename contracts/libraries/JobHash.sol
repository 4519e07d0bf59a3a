// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Job, JobRuling, PayTerms, Settlement} from "../types/Job.sol";

/// @title JobHash
/// @notice A job's id and the EIP-712 struct hashes that the consumer and the attesters sign.
/// @dev Every field counts. The id is hashed in two steps, so that a claim brings six words along instead of seventeen:
///
///   id = keccak256(abi.encode(pool, token, openedAt, unitPrice, unitData, keccak256(abi.encode(the other twelve))))
library JobHash {
    bytes32 internal constant CONSENT_TYPEHASH = keccak256(
        "Consent(bytes32 jobId,uint64 units,bytes32 resultDigest,bytes32 payoutRoot)"
    );
    bytes32 internal constant RULING_TYPEHASH = keccak256(
        "Ruling(bytes32 jobId,uint64 units,bytes32 payoutRoot,uint40 deadline)"
    );

    uint256 private constant JOB_SIZE = 17 * 32; // bytes of an encoded Job, all of whose fields are static
    uint256 private constant PAY_SIZE = 5 * 32; // of its first fields, by which providers are paid
    uint256 private constant TERMS_SIZE = 6 * 32; // of encoded PayTerms

    /// @notice The key under which a job is remembered.
    function id(Job memory job) internal pure returns (bytes32) {
        uint256 copy;
        assembly ("memory-safe") {
            copy := mload(0x40)
            mcopy(copy, job, JOB_SIZE) // in memory a static struct lies as abi.encode would write it
        }
        return _idAt(copy);
    }

    /// @notice The same of a job in calldata. Dirty upper bits give the id of no job.
    function idOf(Job calldata job) internal pure returns (bytes32) {
        uint256 copy;
        assembly ("memory-safe") {
            copy := mload(0x40)
            calldatacopy(copy, job, JOB_SIZE)
        }
        return _idAt(copy);
    }

    /// @notice The same of the part that a claim brings along. Dirty upper bits give the id of no job.
    function idOf(PayTerms calldata terms) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let copy := mload(0x40) // behind the free memory pointer, given back at once
            calldatacopy(copy, terms, TERMS_SIZE)
            hash := keccak256(copy, TERMS_SIZE)
        }
    }

    /// @dev Of a job's copy behind the free memory pointer, which is written over.
    function _idAt(uint256 copy) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let rest := add(copy, PAY_SIZE)
            mstore(rest, keccak256(rest, sub(JOB_SIZE, PAY_SIZE)))
            hash := keccak256(copy, TERMS_SIZE)
        }
    }

    /// @notice Struct hash of a consumer's consent to a settlement. A job is settled once, so it serves once.
    function consentHash(bytes32 jobId, Settlement calldata settlement) internal pure returns (bytes32) {
        return keccak256(abi.encode(CONSENT_TYPEHASH, jobId, settlement));
    }

    /// @notice Struct hash of the attesters' ruling. A dispute is ruled once, so it serves once.
    function rulingHash(JobRuling calldata ruling) internal pure returns (bytes32) {
        return keccak256(abi.encode(RULING_TYPEHASH, ruling));
    }
}
