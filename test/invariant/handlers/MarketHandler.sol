// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IDataPool} from "../../../contracts/interfaces/IDataPool.sol";
import {Contribution} from "../../../contracts/types/Contribution.sol";
import {PriceProposal} from "../../../contracts/types/Proposal.sol";
import {PoolHandler} from "./PoolHandler.sol";
import {PoolStore} from "./PoolStore.sol";

/// @notice Buyers buy, accept and reject; somebody proves copies; time passes.
contract MarketHandler is PoolHandler {
    address private constant PROVER = address(0x940BE);

    constructor(PoolStore store_) PoolHandler(store_) {}

    /* LICENCES */

    function buy(uint256 seed) external {
        IDataPool pool = _pool(seed);
        address buyer = _buyer(seed);
        uint32 periods = uint32(_between(seed, 1, 3));
        vm.prank(buyer);
        pool.buy(buyer, periods, type(uint256).max, _now());
        _licensed(pool, buyer, uint256(periods) * 30 days);
        store.did("buy");
    }

    function accept(uint256 seed) external {
        IDataPool pool = _pool(seed);
        uint256 count = store.motionCount(pool);
        for (uint256 i = 0; i < count; ++i) {
            PoolStore.Motion memory motion = store.motion(pool, i);
            if (motion.isPrice) _accept(pool, motion);
        }
    }

    function _accept(IDataPool pool, PoolStore.Motion memory motion) private {
        PriceProposal memory p = motion.price;
        uint256 balance = alita.balanceOf(p.buyer);
        vm.prank(p.buyer);
        try pool.accept(p) {
            if (balance - alita.balanceOf(p.buyer) != p.price) store.violate("another price than offered was paid");
            if (!_passed(motion)) store.violate("POOL-6: accepted at 60 % or less");
            _licensed(pool, p.buyer, p.duration);
            store.did("accept");
        } catch {}
    }

    function reject(uint256 seed) external {
        if (seed % 2 == 0) return;
        IDataPool pool = store.pools(0);
        PriceProposal memory p = store.motion(pool, _recent(seed, store.motionCount(pool))).price;
        vm.prank(p.buyer);
        pool.reject(p);
        store.did("reject");
    }

    function _licensed(IDataPool pool, address buyer, uint256 duration) private {
        uint256 until = store.licensedUntil(pool, buyer);
        store.setLicence(pool, buyer, (until < _now() ? _now() : until) + duration);
        store.addRounding(pool);
    }

    function _passed(PoolStore.Motion memory motion) private pure returns (bool) {
        return (motion.owner + motion.yes) * 10 > (motion.owner + motion.staked) * 6;
    }

    /* SLASHING */

    /// @notice Takes one of the newest contributions for a copy, of anything older.
    function slash(uint256 seed) external {
        IDataPool pool = store.pools(0);
        uint256 count = store.entryCount(pool);
        uint256 newer = _between(seed, count > 6 ? count - 6 : 1, count - 1);
        for (uint256 older = 0; older < newer; ++older) {
            Contribution memory a = store.entry(pool, older).content;
            if (a.sketch == store.entry(pool, newer).content.sketch) _slash(pool, a.contentTag, newer);
        }
    }

    function _slash(IDataPool pool, bytes32 older, uint256 i) private {
        Contribution memory c = store.entry(pool, i).content;
        address offender = c.provider;
        uint256 stakeBefore = _atStake(pool, offender);
        uint256 escrowBefore = pool.escrow() + pool.rewardOf(c.contentTag); // the reward goes back whole
        uint256 bounty = IERC20(pool.rewardToken()).balanceOf(PROVER);
        vm.prank(PROVER);
        try pool.slashDuplicate(older, c.contentTag) {} catch {
            return;
        }
        uint256 slashed = stakeBefore - _atStake(pool, offender); // POOL-10: slashing never adds stake
        if (slashed != (stakeBefore * 5_000) / 10_000) store.violate("POOL-10: another share was slashed");
        bounty = IERC20(pool.rewardToken()).balanceOf(PROVER) - bounty;
        if (slashed != bounty + pool.escrow() - escrowBefore) store.violate("POOL-10: slash <> bounty + returned");
        store.setReward(pool, i, 0);
        _bookSlash(pool, offender, slashed);
    }

    function _bookSlash(IDataPool pool, address offender, uint256 slashed) private {
        store.setEarned(pool, offender, store.earned(pool, offender) - slashed);
        store.addRounding(pool);
        store.did(slashed > 0 ? "slash" : "slash without stake");
    }

    function _atStake(IDataPool pool, address provider) private view returns (uint256) {
        return pool.positionOf(provider).staked + uint256(pool.accountOf(provider).unbonding);
    }

    /* TIME */

    function pass(uint256 seed) external {
        vm.warp(_now() + _between(seed, 1, seed % 4 == 0 ? 6 days : 8 hours));
        store.did("pass");
    }
}
