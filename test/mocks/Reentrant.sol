// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Calls a contract again from within a token's transfer and remembers how that ended.
contract Reentrant {
    address public target;
    bytes public data;
    bool public tried;
    bytes4 public answer; // selector of the error; 0: the call went through

    function arm(address target_, bytes calldata data_) external {
        (target, data, tried) = (target_, data_, false);
    }

    function onMove() external {
        if (tried || target == address(0)) return;
        tried = true;
        (bool ok, bytes memory reason) = target.call(data);
        answer = ok ? bytes4(0) : bytes4(reason);
    }
}
