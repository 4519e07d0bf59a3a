// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV2Callee} from "../../contracts/interfaces/IUniswapV2Callee.sol";

/// @notice Takes a flash swap, makes one call of the test's choice in the middle of it, and pays back.
contract FlashBorrower is IUniswapV2Callee {
    address public token; // paid back in
    uint256 public amount; // token wei paid back
    address public target; // called in the middle; 0: nothing
    bytes public data;
    bool public succeeded; // the call in the middle
    bytes public result;
    address public sender; // as the pair told
    uint256[2] public lent; // likewise

    function prepare(address token_, uint256 amount_, address target_, bytes calldata data_) external {
        (token, amount, target, data) = (token_, amount_, target_, data_);
    }

    function uniswapV2Call(address sender_, uint256 amount0, uint256 amount1, bytes calldata) external {
        (sender, lent) = (sender_, [amount0, amount1]);
        if (target != address(0)) (succeeded, result) = target.call(data);
        if (amount > 0) IERC20(token).transfer(msg.sender, amount);
    }
}
