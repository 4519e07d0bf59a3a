// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title Puller
/// @notice Takes what its caller has signed for, in one transaction, as contracts with permits do.
contract Puller {
    function pull(address token, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        IERC20Permit(token).permit(msg.sender, address(this), value, deadline, v, r, s);
        require(IERC20(token).transferFrom(msg.sender, address(this), value));
    }
}
