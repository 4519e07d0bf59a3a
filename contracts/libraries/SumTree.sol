// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Payout} from "../types/Job.sol";

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
/// sum 0. Bit i of the index says whether the node on level i (0 = leaves) is a right child. The proof is the siblings
/// from the leaves upward, each as hash (32) | sum (8), the form in which they are hashed.
///
/// Why it holds: the first byte keeps leaves, nodes and roots apart; each has one length; the root fixes the depth,
/// so a proof cannot be stretched or cut; and the index fixes the path, so one leaf has one place.
library SumTree {
    uint256 internal constant MAX_DEPTH = 32; // bits of an index
    uint256 internal constant NODE_SIZE = 40; // bytes of a sibling

    /// @notice The sums on the path do not fit 64 bits.
    error SumOverflow(uint256 sum);
    /// @notice A proof is `NODE_SIZE` bytes for each of at most `MAX_DEPTH` levels.
    error BadProofLength(uint256 length);
    /// @notice A tree of this depth has no such place.
    error IndexOutsideTree(uint256 index, uint256 depth);

    /// @notice Root and total of the tree in which `leaf` has its place and `proof` leads to the top.
    function rootOf(Payout calldata leaf, bytes calldata proof) internal pure returns (bytes32 root, uint64 total) {
        uint256 depth = proof.length / NODE_SIZE;
        uint256 index = leaf.index;
        require(proof.length % NODE_SIZE == 0 && depth <= MAX_DEPTH, BadProofLength(proof.length));
        require(index >> depth == 0, IndexOutsideTree(index, depth));

        bytes32 hash = _leafHash(index, leaf.provider, leaf.contribution, leaf.units);
        uint256 sum;
        (hash, sum) = _climb(hash, leaf.units, index, proof);
        require(sum <= type(uint64).max, SumOverflow(sum)); // sums only grow, so none below was larger
        total = uint64(sum);
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

    /// @dev From a leaf to the top: on each level keccak256(0x01 | left hash (32) | left sum (8) | right hash (32) |
    /// right sum (8)) of the node and its sibling. `path` tells on which side the node stands, lowest level first.
    function _climb(
        bytes32 hash,
        uint256 sum,
        uint256 path,
        bytes calldata proof
    ) private pure returns (bytes32 topHash, uint256 topSum) {
        assembly ("memory-safe") {
            let text := mload(0x40) // 81 bytes behind the free memory pointer, given back at once
            mstore8(text, 0x01)
            let end := add(proof.offset, proof.length)
            for {
                let at := proof.offset
            } lt(at, end) {
                at := add(at, NODE_SIZE)
            } {
                let shift := mul(NODE_SIZE, and(path, 1)) // of a right node
                let node := add(add(text, 1), shift)
                mstore(node, hash)
                mstore(add(node, 32), shl(192, sum)) // 8 bytes and a tail: under the sibling, or beyond the text
                calldatacopy(sub(add(text, 41), shift), at, NODE_SIZE)
                hash := keccak256(text, 81)
                sum := add(sum, shr(192, calldataload(add(at, 32)))) // at most 33 sums below 2^64
                path := shr(1, path)
            }
            topHash := hash
            topSum := sum
        }
    }
}
