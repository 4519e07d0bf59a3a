// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice A contract account that approves the digests it was told, calls what it is told, and can burn its caller's gas.
contract MockWallet is IERC1271 {
    mapping(bytes32 digest => bool) public approved;

    function approve(bytes32 digest, bool yes) external {
        approved[digest] = yes;
    }

    function isValidSignature(bytes32 digest, bytes calldata) external view returns (bytes4) {
        return approved[digest] ? IERC1271.isValidSignature.selector : bytes4(0);
    }

    function execute(address target, bytes calldata data) external payable returns (bytes memory) {
        (bool ok, bytes memory answer) = target.call{value: msg.value}(data);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(answer, 0x20), mload(answer)) // pass the reason on
            }
        }
        return answer;
    }
}
