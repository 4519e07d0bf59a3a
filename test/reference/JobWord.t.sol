// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {JobWord} from "../../contracts/libraries/JobWord.sol";
import {JobPhase, JobStatus} from "../../contracts/types/Job.sol";

/// @notice A job's status as a word against its readable twin: the fields one behind the other, highest bits first.
contract JobWordTest is StdAssertions {
    uint8 private constant PHASES = 7;

    function testFuzz_pack_isTheFieldsInOneWord(
        uint56 units,
        uint56 takenUnits,
        uint40 until,
        uint8 phase,
        uint8 flags,
        uint88 paidLeaves
    ) public pure {
        JobStatus memory s = JobStatus(units, takenUnits, until, JobPhase(phase % PHASES), flags, paidLeaves);
        bytes memory twin = abi.encodePacked(paidLeaves, flags, s.phase, until, takenUnits, units);
        assertEq(twin.length, 32);
        assertEq(bytes32(JobWord.pack(s)), bytes32(twin));
        assertEq(abi.encode(JobWord.unpack(JobWord.pack(s))), abi.encode(s));
    }
}
