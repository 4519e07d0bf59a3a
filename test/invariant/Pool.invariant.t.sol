// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {StdInvariant} from "forge-std/StdInvariant.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {Account, Position} from "../../contracts/types/PoolState.sol";
import {System} from "../fixtures/System.sol";
import {MakerHandler} from "./handlers/MakerHandler.sol";
import {MarketHandler} from "./handlers/MarketHandler.sol";
import {PoolStore} from "./handlers/PoolStore.sol";
import {ProviderHandler} from "./handlers/ProviderHandler.sol";

/// @notice POOL-1 to POOL-13 over a pool with staking that pays in ALITA, so that everything lies on one balance, and a
/// pool without staking that pays in its Data Token and re-allocates.
contract PoolInvariantTest is System, StdInvariant {
    uint96 private constant STAKED_MAX_INCENTIVE = 190e18; // reward-token wei; the allocation is 840e18
    uint96 private constant UNSTAKED_MAX_INCENTIVE = 100e18;

    PoolStore private store;
    ProviderHandler private provider;
    MakerHandler private makers;
    MarketHandler private market;

    function setUp() public override {
        _deploySystem();
        IDataPool[2] memory pools = [_launchStaked(), _launchUnstaked()];
        address[4] memory providers = [alice, bob, vm.addr(0xD1), vm.addr(0xD2)];
        address[2] memory buyers = [carol, vm.addr(0xD3)];
        _fund([providers[2], providers[3], buyers[1]], pools);
        store = new PoolStore(pools, IERC20(address(alita)), maker, providers, buyers, attesterKeys, attesters);
        provider = new ProviderHandler(store);
        makers = new MakerHandler(store);
        market = new MarketHandler(store);
        _begin(pools[0]);

        _target(address(provider), "ProviderHandler");
        _target(address(makers), "MakerHandler");
        _target(address(market), "MarketHandler");
    }

    /// @dev By name: the runner does not recognize a handler by its code.
    function _target(address handler, string memory name) private {
        string[] memory names = new string[](1);
        names[0] = name;
        targetInterface(FuzzInterface(handler, names));
        targetContract(handler); // and nothing else that the runner may recognize
    }

    /// @dev Everybody has earned, and in the pool with staking three have all of it at stake: 570 against 840 need votes.
    function _begin(IDataPool staked) private {
        for (uint256 i = 0; i < 8; ++i) provider.contribute((i << 8) + 1);
        for (uint256 i = 0; i < 4; ++i) provider.contribute((i << 8) + 7);
        vm.warp(vm.getBlockTimestamp() + WINDOW + 1);
        for (uint256 i = 0; i < 4; ++i) {
            provider.claim(i << 8);
            if (i == 3) continue;
            Position memory position = staked.positionOf(store.providers(i));
            vm.prank(store.providers(i));
            staked.stake(position.room);
        }
    }

    function _launchStaked() private returns (IDataPool) {
        DatasetParams memory p = _params();
        p.pool.rewardInBase = true;
        p.pool.allocation = 840e18;
        p.pool.updateMax = 5e18; // small, so that many updates fit into the escrow
        p.pool.maxIncentive = STAKED_MAX_INCENTIVE;
        p.pool.minQuality = 5_000;
        p.pool.unbonding = 5 days;
        _launch(p);
        return pool;
    }

    function _launchUnstaked() private returns (IDataPool) {
        DatasetParams memory p = _params();
        p.pool.staking = false;
        p.pool.allocation = 100_000e18;
        p.pool.maxIncentive = UNSTAKED_MAX_INCENTIVE;
        _launch(p);
        return pool;
    }

    function _fund(address[3] memory people, IDataPool[2] memory pools) private {
        for (uint256 i = 0; i < 3; ++i) {
            alita.transfer(people[i], FUNDS);
            for (uint256 j = 0; j < 2; ++j) {
                vm.prank(people[i]);
                alita.approve(address(pools[j]), type(uint256).max);
            }
        }
        for (uint256 j = 0; j < 4; ++j) {
            address account = [maker, alice, bob, carol][j];
            vm.prank(account);
            alita.approve(address(pools[0]), type(uint256).max);
        }
    }

    /* INVARIANTS */

    function invariant_POOL_1_everythingOwedIsThere() public view {
        for (uint256 i = 0; i < 2; ++i) {
            IDataPool p = store.pools(i);
            (uint256 inReward, uint256 inBase) = (_owedInReward(p), _owedInBase(p));
            IERC20 money = IERC20(p.rewardToken());
            if (i == 0) (inReward, inBase) = (inReward + inBase, inReward + inBase);
            _assertCovered(money.balanceOf(address(p)), inReward, store.roundings(p));
            _assertCovered(alita.balanceOf(address(p)), inBase, store.roundings(p));
        }
    }

    /// @dev At least what is owed, and nothing is stuck but what rounding left: some wei per event and person.
    function _assertCovered(uint256 balance, uint256 owed, uint256 roundings) private pure {
        assertGe(balance, owed, "POOL-1: less than owed");
        assertLe(balance, owed + 8 * roundings, "POOL-1: more than owed is stuck");
    }

    function _owedInReward(IDataPool p) private view returns (uint256 owed) {
        owed = p.escrow() + _surplus(p);
        for (uint256 i = 0; i < 4; ++i) {
            address account = store.providers(i);
            owed += p.positionOf(account).staked + uint256(p.accountOf(account).unbonding) + _pending(p, account);
        }
    }

    /// @dev Rewards of one provider. Several may show the same room below the cap; it is there once.
    function _pending(IDataPool p, address account) private view returns (uint256 pending) {
        uint256 reallocated = 0;
        for (uint256 i = 0; i < store.entryCount(p); ++i) {
            Contribution memory c = store.entry(p, i).content;
            if (c.provider != account) continue;
            uint256 credited = p.contributionOf(c.contentTag).reward;
            pending += credited;
            reallocated += p.rewardOf(c.contentTag) - credited;
        }
        uint256 room = UNSTAKED_MAX_INCENTIVE - _min(p.accountOf(account).rewarded, UNSTAKED_MAX_INCENTIVE);
        return pending + _min(reallocated, room);
    }

    /// @dev Re-allocated beyond somebody's cap and not settled yet: committed, but owed to nobody.
    function _surplus(IDataPool p) private view returns (uint256) {
        if (address(p) == address(store.pools(0))) return 0;
        uint256 committed = p.ownerStake() - p.escrow();
        for (uint256 i = 0; i < 4; ++i) {
            address account = store.providers(i);
            committed -= _pending(p, account) + store.earned(p, account);
        }
        return committed;
    }

    function _owedInBase(IDataPool p) private view returns (uint256 owed) {
        owed = p.makerRevenue();
        for (uint256 i = 0; i < 4; ++i) owed += p.revenueOf(store.providers(i));
        for (uint256 i = 0; i < store.motionCount(p); ++i) owed += store.motion(p, i).budgetLeft;
    }

    function invariant_POOL_2_rewardsStayBelowTheCap() public view {
        for (uint256 j = 0; j < 2; ++j) {
            uint256 cap = j == 0 ? STAKED_MAX_INCENTIVE : UNSTAKED_MAX_INCENTIVE;
            for (uint256 i = 0; i < 4; ++i) {
                address account = store.providers(i);
                uint256 rewarded = store.pools(j).accountOf(account).rewarded;
                assertLe(rewarded, cap, "POOL-2: above maxIncentive");
                assertGe(rewarded, store.firstRewards(store.pools(j), account), "POOL-2: a reward was not counted");
            }
        }
        IDataPool unstaked = store.pools(1);
        for (uint256 i = 0; i < 4; ++i) {
            uint256 taken = store.earned(unstaked, store.providers(i));
            assertLe(taken, UNSTAKED_MAX_INCENTIVE, "POOL-2: took more than maxIncentive");
        }
    }

    function invariant_POOL_4_theOwnerOutweighsAllStake() public view {
        IDataPool p = store.pools(0);
        uint256 sum = 0;
        uint256 unbonding = 0;
        for (uint256 i = 0; i < 4; ++i) {
            sum += p.positionOf(store.providers(i)).staked;
            unbonding += p.accountOf(store.providers(i)).unbonding;
        }
        assertEq(sum, p.totalStaked(), "POOL-4: total is not the sum");
        assertGe(p.ownerStake(), sum + unbonding, "POOL-4: stake above the owner's weight");
    }

    function invariant_POOL_5_stakeIsEarned() public view {
        IDataPool p = store.pools(0);
        for (uint256 i = 0; i < 4; ++i) {
            address account = store.providers(i);
            Position memory position = p.positionOf(account);
            Account memory rest = p.accountOf(account);
            uint256 atStake = uint256(position.staked) + rest.unbonding;
            assertLe(atStake, store.earned(p, account), "POOL-5: stake above earned");
            assertEq(
                position.room,
                store.earned(p, account) - atStake,
                "POOL-5: room is not what was earned less stake"
            );
        }
    }

    function invariant_POOL_6_passedMeansAbove60Percent() public view {
        for (uint256 j = 0; j < 2; ++j) {
            IDataPool p = store.pools(j);
            for (uint256 i = 0; i < store.motionCount(p); ++i) {
                PoolStore.Motion memory m = store.motion(p, i);
                bool above = (m.owner + m.yes) * 10 > (m.owner + m.staked) * 6;
                assertEq(p.ballotOf(m.id).needed == 0, above, "POOL-6: passed <> O + yes > 60 %");
            }
        }
    }

    function invariant_POOL_11_termsAndRewardsStand() public view {
        for (uint256 j = 0; j < 2; ++j) {
            IDataPool p = store.pools(j);
            assertEq(store.fixedTerms(p), store.launchTerms(j), "POOL-11: a fixed term changed");
            for (uint256 i = 0; i < store.entryCount(p); ++i) {
                PoolStore.Entry memory entry = store.entry(p, i);
                uint256 reward = p.rewardOf(entry.content.contentTag);
                if (j == 0) assertEq(reward, entry.reward, "POOL-11: a reward changed");
                else assertGe(reward, entry.reward, "POOL-11: a reward shrank");
            }
        }
    }

    function invariant_POOL_12_licencesLast() public view {
        for (uint256 j = 0; j < 2; ++j) {
            for (uint256 i = 0; i < 2; ++i) {
                (IDataPool p, address buyer) = (store.pools(j), store.buyers(i));
                uint256 until = store.licensedUntil(p, buyer);
                assertEq(p.licensedUntil(buyer), until, "POOL-12: a licence changed");
                assertEq(p.hasAccess(buyer), until >= vm.getBlockTimestamp(), "POOL-12: access <> licence");
            }
        }
    }

    /// @dev POOL-3, 7, 8, 9, 10 and 13 are about single deeds, so the handlers judge them.
    function invariant_POOL_3_7_8_9_10_13_noDeedBrokeARule() public view {
        string[] memory violations = store.violations();
        assertEq(violations.length, 0, violations.length == 0 ? "" : violations[0]);
    }

    /* REACH */

    /// @dev The invariants say nothing if the handlers reach nothing: a long run does every deed, and they hold after it.
    function test_handlers_reachEveryDeed() public {
        for (uint256 i = 0; i < 1_000; ++i) _deed(uint256(keccak256(abi.encode("deed", i))));
        _assertInvariants();
        makers.announceClose(0);
        vm.warp(vm.getBlockTimestamp() + 3 days);
        makers.close(0);
        _assertInvariants();

        string[34] memory deeds = _allDeeds();
        for (uint256 i = 0; i < deeds.length; ++i) assertGt(store.count(deeds[i]), 0, deeds[i]);
    }

    function _assertInvariants() private view {
        invariant_POOL_1_everythingOwedIsThere();
        invariant_POOL_2_rewardsStayBelowTheCap();
        invariant_POOL_4_theOwnerOutweighsAllStake();
        invariant_POOL_5_stakeIsEarned();
        invariant_POOL_6_passedMeansAbove60Percent();
        invariant_POOL_11_termsAndRewardsStand();
        invariant_POOL_12_licencesLast();
        invariant_POOL_3_7_8_9_10_13_noDeedBrokeARule();
    }

    function _deed(uint256 seed) private {
        bytes4[32] memory selectors = _selectors();
        uint256 i = (seed >> 200) % selectors.length;
        address handler =
            i < 14
                ? address(provider)
                : i < 27
                    ? address(makers)
                    : address(market);
        (bool ok, ) = handler.call(abi.encodeWithSelector(selectors[i], seed));
        ok; // a refusal is an answer, too
    }

    /// @dev All but the announcement of the close, after which little else happens.
    function _selectors() private pure returns (bytes4[32] memory) {
        return
            [
                ProviderHandler.contribute.selector,
                ProviderHandler.update.selector,
                ProviderHandler.contributeTooLittle.selector,
                ProviderHandler.contributeAgain.selector,
                ProviderHandler.contributeElsewhere.selector,
                ProviderHandler.revoke.selector,
                ProviderHandler.claim.selector,
                ProviderHandler.stake.selector,
                ProviderHandler.stakeTooMuch.selector,
                ProviderHandler.unstake.selector,
                ProviderHandler.withdraw.selector,
                ProviderHandler.claimRevenue.selector,
                ProviderHandler.vote.selector,
                ProviderHandler.claimVoteRewards.selector,
                MakerHandler.setPrice.selector,
                MakerHandler.setListed.selector,
                MakerHandler.withdrawMakerRevenue.selector,
                MakerHandler.proposePrice.selector,
                MakerHandler.proposeParameter.selector,
                MakerHandler.executeParameter.selector,
                MakerHandler.cancel.selector,
                MakerHandler.reclaimVoteBudget.selector,
                MakerHandler.topUp.selector,
                MakerHandler.reallocate.selector,
                MakerHandler.settleReallocation.selector,
                MakerHandler.reallocateWithStaking.selector,
                MakerHandler.close.selector,
                MarketHandler.buy.selector,
                MarketHandler.accept.selector,
                MarketHandler.reject.selector,
                MarketHandler.slash.selector,
                MarketHandler.pass.selector
            ];
    }

    function _allDeeds() private pure returns (string[34] memory) {
        return
            [
                "contribute",
                "update",
                "contributeTooLittle",
                "contributeAgain",
                "contributeElsewhere",
                "revoke",
                "claim",
                "stake",
                "stakeTooMuch",
                "unstake",
                "withdraw",
                "claimRevenue",
                "vote",
                "claimVoteRewards",
                "setPrice",
                "setListed",
                "withdrawMakerRevenue",
                "proposePrice",
                "proposeParameter",
                "proposal that needs votes",
                "executeParameter",
                "cancel",
                "reclaimVoteBudget",
                "topUp",
                "reallocate",
                "settleReallocation",
                "reallocateWithStaking",
                "announceClose",
                "close",
                "buy",
                "accept",
                "reject",
                "slash",
                "pass"
            ];
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
