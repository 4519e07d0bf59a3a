// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice The readable twin of Sketch: one lane after the other.
library SlowSketch {
    function agreement(bytes32 a, bytes32 b) internal pure returns (uint256 lanes) {
        for (uint256 lane = 0; lane < 64; ++lane) {
            if (_lane(a, lane) == _lane(b, lane)) ++lanes;
        }
    }

    function _lane(bytes32 sketch, uint256 lane) private pure returns (uint256) {
        return (uint256(sketch) >> (4 * lane)) % 16;
    }
}
