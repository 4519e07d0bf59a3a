// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Assessment, Contribution} from "../../contracts/types/Contribution.sol";

/// @notice The EIP-712 message of an attestation written out, independent of AttestationHash.
library AttestationTwin {
    string private constant CONTRIBUTION =
        "Contribution(address provider,uint8 kind,bytes32 contentRoot,bytes32 contentTag,"
        "bytes32 sketch,bytes32 metadata,uint64 units,bytes32 parent)";
    string private constant ATTESTATION =
        "Attestation(Contribution contribution,uint16 quality,uint16 novelty,uint40 deadline)";

    function digest(
        address pool,
        uint256 chainId,
        Contribution memory c,
        Assessment memory a
    ) internal pure returns (bytes32) {
        bytes32 attestation = keccak256(
            abi.encode(
                keccak256(bytes(string.concat(ATTESTATION, CONTRIBUTION))),
                _contribution(c),
                a.quality,
                a.novelty,
                a.deadline
            )
        );
        return keccak256(abi.encodePacked(hex"1901", _domain(pool, chainId), attestation));
    }

    function _domain(address pool, uint256 chainId) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                    keccak256("Datawell"),
                    keccak256("1"),
                    chainId,
                    pool
                )
            );
    }

    function _contribution(Contribution memory c) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    keccak256(bytes(CONTRIBUTION)),
                    c.provider,
                    uint8(c.kind),
                    c.contentRoot,
                    c.contentTag,
                    c.sketch,
                    c.metadata,
                    c.units,
                    c.parent
                )
            );
    }
}
