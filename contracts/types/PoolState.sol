// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

// A fresh clone's storage is zero while its terms stand in its code. So what begins as one of those terms is stored as
// the exclusive or with it, marked "^ term" below: zero means "as created", and no flag is needed.

/// @notice The escrow's counters: what every contribution writes.
struct Ledger {
    uint96 committed; // reward-token wei credited, less what came back by slash, forfeit and surplus
    uint64 totalUnits; // data units of live contributions
    uint32 count; // contributions ever accepted
    uint40 closingAt; // unix seconds from which the maker may close; 0: not announced
}

/// @notice The maker's money.
struct Funding {
    uint96 ownerStake; // O = allocated - refunded, reward-token wei; ^ allocation
    uint96 makerRevenue; // ALITA wei the maker may take
    bool closed;
}

/// @notice All stake of providers, its share of licence revenue and the clock of snapshots.
struct Stakes {
    uint96 total; // reward-token wei staked by providers
    uint24 clock; // votable proposals so far: the snapshot a change of stake belongs to
    uint136 revenueIndex; // ALITA wei per staked wei, Q80
}

/// @notice What buyers and consumers of compute ask for: one word.
struct Shop {
    uint96 price; // ALITA wei per licence period; ^ price
    uint96 unitPrice; // ALITA wei per compute unit; ^ unitPrice
    uint32 cohort; // providers with a live Device contribution
    bool listed; // ^ listed
    bool noticed; // a term that takes notice was changed at some time: look at its Notice
}

/// @notice A term that takes notice before it changes.
struct Notice {
    uint256 from; // unix seconds from which `next` is in force; 0: never changed
    bytes32 current; // in force before
    bytes32 next;
}

/// @notice A provider's stake: the one word that staking, voting and claiming touch.
struct Position {
    uint96 staked; // reward-token wei
    uint96 room; // reward-token wei that may still be staked: taken from contributions - slashed - staked - unbonding
    uint24 clock; // snapshot from which `staked` holds; older values are in the history
    uint40 lockedUntil; // unix seconds; a vote locks the stake
}

/// @notice The rest of a provider's account.
struct Account {
    uint96 rewarded; // reward-token wei credited by first contributions and re-allocation, capped by maxIncentive
    uint96 unbonding; // reward-token wei on its way out, still slashable
    uint40 unbondedAt; // unix seconds
    uint24 live; // live Device contributions
}

/// @notice A provider's licence revenue.
struct Revenue {
    uint136 index; // value of Stakes.revenueIndex at the last settlement
    uint120 owed; // ALITA wei
}
