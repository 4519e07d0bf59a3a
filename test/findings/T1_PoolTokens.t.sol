// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {PriceProposal} from "../../contracts/types/Proposal.sol";
import {ExactTransfer} from "../../contracts/libraries/ExactTransfer.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";
import {TestToken} from "../mocks/TestToken.sol";

/// @notice T1: a settlement token that takes a fee is refused on every way in; a frozen account blocks nobody else.
contract T1PoolTokensTest is PoolActions {
    TestToken private money;

    function setUp() public override {
        _deploySystem();
        money = _useToken();
        DatasetParams memory p = _params();
        p.pool.rewardInBase = true;
        _launch(p);
    }

    /* FEES */

    function test_T1_aFeeIsRefusedOnEveryWayIn() public {
        _claim(_earn(alice, 8_000), 0);
        PriceProposal memory p = _offer();
        _propose(p);
        money.setFee(1);

        _expectInexact(1e18);
        _stake(alice, 1e18);
        _expectInexact(1e18);
        vm.prank(maker);
        pool.topUp(1e18);
        _expectInexact(10e18);
        vm.prank(carol);
        pool.buy(carol, 1, 10e18, NEVER);
        _expectInexact(p.price);
        vm.prank(carol);
        pool.accept(p);
        p.voteBudget = 1e18;
        _expectInexact(1e18);
        _propose(p);
        assertEq(money.balanceOf(address(pool)), pool.escrow(), "nothing moved");
    }

    function _expectInexact(uint256 amount) private {
        uint256 received = amount - amount / 10_000;
        vm.expectRevert(
            abi.encodeWithSelector(ExactTransfer.InexactTransfer.selector, address(money), received, amount)
        );
    }

    /* FROZEN ACCOUNTS */

    function test_T1_aFrozenOffenderIsSlashed() public {
        Contribution memory original = _earn(bob, 8_000);
        _earnAndStake(alice, 8_000, 80e18);
        Contribution memory copy = _copyOf(original, alice, 64);
        _contribute(copy, _freshAssessment(8_000, 0));
        money.setBlocked(alice, true);
        _slash(original, copy);
        assertEq(_staked(alice), 40e18);
    }

    function test_T1_aFrozenMakerKeepsNobodyIn() public {
        _earnAndStake(alice, 8_000, 80e18);
        vm.prank(maker);
        pool.announceClose();
        _wait(3 days);
        money.setBlocked(maker, true);
        vm.expectRevert(abi.encodeWithSelector(TestToken.Blocked.selector, maker));
        vm.prank(maker);
        pool.close();

        _buy(carol, 10e18); // sales go on
        vm.prank(alice);
        pool.claimRevenue();
        _unstake(alice, 80e18);
        _wait(UNBONDING + 1);
        uint256 before = money.balanceOf(alice);
        _withdraw(alice);
        assertEq(money.balanceOf(alice), before + 80e18);
    }

    function test_T1_aFrozenStakerKeepsNobodyIn() public {
        _earnAndStake(alice, 8_000, 80e18);
        _earnAndStake(bob, 8_000, 80e18);
        _buy(carol, 10e18);
        money.setBlocked(alice, true);
        vm.expectRevert(abi.encodeWithSelector(TestToken.Blocked.selector, alice));
        vm.prank(alice);
        pool.claimRevenue();
        vm.prank(bob);
        pool.claimRevenue();
        money.setBlocked(alice, false);
        vm.prank(alice);
        pool.claimRevenue(); // nothing was lost
    }
}
