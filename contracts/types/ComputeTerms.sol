// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice All that ComputeBilling needs to know of a pool, in one call.
struct ComputeTerms {
    address token; // Data Token
    address pair;
    bool open; // jobs are accepted (listed and not closed)
    uint32 cohort; // providers with a live Device contribution, now
    uint32 minCohort;
    uint16 burnBps;
    uint96 unitPrice; // ALITA wei per compute unit
    uint64 epsilonPerJob; // wad
    uint64 epsilonPerPeriod; // wad
    uint32 privacyPeriod; // seconds
    bytes32 attesterSet;
    address arbiter; // or 0
}
