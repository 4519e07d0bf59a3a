// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Assessment, Contribution, ContributionKind} from "../../../contracts/types/Contribution.sol";
import {AttesterSignature} from "../../../contracts/types/Attestation.sol";
import {PriceProposal} from "../../../contracts/types/Proposal.sol";
import {SystemExchange} from "./SystemExchange.sol";

/// @notice Providers, voters, buyers, a prover and the maker.
abstract contract SystemPool is SystemExchange {
    struct Offer {
        uint256 market;
        bytes32 id;
        uint256 budgetLeft; // ALITA wei of the vote budget that nobody took
        PriceProposal terms;
    }

    Offer[] internal offers;
    mapping(bytes32 id => mapping(address voter => bool)) internal isVotePaid;

    /* CONTRIBUTING */

    /// @dev One of three is submitted by somebody else, with the provider's signature.
    function contribute(uint256 seed) external {
        address who = _begins(seed);
        Contribution memory c = _contribution(who);
        if (seed % 5 == 0) c.kind = ContributionKind.Remote;
        uint256[] memory before = _holdings();
        Assessment memory a = _assessment(uint16(_between(seed, 5_000, PERFECT)));
        if (seed % 3 == 0) _relay(c, a);
        else _contribute(c, a);
        entries.push(Entry(market, 0, c));
        _did("contribute", before, who);
    }

    function _relay(Contribution memory c, Assessment memory a) private {
        bytes memory consent = _sign(_keyOf(c.provider), pool.consentDigest(c, 0, NEVER));
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.prank(prover);
        pool.contribute(c, a, attesters, signatures, 0, NEVER, consent);
    }

    function update(uint256 seed) external {
        Entry memory parent = _entry(seed);
        Contribution memory c = _update(parent.content);
        uint256[] memory before = _holdings();
        _contribute(c, _assessment(PERFECT, uint16(_between(seed, 1, PERFECT))));
        entries.push(Entry(market, 0, c));
        _did("update", before, c.provider);
    }

    /// @dev Another person's content with a new salt and tag.
    function copy(uint256 seed) external {
        Entry memory e = _entry(seed);
        address who = people[(seed >> 8) % 4];
        if (who == e.content.provider) return;
        Contribution memory c = _contribution(who);
        c.sketch = e.content.sketch;
        uint256[] memory before = _holdings();
        _contribute(c, _assessment(PERFECT));
        entries.push(Entry(market, e.content.contentTag, c));
        _did("copy", before, who);
    }

    /// @dev The newest copy that is not proven yet. POOL-10: the offender loses its share of what is at stake, no more.
    function slash(uint256 seed) external {
        uint256 i = entries.length - 1;
        while (i > 0 && (entries[i].original == 0 || _isSlashed(entries[i]))) --i;
        Entry memory e = entries[i];
        _enter(e.market);
        uint256 atStake = _atStake(e.content.provider);
        uint256[] memory before = _holdings();
        vm.prank(seed % 2 == 0 ? prover : thief);
        pool.slashDuplicate(e.original, e.content.contentTag);
        if (_atStake(e.content.provider) != atStake - atStake / 2) _break("POOL-10: slashed something else than half");
        _did("slash", before, prover, e.content.provider);
    }

    function _isSlashed(Entry storage e) private view returns (bool) {
        return markets[e.market].pool.contributionOf(e.content.contentTag).slashed;
    }

    function _atStake(address provider) private view returns (uint256) {
        return uint256(pool.positionOf(provider).staked) + pool.accountOf(provider).unbonding;
    }

    function revoke(uint256 seed) external {
        Entry memory e = _entry(seed);
        if (seed % 4 != 0) return; // most consent lasts
        uint256[] memory before = _holdings();
        vm.prank(e.content.provider);
        pool.revoke(e.content.contentTag);
        _did("revoke", before, e.content.provider);
    }

    function claim(uint256 seed) external {
        Entry memory e = _entry(seed);
        uint256 reward = pool.rewardOf(e.content.contentTag);
        uint256[] memory before = _holdings();
        _claim(e.content, seed % 3 == 0 ? 0 : _between(seed, 0, reward));
        _did("claim", before, e.content.provider);
    }

    /* STAKE */

    function stake(uint256 seed) external {
        address who = _begins(seed);
        uint256 room = pool.positionOf(who).room;
        uint256[] memory before = _holdings();
        vm.prank(who);
        pool.stake(_between(seed, 1, room));
        _did("stake", before, who);
    }

    function unstake(uint256 seed) external {
        address who = _begins(seed);
        uint256 amount = _between(seed, 1, pool.positionOf(who).staked / 8);
        uint256[] memory before = _holdings();
        vm.prank(who);
        pool.unstake(amount);
        _did("unstake", before, who);
    }

    function withdraw(uint256 seed) external {
        address who = _begins(seed);
        uint256[] memory before = _holdings();
        vm.prank(who);
        pool.withdraw();
        _did("withdraw", before, who);
    }

    /* LICENCES */

    function buyLicence(uint256 seed) external {
        address who = _begins(seed);
        uint256[] memory before = _holdings();
        vm.prank(who);
        pool.buy(who, uint32(_between(seed, 1, 3)), type(uint256).max, NEVER);
        _did("buyLicence", before, who);
    }

    function claimRevenue(uint256 seed) external {
        address who = _begins(seed);
        uint256[] memory before = _holdings();
        if (seed % 4 == 0) {
            pool.withdrawMakerRevenue();
        } else {
            vm.prank(who);
            pool.claimRevenue();
        }
        _did("claimRevenue", before, who);
    }

    /* VOTES */

    function propose(uint256 seed) external {
        PriceProposal memory p;
        p.buyer = _begins(seed);
        p.price = uint96(_between(seed, 0, 20e18));
        p.duration = 90 days;
        p.expiry = uint32(_now() + 10 days);
        p.voteBudget = uint96(_between(seed >> 1, 0, 5e18));
        p.salt = _unique("offer");
        uint256[] memory before = _holdings();
        vm.prank(maker);
        bytes32 id = pool.proposePrice(p);
        offers.push(Offer(market, id, p.voteBudget, p));
        _did("propose", before, maker);
    }

    /// @dev One of the last five offers, and its market is entered.
    function _offer(uint256 seed) private returns (uint256 i) {
        i = offers.length - 1 - _between(seed, 0, offers.length < 5 ? offers.length - 1 : 4);
        _enter(offers[i].market);
    }

    function vote(uint256 seed) external {
        uint256 i = _offer(seed);
        address who = people[(seed >> 8) % 4];
        uint256[] memory before = _holdings();
        vm.prank(who);
        pool.vote(offers[i].id, seed % 4 != 0);
        _did("vote", before, who);
    }

    function accept(uint256 seed) external {
        PriceProposal memory p = offers[_offer(seed)].terms;
        uint256[] memory before = _holdings();
        vm.prank(p.buyer);
        pool.accept(p);
        _did("accept", before, p.buyer);
    }

    function claimVoteReward(uint256 seed) external {
        uint256 i = _offer(seed);
        uint256[] memory before = _holdings();
        if (seed % 4 == 0) {
            pool.reclaimVoteBudget(offers[i].id);
            offers[i].budgetLeft = 0;
        } else {
            _takeVoteReward(i, people[(seed >> 8) % 4]);
        }
        _did("claimVoteReward", before, address(0));
    }

    function _takeVoteReward(uint256 i, address who) internal {
        bytes32[] memory ids = _one(offers[i].id);
        vm.prank(who);
        offers[i].budgetLeft -= pool.claimVoteRewards(ids); // never more than there was
        isVotePaid[offers[i].id][who] = true;
    }

    /* MAKER */

    function topUp(uint256 seed) external {
        _begins(seed);
        if (market == 0) return; // the maker's Data Tokens are locked
        uint256[] memory before = _holdings();
        vm.prank(maker);
        pool.topUp(_between(seed, 1, 3e18));
        _did("topUp", before, maker);
    }

    function setPrice(uint256 seed) external {
        _begins(seed);
        uint256[] memory before = _holdings();
        vm.prank(maker);
        pool.setPrice(uint96(_between(seed, 0, 50e18)));
        _did("setPrice", before, maker);
    }

    /// @dev Rarely announced, so that most stories are about a living pool.
    function close(uint256 seed) external {
        _begins(seed);
        uint256[] memory before = _holdings();
        if (pool.contributionsOpen()) {
            if (seed % 32 != 0) return;
            vm.prank(maker);
            pool.announceClose();
            _skip(NOTICE);
        }
        vm.prank(maker);
        pool.close();
        _did("close", before, maker);
    }
}
