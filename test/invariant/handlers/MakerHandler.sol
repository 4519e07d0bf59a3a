// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IDataPool} from "../../../contracts/interfaces/IDataPool.sol";
import {Position} from "../../../contracts/types/PoolState.sol";
import {Ballot, Parameter} from "../../../contracts/types/Proposal.sol";
import {PoolHandler} from "./PoolHandler.sol";
import {PoolStore} from "./PoolStore.sol";

/// @notice The maker prices, proposes, funds, re-allocates and closes.
contract MakerHandler is PoolHandler {
    address private immutable maker;

    constructor(PoolStore store_) PoolHandler(store_) {
        maker = store_.maker();
    }

    /* SELLING */

    function setPrice(uint256 seed) external {
        IDataPool pool = _pool(seed);
        vm.prank(maker);
        pool.setPrice(seed % 7 == 0 ? 0 : uint96(_between(seed, 1, 1_000e18)));
        store.did("setPrice");
    }

    function setListed(uint256 seed) external {
        IDataPool pool = _pool(seed);
        vm.prank(maker);
        pool.setListed(seed % 8 != 0);
        store.did("setListed");
    }

    function withdrawMakerRevenue(uint256 seed) external {
        _pool(seed).withdrawMakerRevenue();
        store.did("withdrawMakerRevenue");
    }

    /* PROPOSING */

    function proposePrice(uint256 seed) external {
        IDataPool pool = _pool(seed);
        PoolStore.Motion memory motion;
        motion.isPrice = true;
        motion.price.buyer = _buyer(seed);
        motion.price.price = uint96(_between(seed, 0, 1_000e18));
        motion.price.duration = uint32(_between(seed, 0, 90 days));
        motion.price.voteBudget = uint96(_between(seed, 0, 10e18));
        motion.price.expiry = uint32(_now() + _between(seed, 1, 10 days));
        motion.price.salt = bytes32(seed);
        motion.budgetLeft = motion.price.voteBudget;
        vm.prank(maker);
        motion.id = pool.proposePrice(motion.price);
        _remember(pool, motion);
        store.did("proposePrice");
    }

    function proposeParameter(uint256 seed) external {
        IDataPool pool = store.pools(0);
        PoolStore.Motion memory motion;
        bool isQuality = seed % 2 == 0;
        motion.change.parameter = isQuality ? Parameter.MinQuality : Parameter.UnitPrice;
        motion.change.data = isQuality ? abi.encode(uint16(_between(seed, 1, 6_000))) : abi.encode(uint96(seed));
        motion.change.voteBudget = uint96(_between(seed, 0, 10e18));
        motion.change.expiry = uint32(_now() + _between(seed, 1, 10 days));
        motion.change.salt = bytes32(seed);
        motion.budgetLeft = motion.change.voteBudget;
        vm.prank(maker);
        motion.id = pool.proposeParameter(motion.change);
        _remember(pool, motion);
        store.did("proposeParameter");
    }

    function _remember(IDataPool pool, PoolStore.Motion memory motion) private {
        motion.owner = pool.ownerStake();
        motion.staked = pool.totalStaked();
        store.addMotion(pool, motion);
        if (pool.ballotOf(motion.id).number > 0) store.did("proposal that needs votes");
    }

    function executeParameter(uint256 seed) external {
        IDataPool pool = store.pools(0);
        PoolStore.Motion memory motion = _motion(pool, seed);
        pool.executeParameter(motion.change);
        store.did("executeParameter");
    }

    function cancel(uint256 seed) external {
        if (seed % 2 == 0) return;
        IDataPool pool = store.pools(0);
        bytes32 id = _motion(pool, seed).id;
        vm.prank(maker);
        pool.cancel(id);
        store.did("cancel");
    }

    function reclaimVoteBudget(uint256 seed) external {
        IDataPool pool = _pool(seed);
        uint256 i = _between(seed, 0, store.motionCount(pool) - 1);
        uint256 before = alita.balanceOf(maker);
        pool.reclaimVoteBudget(store.motion(pool, i).id);
        store.takeBudget(pool, i, alita.balanceOf(maker) - before);
        store.did("reclaimVoteBudget");
    }

    function _motion(IDataPool pool, uint256 seed) private view returns (PoolStore.Motion memory) {
        return store.motion(pool, _recent(seed, store.motionCount(pool)));
    }

    /* FUNDING */

    function topUp(uint256 seed) external {
        if (seed % 16 != 0) return; // or votes would never be needed
        IDataPool pool = store.pools(0);
        vm.prank(maker);
        pool.topUp(_between(seed, 1, 20e18));
        if (store.isClosing(pool)) store.violate("POOL-8: topped up after closing was announced");
        store.did("topUp");
    }

    function reallocate(uint256 seed) external {
        IDataPool pool = store.pools(1);
        uint256 amount = _between(seed, 1, pool.escrow() / 4);
        vm.prank(maker);
        pool.reallocate(amount);
        store.addRounding(pool);
        store.did("reallocate");
    }

    function settleReallocation(uint256 seed) external {
        IDataPool pool = store.pools(1);
        uint256 i = _between(seed, 0, store.entryCount(pool) - 1);
        bytes32 tag = store.entry(pool, i).content.contentTag;
        uint256 reward = pool.rewardOf(tag);
        pool.settleReallocation(tag);
        if (pool.rewardOf(tag) < reward) store.violate("POOL-11: settling took a reward");
        store.did("settleReallocation");
    }

    function reallocateWithStaking(uint256 seed) external {
        IDataPool pool = store.pools(0);
        uint256 amount = _between(seed, 1, pool.escrow());
        vm.prank(maker);
        try pool.reallocate(amount) {
            store.violate("POOL-7: re-allocated with staking on");
        } catch {}
        store.did("reallocateWithStaking");
    }

    /* CLOSING */

    function announceClose(uint256 seed) external {
        if (seed % 32 != 0) return; // or little else would happen
        IDataPool pool = _pool(seed >> 5);
        vm.prank(maker);
        pool.announceClose();
        store.announce(pool);
        store.did("announceClose");
    }

    function close(uint256 seed) external {
        IDataPool pool = _pool(seed);
        bytes32 before = _belongings(pool);
        uint256 escrow = pool.escrow();
        IERC20 money = IERC20(pool.rewardToken());
        uint256 balance = money.balanceOf(maker);
        vm.prank(maker);
        pool.close();
        if (_belongings(pool) != before) store.violate("POOL-8: closing took what was earned or pending");
        if (money.balanceOf(maker) - balance != escrow) store.violate("POOL-8: closing refunded another amount");
        store.did("close");
    }

    /// @dev Hash of all that belongs to providers and voters.
    function _belongings(IDataPool pool) private view returns (bytes32 hash) {
        for (uint256 i = 0; i < store.entryCount(pool); ++i) {
            hash = keccak256(abi.encode(hash, pool.rewardOf(store.entry(pool, i).content.contentTag)));
        }
        for (uint256 i = 0; i < 4; ++i) {
            address provider = store.providers(i);
            Position memory position = pool.positionOf(provider);
            hash = keccak256(abi.encode(hash, position, pool.accountOf(provider), pool.revenueOf(provider)));
        }
        for (uint256 i = 0; i < store.motionCount(pool); ++i) {
            Ballot memory ballot = pool.ballotOf(store.motion(pool, i).id);
            hash = keccak256(abi.encode(hash, ballot));
        }
    }
}
