// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Sketch
/// @notice 64 MinHash lanes of 4 bits in one word. Two unrelated contents agree in about 4 lanes by chance, equal
/// contents in all 64 (b-bit minwise hashing, Li and König 2010).
library Sketch {
    uint256 private constant LOW_BITS = 0x1111111111111111111111111111111111111111111111111111111111111111;

    /// @notice How many of the 64 lanes hold the same value.
    function agreement(bytes32 a, bytes32 b) internal pure returns (uint256 lanes) {
        uint256 difference = uint256(a ^ b);
        // a lane's lowest bit becomes 1 if any of its four bits differs
        uint256 marks = (difference | (difference >> 1) | (difference >> 2) | (difference >> 3)) & LOW_BITS;
        uint256 pairs =
            (marks & 0x0101010101010101010101010101010101010101010101010101010101010101) +
                ((marks >> 4) & 0x0101010101010101010101010101010101010101010101010101010101010101);
        unchecked {
            // each byte holds 0..2; the multiplication sums all 32 bytes (at most 64) into the top byte, modulo 2^256
            lanes = 64 - ((pairs * 0x0101010101010101010101010101010101010101010101010101010101010101) >> 248);
        }
    }
}
