// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MockToken} from "./MockToken.sol";

/// @notice Refuses to move tokens from or to a blocked account.
contract BlocklistToken is MockToken {
    error Blocked(address account);

    mapping(address account => bool) public isBlocked;

    constructor() MockToken(18) {}

    function setBlocked(address account, bool blocked) external {
        isBlocked[account] = blocked;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!isBlocked[from], Blocked(from));
        require(!isBlocked[to], Blocked(to));
        super._update(from, to, value);
    }
}
