// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AttesterSet, AttesterSignature} from "../types/Attestation.sol";

interface IAttesterRegistry {
    function isActive(address attester) external view returns (bool);
    function verify(
        bytes32 digest,
        bytes32 expectedSet,
        AttesterSet calldata set,
        AttesterSignature[] calldata signatures
    ) external view;
}
