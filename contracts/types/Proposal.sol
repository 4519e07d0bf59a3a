// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

// Moments of proposals have 32 bits, which fill a ballot's word: from February 2106 on there are no new proposals.

/// @notice A licence offered to one buyer at a price of its own.
struct PriceProposal {
    address buyer; // the only one who may accept or reject
    uint96 price; // ALITA wei
    uint32 duration; // seconds of access
    uint96 voteBudget; // ALITA wei shared by all voters, yes and no
    uint32 expiry; // unix seconds, last moment to vote and accept
    bytes32 salt; // makes equal offers distinct
}

/// @notice The terms of a pool that may still change, for the future only.
enum Parameter {
    MinQuality, // abi.encode(uint16 bps)
    UnitPrice, // abi.encode(uint96 ALITA wei per compute unit)
    Attesters // abi.encode(AttesterSet)
}

/// @notice A change of one parameter.
struct ParameterProposal {
    Parameter parameter;
    bytes data; // the new value, ABI encoded
    uint96 voteBudget; // ALITA wei shared by all voters, yes and no
    uint32 expiry; // unix seconds, last moment to vote and execute
    bytes32 salt; // makes equal proposals distinct
}

/// @notice What a pool keeps of a proposal: one word under the hash of its content.
struct Ballot {
    uint96 needed; // yes votes (stake wei) still missing; 0: passed
    uint96 cast; // yes and no votes so far (stake wei)
    uint32 expiry; // unix seconds
    uint24 number; // of the snapshot; 0: passed without a vote
    bool closed; // accepted, rejected, executed or cancelled
}
