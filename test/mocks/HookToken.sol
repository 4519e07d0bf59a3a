// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MockToken} from "./MockToken.sol";

/// @notice ERC-777-like: tells a registered sender before, and a registered receiver after, tokens move.
contract HookToken is MockToken {
    mapping(address account => bool) public isRegistered;

    constructor() MockToken(18) {}

    function register(bool registered) external {
        isRegistered[msg.sender] = registered;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (isRegistered[from]) ITokenHooks(from).tokensToSend(from, to, value);
        super._update(from, to, value);
        if (isRegistered[to]) ITokenHooks(to).tokensReceived(from, to, value);
    }
}

/// @notice What a registered account implements.
interface ITokenHooks {
    function tokensToSend(address from, address to, uint256 value) external;
    function tokensReceived(address from, address to, uint256 value) external;
}
