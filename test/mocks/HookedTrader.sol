// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITokenHooks, HookToken} from "./HookToken.sol";

/// @notice Makes one call of the test's choice whenever a HookToken tells it of a transfer, and keeps the answer.
contract HookedTrader is ITokenHooks {
    address public target;
    bytes public data;
    bool public succeeded;
    bytes public result;
    uint256 public calls;

    function prepare(HookToken token, address target_, bytes calldata data_) external {
        token.register(true);
        (target, data) = (target_, data_);
    }

    function execute(address callee, bytes calldata callData) external returns (bytes memory answer) {
        bool ok;
        (ok, answer) = callee.call(callData);
        require(ok, string(answer));
    }

    function tokensToSend(address, address, uint256) external {
        _reenter();
    }

    function tokensReceived(address, address, uint256) external {
        _reenter();
    }

    function _reenter() private {
        ++calls;
        (succeeded, result) = target.call(data);
    }
}
