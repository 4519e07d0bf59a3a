// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice The escrow's counters.
struct Ledger {
    uint96 committed; // reward-token wei credited, less what came back by slash, forfeit and surplus
    uint64 totalUnits; // data units of live contributions
    uint32 count; // contributions ever accepted
    uint32 cohort; // providers with a live Device contribution
    uint32 closingAt; // unix seconds from which the maker may close; 0: not announced
}

/// @notice The maker's money and the clock of snapshots.
struct Funding {
    uint96 toppedUp; // reward-token wei added after creation
    uint96 refunded; // reward-token wei returned by closing
    uint24 clock; // votable proposals so far: the snapshot a change of stake belongs to
    bool closed;
}

/// @notice All stake of providers and their share of licence revenue.
struct Stakes {
    uint96 total; // reward-token wei staked by providers
    uint160 revenueIndex; // ALITA wei per staked wei, Q80
}

/// @notice The licence counter.
struct Shop {
    uint96 price; // ALITA wei per period, if priceSet
    uint96 makerRevenue; // ALITA wei the maker may take
    bool priceSet; // the creation price was replaced
    bool listingSet; // the creation listing was replaced
    bool listed; // if listingSet
}

/// @notice Parameters replaced since creation.
struct Changed {
    uint96 unitPrice; // if unitPriceSet
    uint16 minQuality; // bps, if minQualitySet
    bool unitPriceSet;
    bool minQualitySet;
    bytes32 attesterSet; // 0: as created
}

/// @notice A provider's stake: the one word that staking, voting and claiming touch.
struct Position {
    uint96 staked; // reward-token wei
    uint96 earned; // reward-token wei taken from contributions, less slashed: the bound of the stake
    uint24 clock; // snapshot from which `staked` holds; older values are in the history
    uint40 lockedUntil; // unix seconds; a vote locks the stake
}

/// @notice The rest of a provider's account.
struct Account {
    uint96 rewarded; // reward-token wei credited by first contributions and re-allocation, capped by maxIncentive
    uint96 unbonding; // reward-token wei on its way out, still slashable
    uint32 unbondedAt; // unix seconds
    uint32 live; // live Device contributions
}

/// @notice A provider's licence revenue.
struct Revenue {
    uint160 index; // value of Stakes.revenueIndex at the last settlement
    uint96 owed; // ALITA wei
}
