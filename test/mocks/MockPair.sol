// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice A market with a set average price that sells at that price plus a markup, as long as it has tokens.
contract MockPair {
    address public immutable token;
    address public immutable base;
    uint256 public priceX128;
    uint256 public markupBps = 100;
    uint256 private _baseSeen; // base wei that were here after the last swap

    error TooLittlePaid(uint256 have, uint256 need);
    error NotEnough(uint256 have, uint256 need);

    constructor(address token_, address base_, uint256 priceX128_) {
        token = token_;
        base = base_;
        priceX128 = priceX128_;
    }

    function setPrice(uint256 priceX128_) external {
        priceX128 = priceX128_;
    }

    function consult() external view returns (uint256) {
        return priceX128;
    }

    function quoteExactOut(address, uint256 amountOut) public view returns (uint256) {
        uint256 have = IERC20(token).balanceOf(address(this));
        require(amountOut <= have, NotEnough(have, amountOut));
        return ((((amountOut * priceX128) >> 128) + 1) * (1e4 + markupBps)) / 1e4;
    }

    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata) external {
        (uint256 out, uint256 baseOut) = token < base ? (amount0Out, amount1Out) : (amount1Out, amount0Out);
        uint256 paid = IERC20(base).balanceOf(address(this)) - _baseSeen;
        uint256 need = quoteExactOut(token, out);
        require(paid >= need, TooLittlePaid(paid, need));
        _baseSeen += paid - baseOut;
        IERC20(token).transfer(to, out);
        IERC20(base).transfer(to, baseOut);
    }
}
