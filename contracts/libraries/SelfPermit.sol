// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title SelfPermit
/// @notice Lets a caller hand its own ERC-2612 signature to this contract, as the first call of a multicall.
/// @dev What counts is the allowance afterwards: a permit that somebody else submitted first blocks nothing, and a
/// token that swallows any call proves nothing.
abstract contract SelfPermit {
    /// @notice `owner` lets this contract take less of `token` than needed.
    error PermitAllowance(address token, address owner, uint256 have, uint256 need);

    /// @notice Spends the caller's signature so that this contract may take `value` of its `token`.
    /// @param value token wei
    /// @param deadline unix seconds, the last moment the signature is good
    function selfPermit(address token, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        _tryPermit(token, value, deadline, v, r, s);
        _checkAllowance(token, value);
    }

    function _tryPermit(address token, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) internal {
        try IERC20Permit(token).permit(msg.sender, address(this), value, deadline, v, r, s) {} catch {}
    }

    function _checkAllowance(address token, uint256 need) internal view {
        uint256 have = IERC20(token).allowance(msg.sender, address(this));
        require(have >= need, PermitAllowance(token, msg.sender, have, need));
    }
}
