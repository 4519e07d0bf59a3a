// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title Alita
/// @notice The settlement token for a chain that has none yet: a plain ERC-20 with ERC-2612 permits whose whole supply
/// exists from the start. Nobody can mint, pause or freeze it.
contract Alita is ERC20, ERC20Permit {
    uint256 public constant SUPPLY = 1_000_000_000e18; // ALITA wei

    /// @param holder receives the whole supply; given, not msg.sender, so that a keyless CREATE2 factory can deploy it
    constructor(address holder) ERC20("Alita", "ALITA") ERC20Permit("Alita") {
        _mint(holder, SUPPLY);
    }
}
