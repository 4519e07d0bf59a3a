// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IUniswapV2Callee
/// @notice What a contract implements to receive a flash swap.
interface IUniswapV2Callee {
    /// @notice Called after the output was sent; the input must be in the pair when this returns.
    /// @param sender who called `swap`
    /// @param amount0 token0 wei sent
    /// @param amount1 token1 wei sent
    /// @param data what `sender` passed to `swap`
    function uniswapV2Call(address sender, uint256 amount0, uint256 amount1, bytes calldata data) external;
}
