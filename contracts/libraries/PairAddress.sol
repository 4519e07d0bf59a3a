// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

/// @title PairAddress
/// @notice Where a factory creates the pair of a Data Token. The address follows from the token, so nobody has to ask
/// for it, and no account but the factory can put code there (CREATE2).
library PairAddress {
    /// @notice The pair's clone arguments: its token, from which it reads the rest.
    function argsFor(address token) internal pure returns (bytes memory) {
        return abi.encodePacked(token);
    }

    /// @notice The pair's address, whether it exists or not.
    /// @param implementation what the factory's pairs are clones of
    function pairFor(address factory, address implementation, address token) internal pure returns (address) {
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, argsFor(token), 0, factory);
    }
}
