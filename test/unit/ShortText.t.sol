// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Vm} from "forge-std/Vm.sol";
import {ShortText} from "../../contracts/libraries/ShortText.sol";

contract ShortTextTest is StdAssertions {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    string private constant LONGEST = "1234567890123456789012345678901"; // 31 bytes

    function test_check_acceptsOneToThirtyOneBytes() public pure {
        ShortText.check("a");
        ShortText.check(LONGEST);
        ShortText.check(unicode"天気 – Wetter");
    }

    function test_check_revertsIf_textIsEmpty() public {
        _expectBad("");
        this.check("");
    }

    function test_check_revertsIf_textHasThirtyTwoBytes() public {
        string memory text = string.concat(LONGEST, "2");
        _expectBad(text);
        this.check(text);
    }

    /// @dev T6: every byte value, at the first, a middle and the last place.
    function test_check_refusesControlCharactersAlone() public {
        for (uint256 place = 0; place < 31; place += 15) {
            for (uint256 letter = 0; letter < 256; ++letter) {
                bytes memory letters = bytes(string.concat(LONGEST));
                letters[place] = bytes1(uint8(letter));
                if (letter < 0x20 || letter == 0x7f) _expectBad(string(letters));
                this.check(string(letters));
            }
        }
    }

    function testFuzz_toText_readsEveryTextThatPasses(bytes32 word, uint8 size) public pure {
        bytes memory letters = bytes(string.concat(LONGEST));
        uint256 length = 1 + (size % 31);
        assembly ("memory-safe") {
            mstore(letters, length) // shortens
        }
        for (uint256 i = 0; i < length; ++i) letters[i] = bytes1(0x20 | (uint8(word[i]) % 0x40)); // 0x20 .. 0x3f
        ShortText.check(string(letters));
        assertEq(ShortText.toText(bytes32(letters)), string(letters));
        assertEq(ShortText.lengthOf(bytes32(letters)), length);
    }

    function test_toText_endsAtTheFirstZero() public pure {
        assertEq(ShortText.toText(0), "");
        assertEq(ShortText.lengthOf(0), 0);
        assertEq(ShortText.toText(hex"4100420000"), "A");
        assertEq(ShortText.lengthOf(bytes32(type(uint256).max)), 32);
        assertEq(ShortText.toText("12345678901234567890123456789012"), "12345678901234567890123456789012");
    }

    /// @dev An external call, so that its revert can be expected.
    function check(string calldata text) external pure {
        ShortText.check(text);
    }

    function _expectBad(string memory text) private {
        vm.expectRevert(abi.encodeWithSelector(ShortText.BadText.selector, text));
    }
}
