// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Somebody without rights and money who makes many calls and does not mind refusals.
contract Prober {
    uint256 private constant GAS = 500_000; // for each call

    function tryAll(address target, bytes[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool ok, ) = target.call{gas: GAS}(calls[i]);
            ok; // refused or not, what counts is what everybody has afterwards
        }
    }
}
