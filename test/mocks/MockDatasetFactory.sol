// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A factory that vouches for the pools it is told to.
contract MockDatasetFactory {
    mapping(address token => address) public poolOf;

    function setPool(address token, address pool) external {
        poolOf[token] = pool;
    }
}
