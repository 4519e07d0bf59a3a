// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";
import {AttesterRegistry} from "../../contracts/AttesterRegistry.sol";
import {AttesterSet, AttesterSignature} from "../../contracts/types/Attestation.sol";
import {TestToken} from "./TestToken.sol";
import {Deploy} from "../utils/Deploy.sol";

/// @notice Bonded attesters with known keys, in ascending order of address.
abstract contract Attesters {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256 internal constant MIN_BOND = 1_000e18; // ALITA wei
    uint32 internal constant UNBONDING = 14 days;

    TestToken internal alita;
    AttesterRegistry internal registry;
    uint256[] internal keys;

    function _setUpAttesters(uint256 count) internal {
        alita = new TestToken("ALITA");
        registry = Deploy.registry(address(alita), MIN_BOND, UNBONDING);
        for (uint256 i = 1; i <= count; ++i) keys.push(i * 0xA77E57);
        _sortKeys();
        for (uint256 i = 0; i < count; ++i) _bond(attester(i), MIN_BOND);
    }

    function attester(uint256 i) internal view returns (address) {
        return vm.addr(keys[i]);
    }

    function attesterSet(uint8 threshold) internal view returns (AttesterSet memory set) {
        set.threshold = threshold;
        set.attesters = new address[](keys.length);
        for (uint256 i = 0; i < keys.length; ++i) set.attesters[i] = attester(i);
    }

    function hashOf(AttesterSet memory set) internal pure returns (bytes32) {
        return keccak256(abi.encode(set));
    }

    /// @dev Signatures of the first `count` attesters.
    function signatures(bytes32 digest, uint256 count) internal view returns (AttesterSignature[] memory list) {
        list = new AttesterSignature[](count);
        for (uint256 i = 0; i < count; ++i) list[i] = AttesterSignature(attester(i), sign(keys[i], digest));
    }

    function sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _bond(address who, uint256 amount) internal {
        alita.mint(who, amount);
        vm.prank(who);
        alita.approve(address(registry), amount);
        vm.prank(who);
        registry.register(amount);
    }

    function _sortKeys() private {
        for (uint256 i = 1; i < keys.length; ++i) {
            for (uint256 j = i; j > 0 && vm.addr(keys[j - 1]) > vm.addr(keys[j]); --j) {
                (keys[j - 1], keys[j]) = (keys[j], keys[j - 1]);
            }
        }
    }
}
