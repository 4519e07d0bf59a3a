// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../interfaces/IDataPool.sol";
import {Parameter} from "../types/Proposal.sol";
import {PoolArgs} from "../libraries/PoolArgs.sol";
import {PoolStorage} from "./PoolStorage.sol";

/// @title Parameters
/// @notice The three terms that may change, for the future only (POOL-11): by the maker where there is no stake, by
/// proposal where there is.
abstract contract Parameters is PoolStorage {
    /* SETTING */

    /// @inheritdoc IDataPool
    function setParameter(Parameter parameter, bytes calldata data) external {
        _requireMaker();
        _requireStaking(false);
        _setParameter(parameter, data);
    }

    function _setParameter(Parameter parameter, bytes calldata data) internal {
        if (parameter == Parameter.MinQuality) {
            uint16 bps = abi.decode(data, (uint16));
            require(bps <= BPS, OutOfRange(bps, BPS));
            (_changed.minQuality, _changed.minQualitySet) = (bps, true);
        } else if (parameter == Parameter.UnitPrice) {
            (_changed.unitPrice, _changed.unitPriceSet) = (abi.decode(data, (uint96)), true);
        } else {
            // as at creation only the hash counts; the registry judges the set whenever it is used
            _changed.attesterSet = keccak256(data);
        }
        emit SetParameter(parameter, data);
    }

    /* VIEWS */

    function minQuality() public view returns (uint16) {
        return _changed.minQualitySet ? _changed.minQuality : PoolArgs.minQuality();
    }

    function unitPrice() public view returns (uint96) {
        return _changed.unitPriceSet ? _changed.unitPrice : PoolArgs.unitPrice();
    }

    function attesterSet() public view returns (bytes32) {
        bytes32 changed = _changed.attesterSet;
        return changed == 0 ? PoolArgs.attesterSet() : changed;
    }
}
