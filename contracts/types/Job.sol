// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What a consumer asks for; amounts are bounds the consumer never pays above.
struct JobRequest {
    address pool; // DataPool of the dataset
    address coordinator; // collects device results and settles
    bytes32 program; // digest of the program
    uint64 maxUnits; // compute units
    uint32 minCohort; // providers behind the result, at least the pool's policy
    uint64 epsilon; // wad, privacy budget asked for
    uint40 deadline; // unix seconds, last moment to settle
    uint96 coordinatorFee; // ALITA wei, paid if the settlement stands
    uint256 maxBase; // ALITA wei, everything taken in ALITA
    uint256 maxData; // Data Token wei
    bytes32 salt; // makes equal requests distinct
}

/// @notice An open job with its prices fixed. The chain keeps only a word under its hash; callers bring it along.
/// @dev The fields of PayTerms come first: JobHash counts on it.
struct Job {
    address pool;
    address token; // Data Token
    uint40 openedAt; // unix seconds
    uint96 unitPrice; // ALITA wei per unit, to the provider
    uint96 unitData; // Data Token wei per unit, to the provider
    uint96 unitBurn; // Data Token wei per unit, burned
    address consumer;
    address coordinator;
    bytes32 program;
    uint64 maxUnits;
    uint32 minCohort;
    uint64 epsilon; // wad
    uint40 deadline; // unix seconds
    uint96 coordinatorFee; // ALITA wei
    bytes32 attesterSet; // who may rule a dispute
    address arbiter; // or 0
    bytes32 salt; // makes equal requests distinct
}

/// @notice The part of a job by which providers are paid, and the hash of the rest: together they give the job's id.
struct PayTerms {
    address pool;
    address token; // Data Token
    uint40 openedAt; // unix seconds
    uint96 unitPrice; // ALITA wei per unit
    uint96 unitData; // Data Token wei per unit
    bytes32 rest; // hash of the job's other fields, from unitBurn to salt
}

/// @notice A coordinator's result: units used and the Merkle sum root of the payouts.
struct Settlement {
    uint64 units;
    bytes32 resultDigest;
    bytes32 payoutRoot;
}

/// @notice One leaf of the payout tree.
struct Payout {
    uint32 index; // position in the tree
    address provider;
    bytes32 contribution; // contentTag
    uint64 units;
}

/// @notice Where a job stands. What time alone changes is not stored: a settlement becomes final, a deadline passes.
enum JobPhase {
    None, // never opened
    Open, // waits for its settlement
    Settled, // the coordinator's numbers, undisputed or upheld
    Overruled, // the attesters' numbers; the coordinator is not paid
    Disputed, // waits for a ruling
    Void, // ruled for the consumer: everything goes back
    Refunded // everything went back
}

/// @notice What the chain remembers of a job beside its payout root: one word.
struct JobStatus {
    uint56 units; // charged
    uint56 takenUnits; // of these, claimed by providers
    uint40 until; // unix seconds; Settled, Overruled: final from then on; Disputed: a ruling comes before then
    JobPhase phase;
    uint8 flags; // JobFlags
    uint88 paidLeaves; // bit i: the leaf at index i was paid; later leaves are marked elsewhere
}

/// @notice One of many claims by the same provider.
struct ClaimRequest {
    PayTerms terms;
    Payout payout;
    bytes proof; // siblings from the leaf upward, see SumTree
}

/// @notice What the attesters decide about a disputed settlement (EIP-712 type "Ruling").
struct JobRuling {
    bytes32 jobId;
    uint64 units; // 0 together with root 0: the consumer gets everything back
    bytes32 payoutRoot;
    uint40 deadline; // unix seconds, last moment the ruling may be used
}

/// @notice What a pool's jobs took from its privacy budget.
struct PrivacyBudget {
    uint40 periodStart; // unix seconds
    uint64 spent; // wad, since then
}
