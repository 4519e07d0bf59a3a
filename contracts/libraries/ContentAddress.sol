// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ContentAddress
/// @notice Turns a sha2-256 digest into the address under which IPFS finds the document.
library ContentAddress {
    bytes private constant ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"; // RFC 4648 base32, lower case
    uint256 private constant PREFIX = 0x01551220; // CIDv1, raw codec, sha2-256, 32 bytes of digest
    uint256 private constant LETTERS = 58; // 36 bytes in groups of 5 bits, rounded up

    /// @notice "ipfs://" and the CIDv1 of `digest` in base32.
    function uri(bytes32 digest) internal pure returns (string memory) {
        bytes memory letters = new bytes(LETTERS);
        for (uint256 i = 0; i < LETTERS; ++i) letters[i] = ALPHABET[_group(digest, i)];
        return string.concat("ipfs://b", string(letters));
    }

    /// @dev The `index`-th group of 5 bits of prefix (32 bits), digest (256 bits) and two zero bits of padding.
    function _group(bytes32 digest, uint256 index) private pure returns (uint256) {
        uint256 shift = (LETTERS - 1 - index) * 5; // bits to the right of the group; 290 bits in all
        uint256 low = shift >= 2 ? uint256(digest) >> (shift - 2) : uint256(digest) << 2;
        // The prefix begins 258 bits from the right: behind it 256 of digest and 2 of padding.
        uint256 high = shift >= 258 ? PREFIX >> (shift - 258) : PREFIX << (258 - shift);
        return (low | high) & 0x1f;
    }
}
