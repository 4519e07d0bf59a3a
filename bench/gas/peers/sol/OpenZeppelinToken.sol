// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title OpenZeppelinToken
/// @notice The smallest token that OpenZeppelin's ERC-20 with permit makes.
contract OpenZeppelinToken is ERC20Permit {
    constructor(address holder) ERC20("Token", "TKN") ERC20Permit("Token") {
        _mint(holder, 1e27);
    }
}
