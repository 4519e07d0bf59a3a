// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CloneArgs} from "./CloneArgs.sol";
import {ShortText} from "./ShortText.sol";

/// @title TokenArgs
/// @notice What stands in a Data Token's code behind the clone. The pair of a token knows nothing but the token, and
/// reads the maker and its fee share there as well.
/// @dev Name and symbol come last, with a zero byte between them, and take no more code than they need: a byte of code
/// costs 200 gas at launch. What lies beyond the code's end reads as zero, which ends the symbol.
library TokenArgs {
    uint256 private constant FACTORY = 0; // offsets, bytes
    uint256 private constant MAKER = 20;
    // makerFeeShare at 40, read together with the maker
    uint256 private constant METADATA = 42;
    uint256 private constant NAME = 74;

    /// @notice The clone's arguments.
    /// @param share maker's part of every swap fee, bps
    /// @param metadata_ sha2-256 of the first metadata document
    function pack(
        address factory_,
        address maker_,
        uint16 share,
        bytes32 metadata_,
        string memory name_,
        string memory symbol_
    ) internal pure returns (bytes memory) {
        ShortText.check(name_);
        ShortText.check(symbol_);
        return abi.encodePacked(factory_, maker_, share, metadata_, name_, bytes1(0), symbol_);
    }

    function factory(address token) internal view returns (address) {
        return address(bytes20(CloneArgs.wordOf(token, FACTORY)));
    }

    function maker(address token) internal view returns (address) {
        return address(bytes20(CloneArgs.wordOf(token, MAKER)));
    }

    /// @notice Maker's part of every swap fee, bps.
    function makerFeeShare(address token) internal view returns (uint256 share) {
        (, share) = makerTerms(token);
    }

    /// @notice The maker and its part of every swap fee, bps.
    function makerTerms(address token) internal view returns (address, uint256) {
        bytes32 word = CloneArgs.wordOf(token, MAKER); // both, 20 bytes and 2
        return (address(bytes20(word)), uint16(bytes2(word << 160)));
    }

    function metadata(address token) internal view returns (bytes32) {
        return CloneArgs.wordOf(token, METADATA);
    }

    function name(address token) internal view returns (string memory) {
        return ShortText.toText(_name(token));
    }

    function symbol(address token) internal view returns (string memory) {
        return ShortText.toText(CloneArgs.wordOf(token, NAME + ShortText.lengthOf(_name(token)) + 1));
    }

    function _name(address token) private view returns (bytes32) {
        return CloneArgs.wordOf(token, NAME);
    }
}
