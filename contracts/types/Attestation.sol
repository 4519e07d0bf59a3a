// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice The attesters a pool trusts and how many of them must agree.
/// @dev A pool stores only keccak256(abi.encode(AttesterSet)); callers bring the set along.
struct AttesterSet {
    uint8 threshold; // m, 1 .. attesters.length
    address[] attesters; // n, strictly ascending, at most 16
}

/// @notice One attester's signature over an EIP-712 digest (ECDSA or ERC-1271).
struct AttesterSignature {
    address attester;
    bytes signature;
}
