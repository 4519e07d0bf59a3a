// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {JobPhase} from "../../../contracts/types/Job.sol";
import {SystemThief} from "./SystemThief.sol";

/// @notice All deeds on one deployment, what must be true between them, and the end at which everybody leaves.
contract SystemHandler is SystemThief {
    uint256 private constant DUST = 10_000; // ALITA wei that rounding may leave in a pool; a deed leaves a wei or two

    uint256 private spareBond; // ALITA wei
    uint256[2] private lockedData;
    uint256[2] private lockedLiquidity;

    constructor() {
        setUp();
        for (uint256 i = 0; i < 2; ++i) {
            lockedData[i] = markets[i].token.balanceOf(address(factory));
            lockedLiquidity[i] = markets[i].pair.balanceOf(address(factory));
        }
    }

    /* OTHERS */

    function bond(uint256 seed) external {
        uint256 amount = _between(seed, BOND, 2 * BOND);
        uint256[] memory before = _holdings();
        vm.prank(vm.addr(SPARE_KEY));
        alita.approve(address(registry), amount);
        vm.prank(vm.addr(SPARE_KEY));
        registry.register(amount);
        spareBond += amount;
        _did("bond", before, address(0));
    }

    function pass(uint256 seed) external {
        _skip(_between(seed, 1, seed % 4 == 0 ? 8 days : 1 days));
        ++count["pass"];
    }

    /* WHAT IS TRUE BETWEEN DEEDS */

    function checkSupplies() external view {
        uint256 sum = alita.balanceOf(address(this)) + alita.balanceOf(vm.addr(SPARE_KEY)) + _ofContracts(alita);
        for (uint256 i = 0; i < MEMBERS; ++i) sum += alita.balanceOf(members[i]);
        for (uint256 i = 0; i < 3; ++i) sum += alita.balanceOf(attesters.attesters[i]);
        assertEq(sum, alita.totalSupply(), "ALITA is not where it should be");

        for (uint256 i = 0; i < 2; ++i) {
            IERC20 data = markets[i].token;
            assertEq(data.totalSupply(), minted[i] - burned[i], "Data Token supply is not minted - burned");
            assertEq(_ofAll(data), data.totalSupply(), "a Data Token is not where it should be");
            IERC20 liquidity = markets[i].pair;
            assertEq(_ofAll(liquidity) + 1_000, liquidity.totalSupply(), "liquidity is not where it should be");
        }
    }

    function _ofAll(IERC20 coin) private view returns (uint256 sum) {
        sum = _ofContracts(coin);
        for (uint256 i = 0; i < MEMBERS; ++i) sum += coin.balanceOf(members[i]);
    }

    function _ofContracts(IERC20 coin) private view returns (uint256 sum) {
        address[5] memory all = [
            address(factory),
            address(billing),
            address(registry),
            address(router),
            address(borrower)
        ];
        for (uint256 i = 0; i < 5; ++i) sum += coin.balanceOf(all[i]);
        for (uint256 i = 0; i < 2; ++i) {
            sum += coin.balanceOf(address(markets[i].pair)) + coin.balanceOf(address(markets[i].pool));
        }
    }

    /// @dev Pairs, pools, billing and registry hold all that they owe, at the same moment.
    function checkSolvency() external view {
        uint256 owedByBilling = 0;
        for (uint256 i = 0; i < 2; ++i) {
            _checkPair(markets[i]);
            _checkPool(markets[i], i);
            assertEq(markets[i].token.balanceOf(address(billing)), _dataOwed(i), "BILL-1: Data Tokens held and owed");
            assertEq(markets[i].token.balanceOf(address(factory)), lockedData[i], "a launch lock let tokens go");
            assertEq(markets[i].pair.balanceOf(address(factory)), lockedLiquidity[i], "a launch lock let go");
        }
        for (uint256 i = 0; i < books.length; ++i) owedByBilling += books[i].baseLeft;
        assertEq(alita.balanceOf(address(billing)), owedByBilling, "BILL-1: ALITA held and owed");
        assertEq(alita.balanceOf(address(registry)), 3 * BOND + spareBond, "REG-1: bonds held and owed");
        assertEq(alita.balanceOf(address(router)), 0, "the router kept something");
    }

    function _dataOwed(uint256 i) private view returns (uint256 owed) {
        for (uint256 j = 0; j < books.length; ++j) if (books[j].market == i) owed += books[j].dataLeft;
    }

    function _checkPair(Market storage m) private view {
        (uint256 reserve0, uint256 reserve1, ) = m.pair.getReserves();
        assertGe(IERC20(m.pair.token0()).balanceOf(address(m.pair)), reserve0, "PAIR: a reserve is not there");
        assertGe(IERC20(m.pair.token1()).balanceOf(address(m.pair)), reserve1, "PAIR: a reserve is not there");
    }

    function _checkPool(Market storage m, uint256 i) private view {
        uint256 inReward = m.pool.escrow() + _rewardsOwed(i);
        uint256 inBase = m.pool.makerRevenue() + _budgetsOwed(i);
        for (uint256 j = 0; j < 4; ++j) {
            inReward += m.pool.positionOf(people[j]).staked + uint256(m.pool.accountOf(people[j]).unbonding);
            inBase += m.pool.revenueOf(people[j]);
        }
        uint256 base = alita.balanceOf(address(m.pool));
        if (i == 0) assertEq(m.token.balanceOf(address(m.pool)), inReward, "POOL-1: Data Tokens held and owed");
        else inBase += inReward;
        assertGe(base, inBase, "POOL-1: less ALITA than owed");
        assertLe(base, inBase + DUST, "POOL-1: more ALITA than rounding leaves");
    }

    function _rewardsOwed(uint256 i) private view returns (uint256 owed) {
        for (uint256 j = 0; j < entries.length; ++j) {
            if (entries[j].market != i) continue;
            owed += markets[i].pool.contributionOf(entries[j].content.contentTag).reward;
        }
    }

    function _budgetsOwed(uint256 i) private view returns (uint256 owed) {
        for (uint256 j = 0; j < offers.length; ++j) if (offers[j].market == i) owed += offers[j].budgetLeft;
    }

    /* THE END */

    /// @notice Time passes and everybody leaves, each by its own deeds and nobody's permission.
    function finish() external {
        _skip(40 days); // deadlines, rulings, locks of votes and challenge windows are over
        for (uint256 i = 0; i < books.length; ++i) _finishJob(books[i]);
        for (uint256 i = 0; i < offers.length; ++i) _finishOffer(i);
        for (uint256 i = 0; i < entries.length; ++i) _finishEntry(entries[i]);
        for (uint256 i = 0; i < 2; ++i) _unstakeAll(i);
        _skip(180 days); // the claim period
        for (uint256 i = 0; i < books.length; ++i) _finishRest(books[i]);
        for (uint256 i = 0; i < 2; ++i) _leavePool(i);
        _skip(365 days); // the launch lock
        for (uint256 i = 0; i < 2; ++i) _leavePair(i);
        _leaveRegistry();
        _checkNothingIsLeft();
    }

    function _phase(Book storage book) private view returns (JobPhase) {
        return billing.statusOf(billing.jobIdOf(book.job)).phase;
    }

    /// @dev What a final settlement promised is there for the taking; every other job went back to its consumer.
    function _finishJob(Book storage book) private {
        _enter(book.market);
        JobPhase phase = _phase(book);
        if (phase == JobPhase.Settled || phase == JobPhase.Overruled) {
            bytes32 id = billing.jobIdOf(book.job);
            if (billing.statusOf(id).units > 0) {
                if (_isUsable(book, book.first) && !billing.isClaimed(id, 0)) _takeLeaf(book, 0);
                if (_isUsable(book, book.second) && !billing.isClaimed(id, 1)) _takeLeaf(book, 1);
            }
            bool isPaid = billing.statusOf(id).flags & 1 != 0;
            if (phase == JobPhase.Settled && !isPaid && book.job.coordinatorFee > 0) _takeFee(book);
        } else if (phase != JobPhase.Refunded) {
            _refund(book);
        }
    }

    function _finishRest(Book storage book) private {
        _enter(book.market);
        if (_phase(book) != JobPhase.Refunded) _refund(book);
        assertEq(book.baseLeft, 0, "BILL-4: a job keeps ALITA");
        assertEq(book.dataLeft, 0, "BILL-4: a job keeps Data Tokens");
    }

    function _finishOffer(uint256 i) private {
        bytes32 id = offers[i].id;
        _enter(offers[i].market);
        uint256 cast = pool.ballotOf(id).cast;
        uint256 budget = offers[i].terms.voteBudget;
        if (cast == 0 && offers[i].budgetLeft > 0) {
            pool.reclaimVoteBudget(id);
            offers[i].budgetLeft = 0;
        }
        for (uint256 j = 0; j < 4; ++j) {
            if (!pool.hasVoted(id, people[j]) || isVotePaid[id][people[j]]) continue;
            if (budget * pool.voteWeight(id, people[j]) >= cast) _takeVoteReward(i, people[j]);
        }
    }

    function _finishEntry(Entry storage e) private {
        _enter(e.market);
        uint256 reward = pool.rewardOf(e.content.contentTag);
        if (reward == 0) return;
        uint256 before = IERC20(pool.rewardToken()).balanceOf(e.content.provider);
        _claim(e.content, 0);
        assertEq(IERC20(pool.rewardToken()).balanceOf(e.content.provider), before + reward, "a reward was not paid");
    }

    function _unstakeAll(uint256 i) private {
        _enter(i);
        for (uint256 j = 0; j < 4; ++j) {
            vm.startPrank(people[j]);
            uint256 staked = pool.positionOf(people[j]).staked;
            if (pool.revenueOf(people[j]) > 0) pool.claimRevenue();
            if (staked > 0) pool.unstake(staked);
            vm.stopPrank();
        }
    }

    function _leavePool(uint256 i) private {
        _enter(i);
        for (uint256 j = 0; j < 4; ++j) {
            if (pool.accountOf(people[j]).unbonding == 0) continue;
            vm.prank(people[j]);
            pool.withdraw();
        }
        if (pool.makerRevenue() > 0) pool.withdrawMakerRevenue();
        vm.startPrank(maker);
        if (pool.contributionsOpen()) {
            pool.announceClose();
            _skip(NOTICE);
        }
        pool.close();
        vm.stopPrank();
    }

    function _leavePair(uint256 i) private {
        _enter(i);
        factory.release(address(token));
        pair.collectMakerFee();
        for (uint256 j = 0; j < MEMBERS; ++j) {
            uint256 liquidity = pair.balanceOf(members[j]);
            if (liquidity == 0) continue;
            vm.prank(members[j]);
            pair.removeLiquidity(liquidity, 0, 0, members[j], NEVER);
        }
        assertEq(pair.totalSupply(), 1_000, "somebody's liquidity is left");
    }

    function _leaveRegistry() private {
        address[4] memory all = [
            attesters.attesters[0],
            attesters.attesters[1],
            attesters.attesters[2],
            vm.addr(SPARE_KEY)
        ];
        for (uint256 i = 0; i < 4; ++i) {
            if (!registry.isActive(all[i])) continue;
            vm.prank(all[i]);
            registry.exit();
        }
        _skip(14 days);
        for (uint256 i = 0; i < 4; ++i) {
            if (registry.bondOf(all[i]).amount == 0) continue;
            vm.prank(all[i]);
            registry.withdraw();
        }
    }

    function _checkNothingIsLeft() private view {
        assertEq(alita.balanceOf(address(billing)), 0, "billing keeps ALITA");
        assertEq(alita.balanceOf(address(registry)), 0, "the registry keeps ALITA");
        assertEq(alita.balanceOf(address(factory)), 0, "the factory keeps ALITA");
        for (uint256 i = 0; i < 2; ++i) {
            Market storage m = markets[i];
            assertEq(m.token.balanceOf(address(m.pool)), 0, "a pool keeps Data Tokens");
            assertEq(m.token.balanceOf(address(billing)), 0, "billing keeps Data Tokens");
            assertEq(m.token.balanceOf(address(factory)), 0, "the factory keeps Data Tokens");
            assertLe(alita.balanceOf(address(m.pool)), DUST, "a pool keeps more ALITA than rounding leaves");
        }
    }
}
