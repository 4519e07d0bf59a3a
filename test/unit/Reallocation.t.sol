// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {System} from "../fixtures/System.sol";

contract ReallocationTest is System {
    uint16 private constant HALF = 5_000; // bps

    function setUp() public override {
        _deploySystem();
        DatasetParams memory p = _params();
        p.pool.staking = false;
        _launch(p);
    }

    /* SHARED */

    function _reallocate(uint256 amount) private {
        vm.prank(maker);
        pool.reallocate(amount);
    }

    function _refuse(address caller, uint256 amount, bytes memory reason) private {
        vm.prank(caller);
        vm.expectRevert(reason);
        pool.reallocate(amount);
    }

    function _contributeUnits(address provider, uint64 units) private returns (Contribution memory c) {
        c = _contribution(provider);
        c.units = units;
        _contribute(c, _assessment(HALF));
    }

    function _settle(Contribution memory c) private {
        vm.prank(stranger);
        pool.settleReallocation(c.contentTag);
    }

    function _rewardOf(Contribution memory c) private view returns (uint256) {
        return pool.rewardOf(c.contentTag);
    }

    function _revoke(Contribution memory c) private {
        vm.prank(c.provider);
        pool.revoke(c.contentTag);
    }

    /* WHO AND HOW MUCH */

    function test_reallocate_revertsIf_thereIsStaking() public {
        _launch(_params());
        _contribute(alice, HALF);
        _refuse(maker, 1, abi.encodeWithSelector(IDataPool.StakingMode.selector, false));
    }

    function test_reallocate_revertsIf_callerIsNotTheMaker() public {
        _contribute(alice, HALF);
        _refuse(alice, 1, abi.encodeWithSelector(IDataPool.NotMaker.selector, alice, maker));
    }

    function test_reallocate_takesUpToTheWholeEscrow() public {
        _contribute(alice, HALF);
        uint256 escrow = ALLOCATION - 50e18;
        _refuse(maker, 0, abi.encodeWithSelector(IDataPool.ZeroAmount.selector));
        bytes memory reason = abi.encodeWithSelector(IDataPool.InsufficientEscrow.selector, escrow, escrow + 1);
        _refuse(maker, escrow + 1, reason);
        _reallocate(escrow);
        assertEq(pool.escrow(), 0);
    }

    function test_reallocate_tellsAmountAndUnits() public {
        _contributeUnits(alice, 100);
        _contributeUnits(bob, 300);
        vm.expectEmit(address(pool));
        emit IDataPool.Reallocate(80e18, 400);
        _reallocate(80e18);
    }

    function test_reallocate_servesASingleUnit() public {
        Contribution memory only = _contributeUnits(alice, 1);
        _reallocate(7);
        assertEq(_rewardOf(only), 50e18 + 7);
    }

    function test_reallocate_revertsIf_thereAreNoUnits() public {
        _refuse(maker, 1, abi.encodeWithSelector(IDataPool.NoUnits.selector));
        _revoke(_contribute(alice, HALF));
        _refuse(maker, 1, abi.encodeWithSelector(IDataPool.NoUnits.selector));
    }

    /* SHARES */

    function test_reallocate_sharesByUnitsWithinTheCap() public {
        Contribution memory few = _contributeUnits(alice, 100);
        Contribution memory many = _contributeUnits(bob, 300);
        _reallocate(80e18);
        assertEq(_rewardOf(few), 70e18);
        assertEq(_rewardOf(many), MAX_INCENTIVE, "POOL-2: 60 shared, 50 below the cap");
        assertEq(pool.escrow(), ALLOCATION - 180e18);

        _passWindow();
        _claim(few, 0);
        _claim(many, 0);
        assertEq(token.balanceOf(alice), 70e18);
        assertEq(token.balanceOf(bob), MAX_INCENTIVE);
        assertEq(pool.escrow(), ALLOCATION - 170e18, "the surplus is back");
    }

    function test_reallocate_capsAllContributionsOfAProviderTogether() public {
        Contribution memory first = _contributeUnits(alice, 100);
        Contribution memory second = _contributeUnits(alice, 100);
        Contribution memory other = _contributeUnits(bob, 200);
        _reallocate(40e18);
        _passWindow();
        _claim(first, 0);
        _claim(second, 0);
        assertEq(token.balanceOf(alice), MAX_INCENTIVE, "POOL-2");
        _claim(other, 0);
        assertEq(token.balanceOf(bob), 70e18);
    }

    function test_reallocate_givesNothingOfThePast() public {
        Contribution memory gone = _contributeUnits(carol, 100);
        _revoke(gone);
        Contribution memory early = _contributeUnits(alice, 100);
        _reallocate(10e18);
        Contribution memory late = _contributeUnits(bob, 100);
        assertEq(_rewardOf(gone), 0);
        assertEq(_rewardOf(early), 60e18);
        assertEq(_rewardOf(late), 50e18);
        _reallocate(10e18);
        assertEq(_rewardOf(early), 65e18);
        assertEq(_rewardOf(late), 55e18);
        _passWindow();
        _claim(late, 0);
        assertEq(token.balanceOf(bob), 55e18);
    }

    /// @dev A wei over 2^63 + 1 units is 1 in the index, the least it can be: it counts 2^-64 wei for a unit.
    function test_reallocate_givesNothingOfTheSmallestPast() public {
        _contributeUnits(alice, 2 ** 63 + 1);
        _reallocate(1);
        Contribution memory late = _contributeUnits(bob, 2 ** 62);
        _reallocate(3);
        assertEq(_rewardOf(late), 50e18, "3 of the 4 quarters that make a wei");
    }

    function test_reallocate_isForfeitedWithTheReward() public {
        Contribution memory c = _contributeUnits(alice, 100);
        _reallocate(10e18);
        _revoke(c);
        assertEq(pool.escrow(), ALLOCATION);
        assertEq(_rewardOf(c), 0);
    }

    function test_reallocate_isKeptWhenRevokedAfterTheWindow() public {
        Contribution memory c = _contributeUnits(alice, 100);
        _reallocate(10e18);
        _passWindow();
        _revoke(c);
        assertEq(_rewardOf(c), 60e18);
        _contributeUnits(bob, 100);
        _reallocate(10e18);
        assertEq(_rewardOf(c), 60e18, "what is revoked gets nothing more");
        _claim(c, 0);
        assertEq(token.balanceOf(alice), 60e18);
    }

    /// @dev POOL-1 and POOL-8: whatever the units, the pool can pay everybody and the rest to the maker.
    function testFuzz_reallocate_neverPromisesMoreThanItTook(uint64[3] memory units, uint96[2] memory amounts) public {
        address[3] memory providers = [alice, bob, carol];
        Contribution[] memory all = new Contribution[](3);
        for (uint256 i = 0; i < 3; ++i) all[i] = _contributeUnits(providers[i], 1 + (units[i] >> 2));
        _reallocate(1 + (amounts[0] % 400e18));
        _settle(all[0]);
        _reallocate(1 + (amounts[1] % 400e18));
        uint256 owed;
        for (uint256 i = 0; i < 3; ++i) owed += _rewardOf(all[i]);
        assertLe(pool.escrow() + owed, token.balanceOf(address(pool)), "POOL-1");

        _passWindow();
        for (uint256 i = 0; i < 3; ++i) _claim(all[i], 0);
        _close();
        assertLe(token.balanceOf(address(pool)), 6, "POOL-1: no more than rounding stays");
    }

    function _close() private {
        vm.startPrank(maker);
        pool.announceClose();
        _skip(3 days);
        pool.close();
        vm.stopPrank();
    }

    /* SETTLING */

    function test_settleReallocation_returnsTheSurplus() public {
        Contribution memory c = _contributeUnits(alice, 100);
        _reallocate(60e18);
        uint256 before = pool.escrow();
        vm.expectEmit(address(pool));
        emit IDataPool.SettleReallocation(c.contentTag, 50e18, 10e18);
        _settle(c);
        assertEq(pool.escrow(), before + 10e18);
        assertEq(_rewardOf(c), MAX_INCENTIVE);
        _settle(c);
        assertEq(pool.escrow(), before + 10e18, "once");
    }

    function test_settleReallocation_creditsASingleWei() public {
        Contribution memory c = _contributeUnits(alice, 1);
        _reallocate(1);
        vm.expectEmit(address(pool));
        emit IDataPool.SettleReallocation(c.contentTag, 1, 0);
        _settle(c);
        assertEq(pool.contributionOf(c.contentTag).reward, 50e18 + 1);
    }

    function test_settleReallocation_losesNoFractionIfItComesTooEarly() public {
        Contribution memory few = _contributeUnits(alice, 1);
        _contributeUnits(bob, 3);
        _reallocate(2);
        _settle(few); // half a wei
        _reallocate(2);
        assertEq(_rewardOf(few), 50e18 + 1);
    }

    function test_settleReallocation_changesNothingOfTheRevoked() public {
        Contribution memory gone = _contributeUnits(alice, 100);
        _contributeUnits(bob, 100);
        _reallocate(60e18);
        _revoke(gone);
        uint256 escrow = pool.escrow();
        _reallocate(20e18);
        _settle(gone);
        assertEq(_rewardOf(gone), 0);
        assertEq(pool.escrow(), escrow - 20e18);
    }

    function test_settleReallocation_revertsIf_contributionIsUnknown() public {
        bytes32 unknown = keccak256("unknown");
        vm.expectRevert(abi.encodeWithSelector(IDataPool.UnknownContribution.selector, unknown));
        pool.settleReallocation(unknown);
    }
}
