// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttesterRegistry} from "../interfaces/IAttesterRegistry.sol";
import {AttesterSet} from "../types/Attestation.sol";

/// @title AttesterSets
/// @notice Shape and identity of a set of attesters.
library AttesterSets {
    uint256 internal constant MAX_ATTESTERS = 16;

    /// @notice Hash under which a set is remembered, after checking that it is one: 1 to 16 attesters, strictly
    /// ascending, none of them zero, and a threshold between 1 and their number.
    function hash(AttesterSet calldata set) internal pure returns (bytes32) {
        uint256 count = set.attesters.length;
        require(count <= MAX_ATTESTERS, IAttesterRegistry.TooManyAttesters(count, MAX_ATTESTERS));
        require(set.threshold != 0 && set.threshold <= count, IAttesterRegistry.InvalidThreshold(set.threshold, count));
        address previous = address(0); // so that a zero attester is out of order
        for (uint256 i = 0; i < count; ++i) {
            address attester = set.attesters[i];
            require(attester > previous, IAttesterRegistry.NotAscending(previous, attester));
            previous = attester;
        }
        return keccak256(abi.encode(set));
    }
}
