// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IDataPool} from "../interfaces/IDataPool.sol";
import {PoolArgs} from "../libraries/PoolArgs.sol";
import {Account, Position, Revenue} from "../types/PoolState.sol";
import {PoolStorage} from "./PoolStorage.sol";

/// @title Staking
/// @notice Stake of providers, bounded by what they earned; its history for votes; its share of licence revenue.
/// @dev The revenue accumulator is the field's "reward per token" in Q80 (Synthetix StakingRewards, O(1) per sale). A
/// sale adds price * 2^80 / (O + s). 80 bits behind the point: a stake below 2^80 wei misses at most a wei a sale. 56
/// bits before it: sales are refused beyond 2^56 wei of revenue per wei of O + s, 72 ALITA where that is 1,000 wei.
abstract contract Staking is PoolStorage {
    using Checkpoints for Checkpoints.Trace160;
    using SafeCast for uint256;

    uint256 private constant Q80 = 2 ** 80;

    /* STORAGE */

    mapping(address provider => Revenue) internal _revenues;
    /// @dev Stake before the snapshot in `Position.clock`; grows only for those who move stake between two votes.
    mapping(address provider => Checkpoints.Trace160) private _history;

    /* STAKING */

    /// @inheritdoc IDataPool
    function stake(uint256 amount) external nonReentrant {
        _requireStaking(true);
        require(amount > 0, ZeroAmount());
        _addStake(msg.sender, amount);
        _pullReward(amount);
    }

    /// @inheritdoc IDataPool
    function unstake(uint256 amount) external nonReentrant {
        require(amount > 0, ZeroAmount());
        Position storage position = _positions[msg.sender];
        uint256 staked = position.staked;
        require(staked >= amount, InsufficientStake(staked, amount));
        uint256 lockedUntil = position.lockedUntil;
        require(block.timestamp > lockedUntil, StakeLocked(lockedUntil));

        _setStake(msg.sender, staked - amount);
        Account storage account = _accounts[msg.sender];
        uint40 unbondedAt = uint40(block.timestamp + PoolArgs.unbonding());
        account.unbonding += amount.toUint96();
        account.unbondedAt = unbondedAt;
        emit Unstake(msg.sender, amount, staked - amount, _stakes.total, unbondedAt);
    }

    /// @inheritdoc IDataPool
    function withdraw() external nonReentrant {
        Account storage account = _accounts[msg.sender];
        uint256 amount = account.unbonding;
        require(amount > 0, ZeroAmount());
        uint256 unbondedAt = account.unbondedAt;
        require(block.timestamp > unbondedAt, StillUnbonding(unbondedAt));
        account.unbonding = 0;
        _positions[msg.sender].room += uint96(amount); // was taken from it when staked
        emit Withdraw(msg.sender, amount);
        _payReward(msg.sender, amount);
    }

    /// @dev POOL-5: staked + unbonding <= earned - slashed, so that all stake together stays below O (POOL-4).
    function _addStake(address provider, uint256 amount) internal {
        Position storage position = _positions[provider];
        uint256 staked = position.staked + amount;
        uint96 room = position.room;
        if (amount > room) {
            uint256 atStake = staked + _accounts[provider].unbonding;
            revert StakeAboveEarned(atStake, atStake - amount + room);
        }
        position.room = room - uint96(amount);
        _setStake(provider, staked);
        emit Stake(provider, amount, staked, _stakes.total);
    }

    /// @dev The only place where stake changes: settles revenue, keeps the snapshot's value, updates the total.
    function _setStake(address provider, uint256 staked) internal {
        Position storage position = _positions[provider];
        uint96 before = position.staked;
        _settleRevenue(provider, before);
        uint24 clock = _stakes.clock;
        if (position.clock < clock) {
            Checkpoints.Trace160 storage history = _history[provider];
            // nobody needs to remember that a newcomer had nothing
            if (before > 0 || history.length() > 0) history.push(position.clock, before);
            position.clock = clock;
        }
        position.staked = staked.toUint96();
        _stakes.total = (uint256(_stakes.total) - before + staked).toUint96();
    }

    /// @dev Stake that `provider` held when snapshot `number` was taken.
    function _stakeAt(address provider, uint24 number) internal view returns (uint256) {
        Position storage position = _positions[provider];
        return position.clock <= number ? position.staked : _history[provider].upperLookup(number);
    }

    /* REVENUE */

    /// @inheritdoc IDataPool
    function claimRevenue() external nonReentrant returns (uint256 amount) {
        Revenue storage revenue = _revenues[msg.sender];
        uint136 index = _stakes.revenueIndex;
        amount = _owed(revenue, _positions[msg.sender].staked, index); // whatever its size: nothing blocks this way out
        require(amount > 0, NothingToClaim());
        (revenue.index, revenue.owed) = (index, 0);
        emit ClaimRevenue(msg.sender, amount);
        _payBase(msg.sender, amount);
    }

    /// @dev Splits licence revenue by stake: O / (O + s) to the maker, the rest over the index, rounded for the maker.
    function _splitRevenue(uint256 amount) internal returns (uint256 toStakers) {
        uint256 total = _stakes.total;
        if (total > 0) {
            toStakers = (amount * total) / (_ownerStake() + total);
            _stakes.revenueIndex += ((toStakers * Q80) / total).toUint136();
        }
        _funding.makerRevenue += (amount - toStakers).toUint96();
    }

    function _settleRevenue(address provider, uint96 staked) private {
        Revenue storage revenue = _revenues[provider];
        uint136 index = _stakes.revenueIndex;
        if (revenue.index == index) return;
        revenue.owed = _owed(revenue, staked, index).toUint120();
        revenue.index = index;
    }

    function _owed(Revenue storage revenue, uint96 staked, uint136 index) private view returns (uint256) {
        return revenue.owed + (uint256(staked) * (index - revenue.index)) / Q80;
    }

    /* VIEWS */

    /// @inheritdoc IDataPool
    function totalStaked() external view returns (uint96) {
        return _stakes.total;
    }

    /// @inheritdoc IDataPool
    function positionOf(address provider) external view returns (Position memory) {
        return _positions[provider];
    }

    /// @inheritdoc IDataPool
    function accountOf(address provider) external view returns (Account memory) {
        return _accounts[provider];
    }

    /// @inheritdoc IDataPool
    function revenueOf(address account) external view returns (uint256) {
        return _owed(_revenues[account], _positions[account].staked, _stakes.revenueIndex);
    }
}
