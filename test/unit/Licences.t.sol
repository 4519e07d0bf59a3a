// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

contract LicencesTest is PoolActions {
    uint256 internal constant PRICE = 10e18; // ALITA wei for a period of a default pool
    uint256 internal constant PERIOD = 30 days;

    /* PRICE AND LISTING */

    function test_setPrice_revertsIf_notMaker() public {
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotMaker.selector, alice, maker));
        vm.prank(alice);
        pool.setPrice(1);
    }

    function test_setPrice_holdsAtOnceAndLeavesLicencesAlone() public {
        _purchase(carol, 1);
        uint256 until = pool.licensedUntil(carol);
        vm.expectEmit();
        emit IDataPool.SetPrice(3 * uint96(PRICE));
        vm.prank(maker);
        pool.setPrice(3 * uint96(PRICE));

        assertEq(pool.price(), 3 * PRICE);
        assertEq(pool.licensedUntil(carol), until, "POOL-12");
        vm.expectRevert(abi.encodeWithSelector(IDataPool.PriceTooHigh.selector, 3 * PRICE, PRICE));
        vm.prank(bob);
        pool.buy(bob, 1, PRICE, NEVER);
    }

    function test_setPrice_canBeZeroAndTheLargest() public {
        vm.prank(maker);
        pool.setPrice(type(uint96).max);
        assertEq(pool.price(), type(uint96).max);
        vm.prank(maker);
        pool.setPrice(0);
        assertEq(pool.price(), 0);
    }

    function test_setListed_revertsIf_notMaker() public {
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotMaker.selector, alice, maker));
        vm.prank(alice);
        pool.setListed(false);
    }

    function test_setListed_stopsAndResumesSales() public {
        _purchase(carol, 1);
        vm.expectEmit();
        emit IDataPool.SetListed(false);
        vm.prank(maker);
        pool.setListed(false);
        vm.expectRevert(IDataPool.NotListed.selector);
        _purchase(bob, 1);
        assertTrue(pool.hasAccess(carol), "POOL-12");

        vm.prank(maker);
        pool.setListed(true);
        _purchase(bob, 1);
    }

    /* BUYING */

    function test_buy_revertsIf_deadlinePassed() public {
        uint256 deadline = _now();
        vm.prank(carol);
        pool.buy(carol, 1, PRICE, deadline);
        _wait(1);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.DeadlinePassed.selector, deadline, deadline + 1));
        vm.prank(carol);
        pool.buy(carol, 1, PRICE, deadline);
    }

    function test_buy_revertsIf_closed() public {
        _purchase(carol, 1);
        vm.prank(maker);
        pool.announceClose();
        _wait(3 days);
        _purchase(bob, 1); // announced is not closed
        vm.startPrank(maker);
        pool.close();
        vm.expectRevert(IDataPool.PoolClosed.selector); // nothing brings sales back
        pool.setListed(true);
        vm.stopPrank();

        assertFalse(pool.listed());
        vm.expectRevert(IDataPool.NotListed.selector);
        _purchase(bob, 1);
        assertTrue(pool.hasAccess(carol), "POOL-12");
    }

    function test_buy_revertsIf_noPeriod() public {
        vm.expectRevert(IDataPool.ZeroAmount.selector);
        _purchase(carol, 0);
    }

    function test_buy_revertsIf_aboveMaxPrice() public {
        vm.expectRevert(abi.encodeWithSelector(IDataPool.PriceTooHigh.selector, 2 * PRICE, 2 * PRICE - 1));
        vm.prank(carol);
        pool.buy(carol, 2, 2 * PRICE - 1, NEVER);
        vm.prank(carol);
        pool.buy(carol, 2, 2 * PRICE, NEVER);
    }

    function test_buy_revertsIf_licenceOutlasts40Bits() public {
        vm.prank(maker);
        pool.setPrice(0);
        vm.expectPartialRevert(SafeCast.SafeCastOverflowedUintDowncast.selector);
        _purchase(carol, type(uint32).max);
        assertFalse(pool.hasAccess(carol));
    }

    function test_buy_givesAccessThroughTheLastSecond() public {
        uint256 until = _now() + 3 * PERIOD;
        vm.expectEmit();
        emit IDataPool.Buy(bob, carol, 3 * PRICE, 0, uint40(until));
        vm.prank(bob);
        pool.buy(carol, 3, 3 * PRICE, NEVER);
        assertFalse(pool.hasAccess(bob), "whoever pays for another gets nothing");

        vm.warp(until);
        assertTrue(pool.hasAccess(carol));
        vm.warp(until + 1);
        assertFalse(pool.hasAccess(carol));
    }

    function test_buy_extendsARunningLicence() public {
        uint256 start = _now();
        _purchase(carol, 1);
        _wait(PERIOD); // its last second
        _purchase(carol, 1);
        assertEq(pool.licensedUntil(carol), start + 2 * PERIOD);
    }

    function test_buy_startsAnExpiredLicenceAnew() public {
        _purchase(carol, 1);
        _wait(PERIOD + 1);
        _purchase(carol, 1);
        assertEq(pool.licensedUntil(carol), _now() + PERIOD);
    }

    function test_buy_takesNothingAtPriceZero() public {
        vm.prank(maker);
        pool.setPrice(0);
        vm.expectEmit(address(pool));
        emit IDataPool.Buy(stranger, stranger, 0, 0, uint40(_now() + PERIOD));
        vm.prank(stranger); // owns and approves nothing
        pool.buy(stranger, 1, 0, NEVER);
        assertTrue(pool.hasAccess(stranger));
        assertEq(pool.makerRevenue(), 0);
    }

    function test_buy_splitsByStake() public {
        // O = 500,000, Alice 80, Bob 40: the stakers get 10 * 120 / 500,120 together
        _earnAndStake(alice, 8_000, 80e18);
        _earnAndStake(bob, 8_000, 40e18);
        uint256 toStakers = (PRICE * 120e18) / (ALLOCATION + 120e18);
        vm.expectEmit();
        emit IDataPool.Buy(carol, carol, PRICE, toStakers, uint40(_now() + PERIOD));
        _purchase(carol, 1);

        assertEq(pool.makerRevenue(), PRICE - toStakers);
        assertEq(pool.revenueOf(alice), (toStakers * 2) / 3);
        assertEq(pool.revenueOf(bob), toStakers / 3);
        assertEq(alita.balanceOf(address(pool)), PRICE, "POOL-1");
    }

    /* MAKER'S REVENUE */

    function test_buy_forTheZeroAddressLicensesNobodyElse() public {
        vm.prank(carol);
        pool.buy(address(0), 1, PRICE, NEVER);
        assertEq(pool.licensedUntil(address(0)), _now() + PERIOD);
        assertFalse(pool.hasAccess(carol));
        assertEq(pool.makerRevenue(), PRICE);
    }

    function test_withdrawMakerRevenue_revertsIf_none() public {
        vm.expectRevert(IDataPool.NothingToClaim.selector);
        pool.withdrawMakerRevenue();
    }

    function test_withdrawMakerRevenue_paysTheMakerWhoeverCalls() public {
        _purchase(carol, 1);
        uint256 before = alita.balanceOf(maker);
        vm.expectEmit();
        emit IDataPool.WithdrawMakerRevenue(maker, PRICE);
        vm.prank(stranger);
        assertEq(pool.withdrawMakerRevenue(), PRICE);
        assertEq(alita.balanceOf(maker), before + PRICE);
        vm.expectRevert(IDataPool.NothingToClaim.selector);
        pool.withdrawMakerRevenue();
    }

    function test_withdrawMakerRevenue_paysASingleWei() public {
        _buy(carol, 1);
        assertEq(pool.withdrawMakerRevenue(), 1);
    }

    function _purchase(address buyer, uint32 periods) private {
        vm.prank(buyer);
        pool.buy(buyer, periods, type(uint256).max, NEVER);
    }
}
