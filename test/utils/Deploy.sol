// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";
import {Alita} from "../../contracts/Alita.sol";
import {AttesterRegistry} from "../../contracts/AttesterRegistry.sol";
import {ComputeBilling} from "../../contracts/ComputeBilling.sol";
import {DataPool} from "../../contracts/DataPool.sol";
import {DatasetFactory} from "../../contracts/DatasetFactory.sol";
import {DataToken} from "../../contracts/DataToken.sol";
import {Pair} from "../../contracts/Pair.sol";
import {Router} from "../../contracts/Router.sol";

/// @title Deploy
/// @notice Creates our contracts from their artifacts: the very code that is deployed, with its own compiler settings.
/// A test that says `new` carries the whole contract inside and the compiler optimizes it again for each such test.
library Deploy {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function alita(address holder) internal returns (Alita) {
        return Alita(_create("Alita", abi.encode(holder)));
    }

    function registry(address base, uint256 minBond, uint32 unbonding) internal returns (AttesterRegistry) {
        return AttesterRegistry(_create("AttesterRegistry", abi.encode(base, minBond, unbonding)));
    }

    function dataToken() internal returns (DataToken) {
        return DataToken(_create("DataToken", ""));
    }

    function pair(address base) internal returns (Pair) {
        return Pair(_create("Pair", abi.encode(base)));
    }

    function dataPool(address base, address registry_) internal returns (DataPool) {
        return DataPool(_create("DataPool", abi.encode(base, registry_)));
    }

    function factory(address base, address registry_) internal returns (DatasetFactory) {
        address pool = address(dataPool(base, registry_));
        bytes memory args = abi.encode(base, address(dataToken()), address(pair(base)), pool);
        return DatasetFactory(_create("DatasetFactory", args));
    }

    function router(address factory_) internal returns (Router) {
        return Router(_create("Router", abi.encode(factory_)));
    }

    function billing(
        address factory_,
        address pool,
        address base,
        address registry_
    ) internal returns (ComputeBilling) {
        return ComputeBilling(_create("ComputeBilling", abi.encode(factory_, pool, base, registry_)));
    }

    function _create(string memory name, bytes memory args) private returns (address created) {
        bytes memory code = vm.getCode(string.concat("contracts/", name, ".sol:", name));
        bytes memory initCode = bytes.concat(code, args);
        assembly ("memory-safe") {
            created := create(0, add(initCode, 0x20), mload(initCode))
            if iszero(created) {
                returndatacopy(mload(0x40), 0, returndatasize())
                revert(mload(0x40), returndatasize()) // the constructor's own reason
            }
        }
    }
}
