// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Sketch} from "../../contracts/libraries/Sketch.sol";
import {SlowSketch} from "../reference/SlowSketch.sol";

contract SketchTest is StdAssertions {
    bytes32 private constant ALL = bytes32(type(uint256).max);

    function test_agreement_atItsEnds() public pure {
        assertEq(Sketch.agreement(0, 0), 64);
        assertEq(Sketch.agreement(ALL, ALL), 64);
        assertEq(Sketch.agreement(0, ALL), 0);
        assertEq(Sketch.agreement(0, bytes32(ALL) & bytes32(uint256(0x1111) << 64)), 60);
    }

    function test_agreement_losesOneLaneForAnyOneBit() public pure {
        for (uint256 bit = 0; bit < 256; ++bit) assertEq(Sketch.agreement(0, bytes32(1 << bit)), 63);
    }

    function testFuzz_agreement_equalsItsTwin(bytes32 a, bytes32 b) public pure {
        assertEq(Sketch.agreement(a, b), SlowSketch.agreement(a, b));
        assertEq(Sketch.agreement(b, a), Sketch.agreement(a, b));
    }

    /// @dev Random words agree in about 4 lanes; a masked difference visits all counts from 0 to 64.
    function testFuzz_agreement_equalsItsTwin_forNearCopies(bytes32 a, bytes32 noise, bytes32 mask) public pure {
        bytes32 b = a ^ (noise & mask & (mask << 4) & (mask >> 4));
        assertEq(Sketch.agreement(a, b), SlowSketch.agreement(a, b));
    }
}
