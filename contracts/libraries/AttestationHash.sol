// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Assessment, Contribution} from "../types/Contribution.sol";

/// @title AttestationHash
/// @notice The EIP-712 digest that attesters sign about a contribution. One home for it, because a pool that accepts
/// signatures and a registry that slashes for them must read exactly the same message.
library AttestationHash {
    bytes32 internal constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 internal constant NAME_HASH = keccak256("Datawell");
    bytes32 internal constant VERSION_HASH = keccak256("1");
    bytes32 internal constant CONTRIBUTION_TYPEHASH = keccak256(
        "Contribution(address provider,uint8 kind,bytes32 contentRoot,bytes32 contentTag,bytes32 sketch,"
        "bytes32 metadata,uint64 units,bytes32 parent)"
    );
    bytes32 internal constant ATTESTATION_TYPEHASH = keccak256(
        "Attestation(Contribution contribution,uint16 quality,uint16 novelty,"
        "uint40 deadline)Contribution(address provider,uint8 kind,bytes32 contentRoot,bytes32 contentTag,"
        "bytes32 sketch,bytes32 metadata,uint64 units,bytes32 parent)"
    );

    /// @notice Domain separator of a Datawell contract on the current chain, computed anew so that a fork is noticed.
    function domainSeparator(address verifyingContract) internal view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPEHASH, NAME_HASH, VERSION_HASH, block.chainid, verifyingContract));
    }

    /// @notice EIP-712 struct hash of a contribution.
    function contributionHash(Contribution calldata contribution) internal pure returns (bytes32) {
        return keccak256(abi.encode(CONTRIBUTION_TYPEHASH, contribution)); // a static struct is encoded in place
    }

    /// @notice EIP-712 struct hash of what an attester says about a contribution.
    function attestationHash(
        Contribution calldata contribution,
        Assessment calldata assessment
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(ATTESTATION_TYPEHASH, contributionHash(contribution), assessment));
    }

    /// @notice What an attester of `pool` signs.
    function digest(
        address pool,
        Contribution calldata contribution,
        Assessment calldata assessment
    ) internal view returns (bytes32) {
        return MessageHashUtils.toTypedDataHash(domainSeparator(pool), attestationHash(contribution, assessment));
    }
}
