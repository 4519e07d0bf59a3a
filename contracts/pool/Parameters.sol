// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../interfaces/IDataPool.sol";
import {Notice} from "../types/PoolState.sol";
import {Parameter} from "../types/Proposal.sol";
import {PoolArgs} from "../libraries/PoolArgs.sol";
import {PoolStorage} from "./PoolStorage.sol";

/// @title Parameters
/// @notice The three terms that may change, for the future only (POOL-11): by the maker where there is no stake, by
/// proposal where there is. What judges attestations changes after a notice, so that signed ones can be used before.
abstract contract Parameters is PoolStorage {
    /* STORAGE */

    Notice private _minQualityNotice;
    Notice private _attestersNotice;

    /* SETTING */

    /// @inheritdoc IDataPool
    function setParameter(Parameter parameter, bytes calldata data) external {
        _requireMaker();
        _requireStaking(false);
        _setParameter(parameter, data, 0);
    }

    function _setParameter(Parameter parameter, bytes calldata data, bytes32 proposal) internal {
        uint256 from = block.timestamp;
        if (parameter == Parameter.UnitPrice) {
            _shop.unitPrice = abi.decode(data, (uint96)) ^ PoolArgs.unitPrice();
        } else {
            from += NOTICE;
            if (parameter == Parameter.MinQuality) {
                uint256 bps = abi.decode(data, (uint16));
                require(bps <= BPS, OutOfRange(bps, BPS));
                _announce(_minQualityNotice, bytes32(uint256(minQuality())), bytes32(bps), from);
            } else {
                // as at creation only the hash counts; the registry judges the set whenever it is used
                _announce(_attestersNotice, attesterSet(), keccak256(data), from);
            }
        }
        emit SetParameter(parameter, proposal, data, from);
    }

    /// @dev Replaces what was still to come and keeps what is in force.
    function _announce(Notice storage notice, bytes32 current, bytes32 next, uint256 from) private {
        (notice.from, notice.current, notice.next) = (from, current, next);
        _shop.noticed = true;
    }

    function _inForce(Notice storage notice, bytes32 created) private view returns (bytes32) {
        uint256 from = _shop.noticed ? notice.from : 0;
        if (from == 0) return created;
        return block.timestamp < from ? notice.current : notice.next;
    }

    /* VIEWS */

    /// @inheritdoc IDataPool
    function minQuality() public view returns (uint16) {
        return uint16(uint256(_inForce(_minQualityNotice, bytes32(uint256(PoolArgs.minQuality()))))); // at most BPS
    }

    /// @inheritdoc IDataPool
    function unitPrice() public view returns (uint96) {
        return _shop.unitPrice ^ PoolArgs.unitPrice();
    }

    /// @inheritdoc IDataPool
    function attesterSet() public view returns (bytes32) {
        return _inForce(_attestersNotice, PoolArgs.attesterSet());
    }

    /// @inheritdoc IDataPool
    function noticeOf(Parameter parameter) external view returns (Notice memory) {
        return parameter == Parameter.Attesters ? _attestersNotice : _minQualityNotice;
    }
}
