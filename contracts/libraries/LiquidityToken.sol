// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ClonePermit} from "./ClonePermit.sol";

/// @title LiquidityToken
/// @notice The ERC-20 of a pair's liquidity, with OpenZeppelin's rules and errors but without its word for the total
/// supply: a pair keeps that together with what changes at the same moments.
/// @dev The heir counts the supply and sees to it that it fits into 128 bits. It is the sum of all balances and more.
abstract contract LiquidityToken is ClonePermit, IERC20Errors {
    /* STORAGE */

    mapping(address account => uint256) private _balances;

    /// @inheritdoc IERC20
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    /* TRANSFERS */

    /// @inheritdoc IERC20
    function transfer(address to, uint256 value) external returns (bool) {
        _move(msg.sender, to, value);
        return true;
    }

    /// @inheritdoc IERC20
    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        require(allowed >= value, ERC20InsufficientAllowance(msg.sender, allowed, value));
        // an allowance of 2^256 - 1 never ends
        if (allowed < type(uint256).max) allowance[from][msg.sender] = allowed - value;
        _move(from, to, value);
        return true;
    }

    function _move(address from, address to, uint256 value) private {
        require(from != address(0), ERC20InvalidSender(from));
        require(to != address(0), ERC20InvalidReceiver(to));
        _take(from, value);
        _give(to, value);
        emit Transfer(from, to, value);
    }

    /* ALLOWANCES */

    /// @inheritdoc IERC20
    function approve(address spender, uint256 value) external returns (bool) {
        _setAllowance(msg.sender, spender, value);
        return true;
    }

    /// @inheritdoc ClonePermit
    function _setAllowance(address owner, address spender, uint256 value) internal override {
        require(owner != address(0), ERC20InvalidApprover(owner));
        require(spender != address(0), ERC20InvalidSpender(spender));
        allowance[owner][spender] = value;
        emit Approval(owner, spender, value);
    }

    /* BALANCES */

    /// @inheritdoc IERC20
    function balanceOf(address account) public view virtual returns (uint256) {
        return _balances[account];
    }

    /// @dev The heir adds `value` to the supply.
    function _mint(address to, uint256 value) internal {
        require(to != address(0), ERC20InvalidReceiver(to));
        _give(to, value);
        emit Transfer(address(0), to, value);
    }

    /// @dev The heir takes `value` from the supply.
    function _burn(address from, uint256 value) internal {
        _take(from, value);
        emit Transfer(from, address(0), value);
    }

    function _take(address from, uint256 value) private {
        uint256 balance = _balances[from];
        require(balance >= value, ERC20InsufficientBalance(from, balance, value));
        unchecked {
            _balances[from] = balance - value; // value <= balance
        }
    }

    function _give(address to, uint256 value) private {
        unchecked {
            _balances[to] += value; // no balance is above the supply, which fits into 128 bits
        }
    }

    /* WORDS */

    /// @inheritdoc IERC20Metadata
    function name() public pure override returns (string memory) {
        return "Datawell Liquidity";
    }

    /// @inheritdoc IERC20Metadata
    function symbol() external pure returns (string memory) {
        return "DW-LP";
    }

    /// @inheritdoc IERC20Metadata
    function decimals() external pure returns (uint8) {
        return 18;
    }
}
