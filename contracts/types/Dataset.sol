// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice The three contracts of one dataset, created together.
struct Dataset {
    address token;
    address pair;
    address pool;
}

/// @notice Terms of a pool, fixed for its life.
struct PoolParams {
    bool rewardInBase; // true: ALITA is reward and stake token; false: the Data Token
    bool staking; // stake, votes, updates and slashing; without it: re-allocation
    bool listed; // licences are on sale from the start
    uint96 allocation; // reward-token wei escrowed at creation, > 0
    uint96 maxIncentive; // reward-token wei one provider can earn by contributions
    uint96 updateMax; // reward-token wei of a perfect, entirely new update
    uint96 price; // ALITA wei for one licence period
    uint96 unitPrice; // ALITA wei per compute unit
    uint16 minQuality; // bps
    uint16 slashBps; // share of the stake behind a proven duplicate
    uint16 burnBps; // share of a job's data fee that is burned, at most 5_000
    uint8 similarityLanes; // lanes (of 64) that prove a near duplicate
    uint32 challengeWindow; // seconds
    uint32 unbonding; // seconds, >= challengeWindow
    uint32 licencePeriod; // seconds
    uint32 minCohort; // providers behind every released aggregate
    uint32 privacyPeriod; // seconds after which the privacy budget is fresh
    uint64 epsilonPerJob; // wad
    uint64 epsilonPerPeriod; // wad
    address gate; // IContributorGate, or 0
    address arbiter; // IArbitrator (ERC-792), or 0: the attesters rule disputes
    bytes32 attesterSet; // keccak256(abi.encode(AttesterSet))
}

/// @notice Everything a maker decides at launch.
struct DatasetParams {
    string name; // 1 .. 31 bytes, no control characters
    string symbol; // 1 .. 31 bytes, no control characters
    bytes32 metadata; // sha2-256 of the canonical metadata document
    uint96 supply; // Data Token wei, all there will ever be, < 2^88
    uint96 liquidityData; // Data Token wei put into the pair
    uint96 liquidityBase; // ALITA wei put into the pair
    uint16 makerFeeShare; // bps of every swap fee, at most 5_000
    uint40 lockedUntil; // unix seconds; liquidity and unallocated supply stay locked until then
    PoolParams pool;
}

/// @notice What a buyer should know before trusting a dataset's market.
struct LaunchTerms {
    address maker;
    uint40 lockedUntil; // unix seconds
    uint256 supply; // Data Token wei, can only fall
    uint256 lockedData; // Data Token wei still locked
    uint256 lockedLiquidity; // liquidity tokens still locked
    uint256 priceX128; // ALITA wei per Data Token wei, Q128, spot
    uint256 floorPriceX128; // spot if every Data Token in existence were sold into today's liquidity
    uint256 exitFloorPriceX128; // the same after all liquidity that is locked or the maker's own was removed as well;
    // what the maker gave to other addresses once the lock was over counts as theirs
}
