// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IPair} from "../../contracts/interfaces/IPair.sol";
import {IRouter} from "../../contracts/interfaces/IRouter.sol";
import {ExactTransfer} from "../../contracts/libraries/ExactTransfer.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {JobRequest} from "../../contracts/types/Job.sol";
import {Life} from "../fixtures/Life.sol";
import {OddToken} from "../mocks/OddToken.sol";

/// @notice T1: what happens when the settlement token turns bad in the middle of a dataset's life. Ways in are refused
/// by name; whoever can be paid is paid, and what cannot be paid now stays owed.
contract T1TokenTroublesTest is Life {
    function setUp() public override {
        _settleIn(new OddToken(18));
    }

    /* FEES */

    function test_T1_aFeeIsRefusedAtLaunch() public {
        DatasetParams memory p = _terms(true);
        coin.setFee(100);
        vm.startPrank(maker);
        coin.approve(address(factory), type(uint256).max);
        vm.expectPartialRevert(ExactTransfer.InexactTransfer.selector);
        factory.createDataset(p, _noPermit());
        vm.stopPrank();
    }

    function test_T1_aLaterFeeClosesTheWaysIn() public {
        _birth(true);
        _live();
        JobRequest memory r = _request();
        coin.setFee(100);

        vm.startPrank(carol);
        vm.expectPartialRevert(IPair.InputNotReceived.selector);
        pair.swapExactIn(address(coin), unit, 0, carol, NEVER);
        vm.expectPartialRevert(IPair.InputNotReceived.selector);
        pair.addLiquidity(1e18, 10 * unit, 0, 0, carol, NEVER);
        vm.expectPartialRevert(ExactTransfer.InexactTransfer.selector);
        pool.buy(carol, 1, 10 * unit, NEVER);
        vm.expectPartialRevert(ExactTransfer.InexactTransfer.selector);
        billing.openJob(r);
        vm.expectPartialRevert(ExactTransfer.InexactTransfer.selector);
        billing.openJobWithBase(r);
        coin.approve(address(registry), BOND);
        vm.expectPartialRevert(ExactTransfer.InexactTransfer.selector);
        registry.register(BOND);
        vm.stopPrank();
    }

    /// @dev The receiver bears the fee of what it is paid, and nobody else does.
    function test_T1_aLaterFeeLocksNobodyIn() public {
        _birth(true);
        _live();
        coin.setFee(100);
        _everybodyLeaves();
        _assertNothingIsLeft();
    }

    /* REBASING */

    function test_T1_growthLeavesEverybodyWhatIsOwed() public {
        _birth(true);
        _live();
        coin.rebase(110);
        uint256 stake = pool.positionOf(alice).staked;
        uint256 owed = stake + pool.revenueOf(alice) + uint256(leaves[0].units) * job.unitPrice;
        uint256 before = coin.balanceOf(alice);
        _everybodyLeaves();
        assertApproxEqAbs(coin.balanceOf(alice), before + owed, 10, "rounding of the token's own shares");
    }

    /// @dev The pair notices and refuses trades until its reserves are corrected; then liquidity shares the loss.
    function test_T1_aLossIsSharedByLiquidity() public {
        _birth(false);
        _live();
        coin.rebase(90);
        vm.startPrank(carol);
        vm.expectPartialRevert(IPair.InputNotReceived.selector);
        pair.swapExactIn(address(coin), unit, 0, carol, NEVER);
        pair.sync();
        pair.swapExactIn(address(coin), unit, 0, carol, NEVER);
        vm.stopPrank();

        uint256 share = (pair.balanceOf(bob) * coin.balanceOf(address(pair))) / pair.totalSupply();
        uint256 before = coin.balanceOf(bob);
        _bobLeaves();
        assertApproxEqRel(coin.balanceOf(bob) - before, share, 1e15, "bob's part of what is there");
    }

    /// @dev Pool and billing pay in full whoever comes while there is something; the rest stays owed, and can be taken
    /// as soon as somebody makes up for the loss.
    function test_T1_aLossLeavesTheLastOneOwed() public {
        _birth(true);
        _live();
        billing.claimFee(job);
        coin.rebase(90);
        _aliceLeaves(); // first, with all that is hers
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientBalance.selector);
        billing.refund(job);

        coin.mint(address(billing), unit);
        billing.refund(job);
        assertEq(billing.statusOf(billing.jobIdOf(job)).flags & 2, 2, "the consumer was paid");
    }

    /* FROZEN ACCOUNTS */

    function test_T1_aFrozenProviderKeepsNobodyIn() public {
        _birth(true);
        _live();
        coin.setBlocked(alice, true);
        billing.claimFee(job);
        _carolLeaves();
        _bobLeaves();
        pool.withdrawMakerRevenue();
        vm.prank(maker);
        pool.announceClose();
        _skip(NOTICE);
        vm.prank(maker);
        pool.close();
        _attestersLeave();
        vm.expectRevert(abi.encodeWithSelector(OddToken.Blocked.selector, alice));
        _claimLeafOutside();

        coin.setBlocked(alice, false);
        uint256 before = coin.balanceOf(alice);
        uint256 owed = pool.positionOf(alice).staked + pool.revenueOf(alice);
        _aliceLeaves();
        assertEq(coin.balanceOf(alice), before + owed + uint256(leaves[0].units) * job.unitPrice, "nothing was lost");
    }

    function test_T1_aFrozenConsumerAndCoordinatorKeepNobodyIn() public {
        _birth(true);
        _live();
        coin.setBlocked(carol, true);
        coin.setBlocked(coordinator, true);
        _aliceLeaves();
        _bobLeaves();
        coin.setBlocked(carol, false);
        coin.setBlocked(coordinator, false);
        billing.claimFee(job);
        _carolLeaves();
        _makerLeaves();
        _attestersLeave();
        _assertNothingIsLeft();
    }

    /* PAUSES */

    function test_T1_aPauseLosesNothing() public {
        _birth(true);
        _live();
        coin.setPaused(true);
        vm.expectRevert(OddToken.Paused.selector);
        _claimLeafOutside();
        vm.expectRevert(OddToken.Paused.selector);
        billing.refund(job);
        vm.prank(alice);
        vm.expectRevert(OddToken.Paused.selector);
        pool.claimRevenue();
        uint256 liquidity = pair.balanceOf(bob);
        vm.prank(bob);
        vm.expectRevert(OddToken.Paused.selector);
        pair.removeLiquidity(liquidity, 0, 0, bob, NEVER);

        _skip(30 days);
        coin.setPaused(false);
        _everybodyLeaves();
        _assertNothingIsLeft();
    }

    /* MAX MEANS ALL */

    /// @dev An amount that the token would take for "all I have" is refused before the token sees it.
    function test_T1_maxIsRefusedAsAnAmount() public {
        coin.setTakesMaxForAll();
        _birth(true);
        _live();
        uint256 all = type(uint256).max;
        address[] memory path = new address[](2);
        (path[0], path[1]) = (address(coin), address(token));
        uint256 before = coin.balanceOf(carol);
        vm.startPrank(carol);
        coin.approve(address(router), all);
        coin.approve(address(registry), all);
        vm.expectPartialRevert(IPair.ReserveOverflow.selector);
        pair.swapExactIn(address(coin), all, 0, carol, NEVER);
        vm.expectPartialRevert(IPair.ReserveOverflow.selector);
        pair.addLiquidity(1e18, all, 0, 0, carol, NEVER);
        vm.expectPartialRevert(IRouter.AmountTooLarge.selector);
        router.swapExactTokensForTokens(all, 0, path, carol, NEVER);
        vm.expectRevert();
        registry.register(all);
        vm.expectRevert();
        pool.stake(all);
        vm.stopPrank();
        assertEq(coin.balanceOf(carol), before);
    }

    /// @dev The call whose failure is expected must be the next one, so it is made from outside.
    function _claimLeafOutside() private {
        this.claimLeaf();
    }

    function claimLeaf() external {
        _claimLeaf(job, leaves, 0);
    }
}
