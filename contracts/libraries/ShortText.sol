// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ShortText
/// @notice Texts of at most 32 bytes kept left-aligned and zero padded in one word, as in a clone's arguments.
library ShortText {
    /// @notice Not 1 to 31 bytes, or with a control character.
    error BadText(string text);

    /// @notice A name or symbol as one word: 1 to 31 bytes (one is left to end it) and no control character, which
    /// could make a wallet or a log show something else.
    function pack(string memory text) internal pure returns (bytes32 word) {
        bytes memory letters = bytes(text);
        require(letters.length > 0 && letters.length < 32, BadText(text));
        for (uint256 i = 0; i < letters.length; ++i) {
            require(letters[i] >= 0x20 && letters[i] != 0x7f, BadText(text));
        }
        word = bytes32(letters);
    }

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
