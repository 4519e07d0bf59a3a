// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";

/// @dev What `test.test.ts` counts: one test that passes and one that fails when it is asked to.
contract CountedTest {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function test_passes() external pure {}

    function test_failsWhenAsked() external view {
        require(!VM.envOr("COUNTED_TEST_FAILS", false), "asked to fail");
    }
}
