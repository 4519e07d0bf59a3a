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

    bytes1 private constant LEAF = 0x00;
    bytes1 private constant NODE = 0x01;
    bytes1 private constant ROOT = 0x02;

    /// @notice The sums on the path do not fit 64 bits.
    error SumOverflow(uint256 sum);
    /// @notice No tree is that deep.
    error ProofTooLong(uint256 length, uint256 max);
    /// @notice A tree of this depth has no such place.
    error IndexOutsideTree(uint256 index, uint256 depth);

    /// @notice Hash of a leaf.
    function leafHash(Payout calldata leaf) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(LEAF, leaf.index, leaf.provider, leaf.contribution, leaf.units));
    }

    /// @notice Hash of an inner node.
    function nodeHash(
        bytes32 leftHash,
        uint64 leftSum,
        bytes32 rightHash,
        uint64 rightSum
    ) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(NODE, leftHash, leftSum, rightHash, rightSum));
    }

    /// @notice The root that the chain stores.
    function rootHash(uint256 depth, bytes32 topHash, uint64 total) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(ROOT, uint8(depth), topHash, total)); // depth <= 32
    }

    /// @notice Root and total of the tree in which `leaf` has its place and `proof` leads to the top.
    function rootOf(Payout calldata leaf, SumNode[] calldata proof) internal pure returns (bytes32 root, uint64 total) {
        uint256 depth = proof.length;
        require(depth <= MAX_DEPTH, ProofTooLong(depth, MAX_DEPTH));
        require(uint256(leaf.index) >> depth == 0, IndexOutsideTree(leaf.index, depth));

        bytes32 hash = leafHash(leaf);
        total = leaf.units;
        for (uint256 level = 0; level < depth; ++level) {
            bytes32 sibling = proof[level].hash;
            uint64 siblingSum = proof[level].sum;
            bool isRight = (uint256(leaf.index) >> level) & 1 == 1;
            hash = isRight ? nodeHash(sibling, siblingSum, hash, total) : nodeHash(hash, total, sibling, siblingSum);
            total = _add(total, siblingSum);
        }
        root = rootHash(depth, hash, total);
    }

    function _add(uint64 a, uint64 b) private pure returns (uint64) {
        uint256 sum = uint256(a) + b;
        require(sum <= type(uint64).max, SumOverflow(sum));
        return uint64(sum); // checked above
    }
}
