// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "solady/src/tokens/ERC20.sol";

/// @title SoladyToken
/// @notice The smallest token that Solady's ERC-20 makes.
contract SoladyToken is ERC20 {
    constructor(address holder) {
        _mint(holder, 1e27);
    }

    function name() public pure override returns (string memory) {
        return "Token";
    }

    function symbol() public pure override returns (string memory) {
        return "TKN";
    }
}
