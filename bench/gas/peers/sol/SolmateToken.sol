// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "solmate/src/tokens/ERC20.sol";

/// @title SolmateToken
/// @notice The smallest token that Solmate's ERC-20 makes.
contract SolmateToken is ERC20 {
    constructor(address holder) ERC20("Token", "TKN", 18) {
        _mint(holder, 1e27);
    }
}
