// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IDataPool} from "../interfaces/IDataPool.sol";
import {PoolArgs} from "../libraries/PoolArgs.sol";
import {Staking} from "./Staking.sol";

/// @title Licences
/// @notice Time-bound access for a price in ALITA, split by stake. POOL-12: nothing shortens a licence that was sold.
abstract contract Licences is Staking {
    using SafeCast for uint256;

    /* STORAGE */

    mapping(address licensee => uint256 until) private _licensedUntil;

    /* SELLING */

    /// @inheritdoc IDataPool
    function setPrice(uint96 newPrice) external {
        _requireMaker();
        _shop.price = newPrice ^ PoolArgs.price();
        emit SetPrice(newPrice);
    }

    /// @inheritdoc IDataPool
    function setListed(bool newListed) external {
        _requireMaker();
        _requireOpen();
        _setListed(newListed);
        emit SetListed(newListed);
    }

    function _setListed(bool newListed) internal {
        _shop.listed = newListed != PoolArgs.listed();
    }

    /// @inheritdoc IDataPool
    function buy(address licensee, uint32 periods, uint256 maxPrice, uint256 deadline) external nonReentrant {
        _requireBefore(deadline);
        require(listed(), NotListed());
        require(periods > 0, ZeroAmount());
        uint256 cost = uint256(price()) * periods;
        require(cost <= maxPrice, PriceTooHigh(cost, maxPrice));
        _license(licensee, uint256(PoolArgs.licencePeriod()) * periods, cost);
    }

    /// @dev Extends the licence and splits the price, then takes it from the caller.
    function _license(address licensee, uint256 duration, uint256 cost) internal {
        uint256 until = _licensedUntil[licensee];
        if (until < block.timestamp) until = block.timestamp;
        until += duration;
        _licensedUntil[licensee] = until;
        uint256 toStakers = cost > 0 ? _splitRevenue(cost) : 0;
        emit Buy(msg.sender, licensee, cost, toStakers, until.toUint40());
        _pullBase(cost);
    }

    /// @inheritdoc IDataPool
    function withdrawMakerRevenue() external nonReentrant returns (uint256 amount) {
        amount = _funding.makerRevenue;
        require(amount > 0, NothingToClaim());
        _funding.makerRevenue = 0;
        address maker_ = PoolArgs.maker();
        emit WithdrawMakerRevenue(maker_, amount);
        _payBase(maker_, amount);
    }

    /* VIEWS */

    /// @inheritdoc IDataPool
    function price() public view returns (uint96) {
        return _shop.price ^ PoolArgs.price();
    }

    /// @inheritdoc IDataPool
    function listed() public view returns (bool) {
        return _shop.listed != PoolArgs.listed();
    }

    /// @inheritdoc IDataPool
    function makerRevenue() external view returns (uint96) {
        return _funding.makerRevenue;
    }

    /// @inheritdoc IDataPool
    function licensedUntil(address account) external view returns (uint40) {
        return uint40(_licensedUntil[account]); // checked when written
    }

    /// @inheritdoc IDataPool
    function hasAccess(address account) external view returns (bool) {
        return _licensedUntil[account] >= block.timestamp;
    }
}
