// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title OpenZeppelinVotes
/// @notice A token whose holders vote.
contract OpenZeppelinVotes is ERC20Votes {
    constructor(address holder) ERC20("Votes", "VTS") EIP712("Votes", "1") {
        _mint(holder, 1e27);
    }
}
