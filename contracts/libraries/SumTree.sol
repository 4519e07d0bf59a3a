// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Payout, SumNode} from "../types/Job.sol";

/// @title SumTree
/// @notice A Merkle tree in which every node carries the sum of the units below it, so that a root promises an exact
/// total and claims under it can never add up to more, whoever built it.
/// @dev The format (docs/spec/sum-tree.md has a test vector). Integers are big-endian, `|` concatenates:
///
///   leaf hash = keccak256(0x00 | index (4) | provider (20) | contribution (32) | units (8))        65 bytes
///   node hash = keccak256(0x01 | left hash (32) | left sum (8) | right hash (32) | right sum (8))  81 bytes
///   root      = keccak256(0x02 | depth (1) | top hash (32) | total (8))                            42 bytes
///
/// A leaf's sum is its units, a node's sum is that of its two children and fits 64 bits, or the tree is invalid.
/// n leaves make a tree of depth ceil(log2 n); a place without a node, on any level, holds the empty node: hash 0,
/// sum 0. Bit i of the index says whether the node on level i (0 = leaves) is a right child. The proof lists the
/// siblings from the leaves upward.
///
/// Why it holds: the first byte keeps leaves, nodes and roots apart; each has one length; the root fixes the depth,
/// so a proof cannot be stretched or cut; and the index fixes the path, so one leaf has one place.
library SumTree {
    uint256 internal constant MAX_DEPTH = 32; // bits of an index

    /// @notice The sums on the path do not fit 64 bits.
    error SumOverflow(uint256 sum);
    /// @notice No tree is that deep.
    error ProofTooLong(uint256 length, uint256 max);
    /// @notice A tree of this depth has no such place.
    error IndexOutsideTree(uint256 index, uint256 depth);

    /// @notice Root and total of the tree in which `leaf` has its place and `proof` leads to the top.
    function rootOf(Payout calldata leaf, SumNode[] calldata proof) internal pure returns (bytes32 root, uint64 total) {
        uint256 depth = proof.length;
        uint256 index = leaf.index;
        require(depth <= MAX_DEPTH, ProofTooLong(depth, MAX_DEPTH));
        require(index >> depth == 0, IndexOutsideTree(index, depth));

        bytes32 hash = _leafHash(index, leaf.provider, leaf.contribution, leaf.units);
        uint256 sum = leaf.units;
        unchecked {
            for (uint256 level = 0; level < depth; ++level) {
                // depth is at most 32
                SumNode calldata sibling = proof[level];
                hash =
                    (index >> level) & 1 == 0
                        ? _nodeHash(hash, sum, sibling.hash, sibling.sum)
                        : _nodeHash(sibling.hash, sibling.sum, hash, sum);
                sum += sibling.sum; // both below 2^64
                require(sum <= type(uint64).max, SumOverflow(sum));
            }
        }
        total = uint64(sum); // checked on every level
        root = keccak256(abi.encodePacked(bytes1(0x02), uint8(depth), hash, total)); // depth <= 32
    }

    /// @dev keccak256(0x00 | index (4) | provider (20) | contribution (32) | units (8)).
    function _leafHash(
        uint256 index,
        address provider,
        bytes32 contribution,
        uint64 units
    ) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(bytes1(0x00), uint32(index), provider, contribution, units));
    }

    /// @dev keccak256(0x01 | left hash (32) | left sum (8) | right hash (32) | right sum (8)), sums below 2^64.
    function _nodeHash(
        bytes32 leftHash,
        uint256 leftSum,
        bytes32 rightHash,
        uint256 rightSum
    ) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let text := mload(0x40) // behind the free memory pointer, given back at once
            mstore8(text, 0x01)
            mstore(add(text, 1), leftHash)
            mstore(add(text, 33), shl(192, leftSum)) // 8 bytes and a tail that the next line overwrites
            mstore(add(text, 41), rightHash)
            mstore(add(text, 73), shl(192, rightSum)) // 8 bytes and a tail beyond what is hashed
            hash := keccak256(text, 81)
        }
    }
}
