// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice An ERC-2612 signature that lets a contract pull `value` from its caller in the same transaction.
/// @dev `deadline` 0 means "no permit": the existing allowance is used.
struct Permit {
    uint256 value; // token wei the signature allows
    uint256 deadline; // unix seconds; 0: none given
    uint8 v;
    bytes32 r;
    bytes32 s;
}
