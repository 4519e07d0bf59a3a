// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IDataPool} from "./interfaces/IDataPool.sol";
import {PoolArgs} from "./libraries/PoolArgs.sol";
import {SelfPermit} from "./libraries/SelfPermit.sol";
import {PoolStorage} from "./pool/PoolStorage.sol";
import {Proposals} from "./pool/Proposals.sol";
import {Slashing} from "./pool/Slashing.sol";
import {ComputeTerms} from "./types/ComputeTerms.sol";
import {Shop} from "./types/PoolState.sol";

/// @title DataPool
/// @notice The pool of one dataset: funding and closing here, every other feature in its own file under pool/.
/// @dev Implementation behind immutable clones; it holds nothing itself.
contract DataPool is Slashing, Proposals, SelfPermit, Multicall {
    using SafeCast for uint256;

    /* CONSTRUCTOR */

    constructor(address base, address registry) PoolStorage(base, registry) {}

    /* FUNDING */

    /// @inheritdoc IDataPool
    function topUp(uint256 amount) external nonReentrant {
        _requireMaker();
        _requireNoCloseAnnounced(); // or the close returned at once what weighed in votes and sales, without any risk
        require(amount > 0, ZeroAmount());
        uint96 owner = (_ownerStake() + amount).toUint96();
        _setOwnerStake(owner);
        emit TopUp(amount, owner);
        _pullReward(amount);
    }

    /* CLOSING */

    /// @inheritdoc IDataPool
    function announceClose() external {
        _requireMaker();
        _requireNoCloseAnnounced();
        uint40 closingAt = uint40(block.timestamp + NOTICE);
        _ledger.closingAt = closingAt;
        emit AnnounceClose(closingAt);
    }

    function _requireNoCloseAnnounced() private view {
        uint256 closingAt = _ledger.closingAt;
        require(closingAt == 0, CloseAnnounced(closingAt));
    }

    /// @inheritdoc IDataPool
    function close() external nonReentrant {
        _requireMaker();
        uint256 closingAt = _ledger.closingAt;
        require(closingAt != 0 && block.timestamp >= closingAt, CloseNotDue(closingAt));
        uint96 refund = _escrow(); // POOL-8: what is earned or pending is committed
        uint96 owner = _ownerStake() - refund;
        _setOwnerStake(owner);
        _funding.closed = true;
        _setListed(false);
        emit Close(refund, owner);
        _payReward(PoolArgs.maker(), refund);
    }

    /* VIEWS */

    /// @inheritdoc IDataPool
    function token() external view returns (address) {
        return PoolArgs.token();
    }

    /// @inheritdoc IDataPool
    function pair() external view returns (address) {
        return PoolArgs.pair();
    }

    /// @inheritdoc IDataPool
    function maker() external view returns (address) {
        return PoolArgs.maker();
    }

    /// @inheritdoc IDataPool
    function rewardToken() external view returns (address) {
        return address(_rewardToken());
    }

    /// @inheritdoc IDataPool
    function ownerStake() external view returns (uint96) {
        return _ownerStake();
    }

    /// @inheritdoc IDataPool
    function escrow() external view returns (uint256) {
        return _escrow();
    }

    /// @inheritdoc IDataPool
    function computeTerms() external view returns (ComputeTerms memory t) {
        t = PoolArgs.computeTerms();
        Shop storage shop = _shop;
        t.open = t.open != shop.listed;
        t.cohort = shop.cohort;
        t.unitPrice ^= shop.unitPrice;
        if (shop.noticed) t.attesterSet = attesterSet();
    }
}
