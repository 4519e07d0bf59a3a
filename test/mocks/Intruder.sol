// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITokenHook} from "./OddToken.sol";

/// @notice Tries every door it was shown, whenever it is told that tokens move.
contract Intruder is ITokenHook {
    struct Door {
        address target;
        bytes data;
    }

    Door[] private _doors;
    bool private _inside;
    uint256 public tried;
    uint256 public opened;

    function show(address target, bytes calldata data) external {
        _doors.push(Door(target, data));
    }

    function onMove() external {
        if (_inside) return;
        _inside = true;
        for (uint256 i = 0; i < _doors.length; ++i) {
            (bool ok, ) = _doors[i].target.call(_doors[i].data);
            ++tried;
            if (ok) ++opened;
        }
        _inside = false;
    }
}
