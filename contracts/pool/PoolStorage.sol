// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IAttesterRegistry} from "../interfaces/IAttesterRegistry.sol";
import {IDataPool} from "../interfaces/IDataPool.sol";
import {ExactTransfer} from "../libraries/ExactTransfer.sol";
import {PoolArgs} from "../libraries/PoolArgs.sol";
import {Account, Funding, Ledger, Position, Shop, Stakes} from "../types/PoolState.sol";

/// @title PoolStorage
/// @notice What all features of a pool share: state, the maker check and the movement of tokens.
abstract contract PoolStorage is IDataPool, ReentrancyGuardTransient {
    using ExactTransfer for IERC20;
    using SafeERC20 for IERC20;

    uint256 internal constant BPS = 10_000;
    /// @dev Attestations that are signed can be used for this long (seconds) before what they rest on changes.
    uint256 internal constant NOTICE = 3 days;

    /* IMMUTABLES */

    /// @dev Equal for every pool of a deployment, so they live in the implementation's code.
    IERC20 internal immutable BASE;
    IAttesterRegistry internal immutable REGISTRY;

    /* STORAGE */

    Ledger internal _ledger; // slot 0
    Funding internal _funding; // slot 1
    Stakes internal _stakes; // slot 2
    Shop internal _shop; // slot 3
    mapping(address provider => Position) internal _positions;
    mapping(address provider => Account) internal _accounts;

    /* CONSTRUCTOR */

    constructor(address base, address registry) {
        BASE = IERC20(base);
        REGISTRY = IAttesterRegistry(registry);
    }

    /* SHARED */

    function _requireMaker() internal view {
        address maker_ = PoolArgs.maker();
        require(msg.sender == maker_, NotMaker(msg.sender, maker_));
    }

    function _requireStaking(bool required) internal view {
        require(PoolArgs.staking() == required, StakingMode(required));
    }

    function _requireBefore(uint256 deadline) internal view {
        require(block.timestamp <= deadline, DeadlinePassed(deadline, block.timestamp));
    }

    function _requireOpen() internal view {
        require(!_funding.closed, PoolClosed());
    }

    function _rewardToken() internal view returns (IERC20) {
        return PoolArgs.rewardInBase() ? BASE : IERC20(PoolArgs.token());
    }

    /// @dev O = allocated - refunded (POOL-4).
    function _ownerStake() internal view returns (uint96) {
        return _funding.ownerStake ^ PoolArgs.allocation();
    }

    function _setOwnerStake(uint96 owner) internal {
        _funding.ownerStake = owner ^ PoolArgs.allocation();
    }

    /// @dev Never negative: every credit is bounded by it, and O falls only by a refund of it.
    function _escrow() internal view returns (uint96) {
        return _ownerStake() - _ledger.committed;
    }

    /// @dev POOL-1: what is booked has arrived in full, and what is paid was booked off before. A genuine Data Token
    /// moves what it is told; only ALITA may be somebody else's code.
    function _pullReward(uint256 amount) internal {
        if (PoolArgs.rewardInBase()) BASE.pullExactly(msg.sender, amount);
        else IERC20(PoolArgs.token()).safeTransferFrom(msg.sender, address(this), amount);
    }

    function _payReward(address to, uint256 amount) internal {
        if (amount > 0) _rewardToken().safeTransfer(to, amount);
    }

    function _pullBase(uint256 amount) internal {
        if (amount > 0) BASE.pullExactly(msg.sender, amount);
    }

    function _payBase(address to, uint256 amount) internal {
        BASE.safeTransfer(to, amount); // every caller refuses to pay nothing
    }
}
