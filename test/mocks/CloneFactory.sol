// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

/// @notice Makes clones as DatasetFactory does, of whatever it is told to.
contract CloneFactory {
    function make(address implementation, bytes calldata args) external returns (address) {
        return Clones.cloneDeterministicWithImmutableArgs(implementation, args, 0);
    }

    function makeSalted(address implementation, bytes calldata args, bytes32 salt) external returns (address) {
        return Clones.cloneDeterministicWithImmutableArgs(implementation, args, salt);
    }
}
