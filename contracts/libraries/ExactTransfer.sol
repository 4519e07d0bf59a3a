// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title ExactTransfer
/// @notice Pulls tokens and refuses any token that delivers another amount than it was asked for.
library ExactTransfer {
    using SafeERC20 for IERC20;

    /// @notice `token` keeps a fee or changes balances by itself; such tokens cannot be held in escrow.
    error InexactTransfer(address token, uint256 received, uint256 expected);

    /// @notice Pull `amount` token wei from `from` to this contract; the whole amount arrives or nothing happens.
    function pullExactly(IERC20 token, address from, uint256 amount) internal {
        sendExactly(token, from, address(this), amount);
    }

    /// @notice Move `amount` token wei from `from` to `to`, by an allowance given to this contract.
    function sendExactly(IERC20 token, address from, address to, uint256 amount) internal {
        uint256 before = token.balanceOf(to);
        token.safeTransferFrom(from, to, amount);
        uint256 received = Math.saturatingSub(token.balanceOf(to), before);
        require(received == amount, InexactTransfer(address(token), received, amount));
    }
}
