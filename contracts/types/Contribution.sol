// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice How a contribution can be used.
enum ContributionKind {
    Device, // stays on the provider's device: compute only
    Remote // an encrypted URL: licence holders fetch it
}

/// @notice What a provider contributes; every field is signed by the attesters (EIP-712).
struct Contribution {
    address provider; // who earns
    ContributionKind kind;
    bytes32 contentRoot; // salted Merkle root of the records; unique in the whole protocol
    bytes32 contentTag; // equal for equal content whatever the salt; unique in a pool, and the contribution's id
    bytes32 sketch; // 64 MinHash lanes of 4 bits
    bytes32 metadata; // sha2-256 of the canonical metadata document
    uint64 units; // data units (records)
    bytes32 parent; // contentTag of the contribution this one updates; 0 for a first contribution
}

/// @notice What the attesters found.
struct Assessment {
    uint16 quality; // bps
    uint16 novelty; // bps, against the parent; 0 for a first contribution
    uint40 deadline; // unix seconds, last moment the attestation may be used
}

/// @notice What a pool remembers of a contribution: a word on its use, a word on its reward.
struct ContributionRecord {
    address provider; // 0: unknown
    uint40 submittedAt; // unix seconds
    uint40 revokedAt; // unix seconds, of consent withdrawn or a copy proven; 0: in use
    ContributionKind kind;
    bool slashed;
    uint96 reward; // reward-token wei credited and not yet taken
    uint64 units;
    uint32 number; // order of acceptance in the pool, from 1
    uint16 quality; // bps
    bool isUpdate; // of a parent, and credited a reward for novelty; stays true when the reward is forfeited
}
