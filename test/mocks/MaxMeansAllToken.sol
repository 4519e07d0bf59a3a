// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MockToken} from "./MockToken.sol";

/// @notice Takes a transfer of 2^256 - 1 for "everything I have".
contract MaxMeansAllToken is MockToken {
    constructor() MockToken(18) {}

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value == type(uint256).max && from != address(0) ? balanceOf(from) : value);
    }
}
