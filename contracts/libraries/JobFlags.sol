// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title JobFlags
/// @notice Which of a settled job's one-time payments were made; bits of JobStatus.flags.
library JobFlags {
    uint8 internal constant FEE_PAID = 1; // the coordinator has its fee
    uint8 internal constant UNUSED_RETURNED = 2; // the consumer has what was not charged, and the burn is done
    uint8 internal constant REST_RETURNED = 4; // the consumer has what no provider claimed
}
