// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../../contracts/interfaces/IDataPool.sol";
import {AttesterSet, AttesterSignature} from "../../../contracts/types/Attestation.sol";
import {Assessment, Contribution, ContributionKind} from "../../../contracts/types/Contribution.sol";
import {PoolHandler} from "./PoolHandler.sol";
import {PoolStore} from "./PoolStore.sol";

/// @notice Providers contribute, update, revoke, claim, stake, leave and vote, and try what they must not.
contract ProviderHandler is PoolHandler {
    uint256 private _serial; // makes contents distinct

    constructor(PoolStore store_) PoolHandler(store_) {}

    /* CONTRIBUTING */

    /// @notice A first contribution; one of four is a copy of what somebody contributed before.
    function contribute(uint256 seed) external {
        IDataPool pool = _pool(seed);
        Contribution memory c = _content(_provider(seed), seed);
        uint256 count = store.entryCount(pool);
        if (count > 0 && seed % 3 == 0) c.sketch = store.entry(pool, (seed >> 24) % count).content.sketch;
        Assessment memory a = _assessment(pool, seed, 0);
        uint256 reward = _submit(pool, c, a);
        if (reward > 0 && a.quality < pool.minQuality()) store.violate("POOL-3: paid below the least quality");
        store.did("contribute");
    }

    function update(uint256 seed) external {
        IDataPool pool = store.pools(0);
        Contribution memory parent = store.entry(pool, (seed >> 24) % store.entryCount(pool)).content;
        Contribution memory c = _content(parent.provider, seed);
        c.parent = parent.contentTag;
        if (seed % 2 == 0) c.sketch = parent.sketch;
        uint256 reward = _submit(pool, c, _assessment(pool, seed, uint16(_between(seed, 0, 10_000))));
        if (reward > pool.positionOf(c.provider).staked) store.violate("POOL-2: update above the stake behind it");
        store.did("update");
    }

    /// @notice Quality just below the least that the pool accepts.
    function contributeTooLittle(uint256 seed) external {
        IDataPool pool = _pool(seed);
        Assessment memory a = _assessment(pool, seed, 0);
        uint16 least = pool.minQuality();
        if (least == 0) return;
        a.quality = least - 1;
        if (_passes(pool, _content(_provider(seed), seed), a)) store.violate("POOL-3: too little quality accepted");
        store.did("contributeTooLittle");
    }

    /// @notice The same contribution again, its root alone in either pool, and its tag alone in the same pool.
    function contributeAgain(uint256 seed) external {
        IDataPool pool = _pool(seed);
        PoolStore.Entry memory entry = store.entry(pool, (seed >> 24) % store.entryCount(pool));
        Assessment memory a = _assessment(pool, seed, 0);
        if (_passes(pool, entry.content, a)) store.violate("POOL-13: an attestation served twice");

        Contribution memory c = _content(_provider(seed), seed);
        c.contentRoot = entry.content.contentRoot;
        for (uint256 i = 0; i < 2; ++i) {
            if (_passes(store.pools(i), c, a)) store.violate("POOL-9: a content root was accepted twice");
        }
        c = _content(_provider(seed), seed);
        c.contentTag = entry.content.contentTag;
        if (_passes(pool, c, a)) store.violate("POOL-9: a content tag was accepted twice");
        store.did("contributeAgain");
    }

    /// @notice A fresh contribution with the signatures of another pool, of other findings or for another provider.
    function contributeElsewhere(uint256 seed) external {
        IDataPool pool = _pool(seed);
        Contribution memory c = _content(_provider(seed), seed);
        Assessment memory a = _assessment(pool, seed, 0);
        IDataPool other = store.pools(_isStaked(pool) ? 1 : 0);
        AttesterSignature[] memory signatures = _sign(other, c, a);
        if (_passes(pool, c, a, signatures)) store.violate("POOL-13: an attestation served another pool");
        signatures = _sign(pool, c, a);
        a.quality = a.quality == 10_000 ? 9_999 : a.quality + 1;
        if (_passes(pool, c, a, signatures)) store.violate("POOL-13: an attestation served other findings");
        store.did("contributeElsewhere");
    }

    function revoke(uint256 seed) external {
        if (seed % 4 != 0) return; // or little would be left
        IDataPool pool = _pool(seed >> 2);
        uint256 i = (seed >> 24) % store.entryCount(pool);
        PoolStore.Entry memory entry = store.entry(pool, i);
        vm.prank(entry.content.provider);
        pool.revoke(entry.content.contentTag);
        if (_isUnderChallenge(pool, entry.content.contentTag)) store.setReward(pool, i, 0);
        store.did("revoke");
    }

    /// @notice Claims everything that a provider can claim, staking a part.
    function claim(uint256 seed) external {
        IDataPool pool = _pool(seed);
        address provider = _provider(seed);
        for (uint256 i = 0; i < store.entryCount(pool); ++i) {
            Contribution memory c = store.entry(pool, i).content;
            if (c.provider == provider && !_isUnderChallenge(pool, c.contentTag)) _claim(pool, c, i, seed);
        }
    }

    function _claim(IDataPool pool, Contribution memory c, uint256 i, uint256 seed) private {
        uint256 reward = pool.rewardOf(c.contentTag);
        if (reward == 0) return;
        if (reward < store.entry(pool, i).reward) store.violate("POOL-11: a reward shrank");
        uint256 toStake = _isStaked(pool) ? _between(seed, 0, reward) : 0;
        vm.prank(c.provider);
        pool.claim(_one(c.contentTag), toStake);
        store.setReward(pool, i, 0);
        store.setEarned(pool, c.provider, store.earned(pool, c.provider) + reward);
        store.addRounding(pool);
        store.did("claim");
    }

    /* STAKE */

    function stake(uint256 seed) external {
        (IDataPool pool, address provider) = (store.pools(0), _provider(seed));
        uint256 room = pool.positionOf(provider).room;
        if (room == 0) return;
        vm.prank(provider);
        pool.stake(_between(seed, 1, room));
        store.addRounding(pool);
        store.did("stake");
    }

    function stakeTooMuch(uint256 seed) external {
        (IDataPool pool, address provider) = (store.pools(0), _provider(seed));
        uint256 tooMuch = uint256(pool.positionOf(provider).room) + 1;
        vm.prank(provider);
        try pool.stake(tooMuch) {
            store.violate("POOL-5: staked a wei more than earned");
        } catch {}
        store.did("stakeTooMuch");
    }

    function unstake(uint256 seed) external {
        (IDataPool pool, address provider) = (store.pools(0), _provider(seed));
        uint256 staked = pool.positionOf(provider).staked;
        if (staked == 0 || seed % 2 == 0) return;
        vm.prank(provider);
        pool.unstake(_between(seed, 1, staked));
        store.addRounding(pool);
        store.did("unstake");
    }

    function withdraw(uint256 seed) external {
        (IDataPool pool, address provider) = (store.pools(0), _provider(seed));
        vm.prank(provider);
        pool.withdraw();
        store.did("withdraw");
    }

    function claimRevenue(uint256 seed) external {
        IDataPool pool = store.pools(0);
        vm.prank(_provider(seed));
        pool.claimRevenue();
        store.addRounding(pool);
        store.did("claimRevenue");
    }

    /* VOTES */

    function vote(uint256 seed) external {
        IDataPool pool = store.pools(0);
        uint256 i = _recent(seed, store.motionCount(pool));
        bytes32 id = store.motion(pool, i).id;
        address voter = _provider(seed);
        uint256 weight = pool.voteWeight(id, voter);
        bool support = seed % 4 != 0;
        vm.prank(voter);
        pool.vote(id, support);
        if (support) store.addYes(pool, i, weight);
        store.did("vote");
    }

    function claimVoteRewards(uint256 seed) external {
        IDataPool pool = store.pools(0);
        uint256 i = _between(seed, 0, store.motionCount(pool) - 1);
        (bytes32 id, address voter) = (store.motion(pool, i).id, _provider(seed));
        vm.prank(voter);
        store.takeBudget(pool, i, pool.claimVoteRewards(_one(id)));
        store.did("claimVoteRewards");
    }

    /* SUBMITTING */

    function _content(address provider, uint256 seed) private returns (Contribution memory c) {
        c.provider = provider;
        c.kind = seed % 5 == 0 ? ContributionKind.Remote : ContributionKind.Device;
        c.contentRoot = keccak256(abi.encode("root", ++_serial));
        c.contentTag = keccak256(abi.encode("tag", _serial));
        c.sketch = keccak256(abi.encode("sketch", _serial));
        c.units = uint64(_between(seed, 1, 1e6));
    }

    function _assessment(IDataPool pool, uint256 seed, uint16 novelty) private view returns (Assessment memory) {
        uint16 quality = uint16(_between(seed >> 1, pool.minQuality(), 10_000));
        return Assessment({quality: quality, novelty: novelty, deadline: uint40(_now() + 1)});
    }

    function _submit(IDataPool pool, Contribution memory c, Assessment memory a) private returns (uint256 reward) {
        AttesterSignature[] memory signatures = _sign(pool, c, a);
        AttesterSet memory set = store.attesters();
        vm.prank(c.provider);
        reward = pool.contribute(c, a, set, signatures, 0, _now(), "");
        store.addEntry(pool, c, reward);
    }

    function _passes(IDataPool pool, Contribution memory c, Assessment memory a) private returns (bool) {
        return _passes(pool, c, a, _sign(pool, c, a));
    }

    function _passes(
        IDataPool pool,
        Contribution memory c,
        Assessment memory a,
        AttesterSignature[] memory signatures
    ) private returns (bool) {
        AttesterSet memory set = store.attesters();
        vm.prank(c.provider);
        try pool.contribute(c, a, set, signatures, 0, _now(), "") returns (uint256) {
            return true;
        } catch {
            return false;
        }
    }

    function _sign(
        IDataPool pool,
        Contribution memory c,
        Assessment memory a
    ) private view returns (AttesterSignature[] memory signatures) {
        AttesterSet memory set = store.attesters();
        bytes32 digest = pool.attestationDigest(c, a);
        signatures = new AttesterSignature[](set.threshold);
        for (uint256 i = 0; i < signatures.length; ++i) {
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(store.attesterKeys(i), digest);
            signatures[i] = AttesterSignature(set.attesters[i], abi.encodePacked(r, s, v));
        }
    }

    function _isUnderChallenge(IDataPool pool, bytes32 tag) private view returns (bool) {
        return _now() <= uint256(pool.contributionOf(tag).submittedAt) + 3 days;
    }
}
