// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Job, JobRuling, Settlement} from "../types/Job.sol";

/// @title JobHash
/// @notice A job's id and the EIP-712 struct hashes that the consumer and the attesters sign.
library JobHash {
    bytes32 internal constant CONSENT_TYPEHASH = keccak256(
        "Consent(bytes32 jobId,uint64 units,bytes32 resultDigest,bytes32 payoutRoot)"
    );
    bytes32 internal constant RULING_TYPEHASH = keccak256(
        "Ruling(bytes32 jobId,uint64 units,bytes32 payoutRoot,uint40 deadline)"
    );

    uint256 private constant JOB_SIZE = 17 * 32; // bytes of an encoded Job, all of whose fields are static

    /// @notice The key under which a job is remembered, keccak256(abi.encode(job)): every field counts.
    function id(Job memory job) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            hash := keccak256(job, JOB_SIZE) // in memory a static struct lies as abi.encode would write it
        }
    }

    /// @notice The same of a job in calldata. Dirty upper bits give the id of no job.
    function idOf(Job calldata job) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40) // scratch behind the free memory pointer, given back at once
            calldatacopy(free, job, JOB_SIZE)
            hash := keccak256(free, JOB_SIZE)
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
