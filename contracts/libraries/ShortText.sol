// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ShortText
/// @notice Texts of at most 31 bytes in a clone's arguments, read as a word that they begin and a zero byte ends.
library ShortText {
    /// @notice Not 1 to 31 bytes, or with a control character.
    error BadText(string text);

    /// @notice Refuses what cannot be a name or symbol: 1 to 31 bytes (one is left to end it) and no control character,
    /// which could make a wallet or a log show something else.
    function check(string memory text) internal pure {
        bytes memory letters = bytes(text);
        require(letters.length > 0 && letters.length < 32, BadText(text));
        for (uint256 i = 0; i < letters.length; ++i) {
            require(letters[i] >= 0x20 && letters[i] != 0x7f, BadText(text));
        }
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
