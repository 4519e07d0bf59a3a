// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Vm} from "forge-std/Vm.sol";
import {IDataPool} from "../../../contracts/interfaces/IDataPool.sol";
import {PoolStore} from "./PoolStore.sol";

/// @notice What every handler needs: the store, the pools and the choice of an actor by a seed.
/// @dev After vm.prank the next call counts, one to the store as well: handlers ask the store before.
abstract contract PoolHandler {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    PoolStore internal immutable store;
    IERC20 internal immutable alita;

    constructor(PoolStore store_) {
        (store, alita) = (store_, store_.alita());
    }

    /// @dev Three of four go to the pool with staking, where more can happen.
    function _pool(uint256 seed) internal view returns (IDataPool) {
        return store.pools(seed % 4 == 3 ? 1 : 0);
    }

    function _isStaked(IDataPool pool) internal view returns (bool) {
        return address(pool) == address(store.pools(0));
    }

    function _provider(uint256 seed) internal view returns (address) {
        return store.providers((seed >> 8) % 4);
    }

    function _buyer(uint256 seed) internal view returns (address) {
        return store.buyers((seed >> 16) % 2);
    }

    /// @dev A number from `min` to `max` that depends on all of `seed`.
    function _between(uint256 seed, uint256 min, uint256 max) internal pure returns (uint256) {
        return max <= min ? min : min + (uint256(keccak256(abi.encode(seed))) % (max - min + 1));
    }

    /// @dev One of the last five of `count` motions: older ones have mostly ended.
    function _recent(uint256 seed, uint256 count) internal pure returns (uint256) {
        return _between(seed, count > 5 ? count - 5 : 0, count - 1);
    }

    function _now() internal view returns (uint256) {
        return vm.getBlockTimestamp();
    }

    function _one(bytes32 id) internal pure returns (bytes32[] memory list) {
        list = new bytes32[](1);
        list[0] = id;
    }
}
