// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What an attester has at stake.
struct Bond {
    uint128 amount; // ALITA wei
    uint40 withdrawableAt; // unix seconds; 0: not exiting
    bool barred; // equivocated once, out for good
}
