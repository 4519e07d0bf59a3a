// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title CloneArgs
/// @notice Reads the immutable arguments behind an OpenZeppelin clone's 45 bytes of code, one word at a time and
/// without touching memory beyond scratch space.
library CloneArgs {
    uint256 private constant PREFIX = 0x2d; // length of the ERC-1167 code in front of the arguments

    /// @notice The 32 bytes at `offset` of this clone's arguments; bytes beyond the end read as zero.
    function word(uint256 offset) internal view returns (bytes32) {
        return wordOf(address(this), offset);
    }

    /// @notice The 32 bytes at `offset` of another clone's arguments; bytes beyond the end read as zero.
    function wordOf(address clone, uint256 offset) internal view returns (bytes32 value) {
        assembly ("memory-safe") {
            extcodecopy(clone, 0x00, add(PREFIX, offset), 0x20) // scratch space
            value := mload(0x00)
        }
    }

    /// @notice The 20-byte address at `offset` of this clone's tightly packed arguments.
    function addressAt(uint256 offset) internal view returns (address) {
        return address(bytes20(word(offset)));
    }
}
