// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IComputeBilling} from "../../contracts/interfaces/IComputeBilling.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {Job, JobRequest, Payout} from "../../contracts/types/Job.sol";
import {Compute} from "../fixtures/Compute.sol";

/// @notice T22, T24 on the real pair and pool: what happens to prices, terms and consent after a job was opened changes
/// nothing about it, dealing with oneself costs the burn, and no order of exits pays twice.
contract T24MovingPricesTest is Compute {
    Contribution private c;

    function setUp() public override {
        super.setUp();
        _deployBilling();
        c = _contribute(alice, 9_000);
        _approveBilling(carol);
        _approveBilling(maker);
        vm.prank(carol);
        pair.swapExactIn(address(alita), 1_000e18, 0, carol, NEVER);
        vm.prank(maker);
        pair.swapExactIn(address(alita), 1_000e18, 0, maker, NEVER);
        _skip(1 hours);
    }

    function test_T24_pricesAfterTheOpeningChangeNothing() public {
        DatasetParams memory p = _params();
        p.pool.staking = false; // so that the maker alone changes the unit price
        _launch(p);
        c = _contribute(alice, 9_000);
        _approveBilling(carol);
        _skip(1 hours);
        Job memory job = _openJobWithBase(carol, _request());
        Payout[] memory leaves = _leaf(alice, c.contentTag, 400);
        vm.startPrank(bob);
        pair.swapExactIn(address(alita), 1_000_000e18, 0, bob, NEVER);
        vm.stopPrank();
        _skip(1 days);
        _settle(job, leaves);
        _skip(billing.CHALLENGE_WINDOW());

        (uint256 base, uint256 data) = (alita.balanceOf(alice), token.balanceOf(alice));
        _claimLeaf(job, leaves, 0);
        assertEq(alita.balanceOf(alice), base + 400 * uint256(job.unitPrice));
        assertEq(token.balanceOf(alice), data + 400 * uint256(job.unitData));
        (base, data) = (alita.balanceOf(carol), token.balanceOf(carol));
        billing.refund(job);
        assertEq(alita.balanceOf(carol), base + 600 * uint256(job.unitPrice));
        assertEq(token.balanceOf(carol), data + 600 * uint256(job.unitData + job.unitBurn));
    }

    /// @dev Claim, refund, claim; refund, claim, refund: each leaf and each rest once.
    function testFuzz_T24_noOrderPaysTwice(uint8 order) public {
        Job memory job = _openJob(carol, _request());
        Payout[] memory leaves = _leaf(alice, c.contentTag, 400);
        _settle(job, leaves);
        _skip(billing.CHALLENGE_WINDOW());
        for (uint256 i = 0; i < 8; ++i) {
            if ((order >> i) & 1 == 0) try billing.refund(job) {} catch {}
            else try this.claimLeaf(job, leaves) {} catch {}
        }
        _skip(billing.CLAIM_PERIOD());
        try billing.refund(job) {} catch {}
        try billing.claimFee(job) {} catch {}
        assertEq(alita.balanceOf(address(billing)), 0);
        assertEq(token.balanceOf(address(billing)), 0);
        vm.expectPartialRevert(IComputeBilling.NothingToPay.selector);
        billing.refund(job);
    }

    function claimLeaf(Job memory job, Payout[] memory leaves) external {
        _claimLeaf(job, leaves, 0);
    }

    /// @dev T22: a maker that is consumer, coordinator and provider at once pays itself, less what is burned.
    function test_T22_volumeWithOneselfCostsTheBurn() public {
        Contribution memory own = _contribute(maker, 9_000);
        _skip(1);
        JobRequest memory r = _request();
        r.coordinator = maker;
        (uint256 base, uint256 data) = (alita.balanceOf(maker), token.balanceOf(maker));
        uint256 supply = token.totalSupply();
        Job memory job = _openJob(maker, r);
        Payout[] memory leaves = _leaf(maker, own.contentTag, job.maxUnits);
        _settle(job, leaves);
        _skip(billing.CHALLENGE_WINDOW());
        _claimLeaf(job, leaves, 0);
        billing.claimFee(job);
        billing.refund(job);

        uint256 burned = uint256(job.maxUnits) * job.unitBurn;
        assertGt(burned, 0);
        assertEq(alita.balanceOf(maker), base);
        assertEq(token.balanceOf(maker), data - burned);
        assertEq(token.totalSupply(), supply - burned);
    }

    /// @dev T22: whoever drains the privacy budget must lock the whole price of every job, and the budget comes back.
    function test_T22_aDrainedBudgetIsFreshInTheNextPeriod() public {
        JobRequest memory r = _request();
        r.epsilon = 1e18;
        for (uint256 i = 0; i < 10; ++i) {
            r.salt = _unique("job");
            _openJob(carol, r);
        }
        assertEq(alita.balanceOf(address(billing)), 10 * (uint256(r.maxUnits) * pool.unitPrice() + r.coordinatorFee));
        vm.prank(maker);
        vm.expectPartialRevert(IComputeBilling.PrivacyBudgetExceeded.selector);
        billing.openJob(r);

        _skip(30 days);
        r.deadline = uint40(_now() + 1 days);
        _openJob(maker, r);
    }
}
