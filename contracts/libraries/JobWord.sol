// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobPhase, JobStatus} from "../types/Job.sol";

/// @title JobWord
/// @notice A job's status as the one word that is stored, lowest bits first: units (56), takenUnits (56), until (40),
/// phase (8), flags (8), paidLeaves (88).
/// @dev By hand, because the compiler reads and writes such a struct in storage field by field.
library JobWord {
    function pack(JobStatus memory status) internal pure returns (uint256 word) {
        word = uint256(status.units) | (uint256(status.takenUnits) << 56) | (uint256(status.until) << 112);
        word |= (uint256(status.phase) << 152) | (uint256(status.flags) << 160) | (uint256(status.paidLeaves) << 168);
    }

    /// @dev Each cast cuts the field's bits out of the word.
    function unpack(uint256 word) internal pure returns (JobStatus memory status) {
        status.units = uint56(word);
        status.takenUnits = uint56(word >> 56);
        status.until = uint40(word >> 112);
        status.phase = JobPhase(uint8(word >> 152));
        status.flags = uint8(word >> 160);
        status.paidLeaves = uint88(word >> 168);
    }
}
