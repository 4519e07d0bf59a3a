// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ShortText
/// @notice Texts of at most 32 bytes kept left-aligned and zero padded in one word, as in a clone's arguments.
library ShortText {
    /// @notice The text in front of the first zero byte.
    function toText(bytes32 word) internal pure returns (string memory text) {
        text = string(abi.encodePacked(word));
        uint256 length = lengthOf(word);
        assembly ("memory-safe") {
            mstore(text, length) // shortens: length <= 32, the size allocated
        }
    }

    /// @notice Bytes in front of the first zero byte.
    function lengthOf(bytes32 word) internal pure returns (uint256 length) {
        while (length < 32 && word[length] != 0) ++length;
    }
}
