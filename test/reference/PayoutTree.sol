// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Payout} from "../../contracts/types/Job.sol";

/// @notice A node with the sum of the units below it.
struct SumNode {
    bytes32 hash;
    uint64 sum;
}

/// @notice The payout tree as docs/spec/sum-tree.md tells it: built level by level, slow and readable.
library PayoutTree {
    /// @notice Root of the tree over `leaves`.
    function root(Payout[] memory leaves) internal pure returns (bytes32) {
        SumNode[] memory level = _leaves(leaves);
        uint256 depth = 0;
        for (; level.length > 1; ++depth) level = _parents(level);
        return keccak256(abi.encodePacked(hex"02", uint8(depth), level[0].hash, level[0].sum));
    }

    /// @notice Siblings of leaf `index`, from the leaves upward.
    function proof(Payout[] memory leaves, uint256 index) internal pure returns (bytes memory siblings) {
        SumNode[] memory level = _leaves(leaves);
        for (; level.length > 1; index /= 2) {
            SumNode memory sibling = _at(level, index ^ 1);
            siblings = bytes.concat(siblings, sibling.hash, bytes8(sibling.sum));
            level = _parents(level);
        }
    }

    function _leaves(Payout[] memory leaves) private pure returns (SumNode[] memory level) {
        level = new SumNode[](leaves.length);
        for (uint256 i = 0; i < leaves.length; ++i) {
            Payout memory leaf = leaves[i];
            bytes memory text = abi.encodePacked(hex"00", leaf.index, leaf.provider, leaf.contribution, leaf.units);
            level[i] = SumNode({hash: keccak256(text), sum: leaf.units});
        }
    }

    function _parents(SumNode[] memory level) private pure returns (SumNode[] memory above) {
        above = new SumNode[]((level.length + 1) / 2);
        for (uint256 i = 0; i < above.length; ++i) {
            SumNode memory left = level[2 * i];
            SumNode memory right = _at(level, 2 * i + 1);
            bytes memory text = abi.encodePacked(hex"01", left.hash, left.sum, right.hash, right.sum);
            above[i] = SumNode({hash: keccak256(text), sum: left.sum + right.sum});
        }
    }

    /// @dev The empty node where there is none.
    function _at(SumNode[] memory level, uint256 index) private pure returns (SumNode memory node) {
        if (index < level.length) node = level[index];
    }
}
