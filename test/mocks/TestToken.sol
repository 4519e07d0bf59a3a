// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @notice A standard token that anyone may mint, and that can be told to misbehave.
contract TestToken is ERC20, ERC20Burnable, ERC20Permit {
    uint256 public feeBps; // kept from every transfer
    mapping(address account => bool) public isBlocked; // as USDC does
    address public hook; // called whenever tokens move, as ERC-777 does

    error Blocked(address account);

    constructor(string memory name) ERC20(name, name) ERC20Permit(name) {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setFee(uint256 bps) external {
        feeBps = bps;
    }

    function setBlocked(address account, bool blocked) external {
        isBlocked[account] = blocked;
    }

    function setHook(address target) external {
        hook = target;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!isBlocked[from], Blocked(from));
        require(!isBlocked[to], Blocked(to));
        super._update(from, to, amount);
        if (feeBps != 0 && from != address(0) && to != address(0)) _burn(to, (amount * feeBps) / 1e4);
        if (hook != address(0)) _callHook();
    }

    function _callHook() private {
        (bool ok, bytes memory answer) = hook.call(abi.encodeWithSignature("onMove()"));
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(answer, 0x20), mload(answer)) // pass the reason on
            }
        }
    }
}
