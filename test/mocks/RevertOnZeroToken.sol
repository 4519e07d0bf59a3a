// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MockToken} from "./MockToken.sol";

/// @notice Refuses to move nothing.
contract RevertOnZeroToken is MockToken {
    error ZeroTransfer();

    constructor() MockToken(18) {}

    function _update(address from, address to, uint256 value) internal override {
        require(value > 0, ZeroTransfer());
        super._update(from, to, value);
    }
}
