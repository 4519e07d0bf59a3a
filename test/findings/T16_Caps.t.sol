// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Assessment, Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

/// @notice T16: ways around the most that one provider can earn.
contract T16CapsTest is PoolActions {
    /// @dev Whatever mixture of contributing, being slashed, revoking and topping up: never above maxIncentive.
    function testFuzz_T16_noDetourPassesTheCap(uint8[12] memory deeds) public {
        vm.prank(carol);
        pair.swapExactIn(address(alita), 1_000e18, 0, maker, NEVER);
        Contribution memory original = _contribute(bob, 10_000);
        uint256 taken = 0;
        for (uint256 i = 0; i < deeds.length; ++i) taken += _detour(deeds[i], original);
        assertLe(taken, MAX_INCENTIVE);
        assertLe(pool.accountOf(alice).rewarded, MAX_INCENTIVE);
    }

    function _detour(uint8 deed, Contribution memory original) private returns (uint256 taken) {
        if (deed % 4 == 0) {
            vm.prank(maker);
            pool.topUp(10e18);
            return 0;
        }
        Contribution memory c = deed % 4 == 1 ? _copyOf(original, alice, 64) : _contribution(alice);
        _contribute(c, _freshAssessment(5_000 + uint16(deed) * 10, 0));
        if (deed % 4 == 1) _slash(original, c);
        if (deed % 4 == 2) {
            vm.prank(alice);
            pool.revoke(c.contentTag);
        }
        taken = pool.rewardOf(c.contentTag);
        if (taken == 0) return 0;
        _passWindow();
        _claim(c, 0);
    }

    /// @dev Were a forfeited reward given back to the cap, a slashed copyist could earn it again.
    function test_T16_aSlashedCopyistDoesNotEarnItAgain() public {
        Contribution memory original = _contribute(bob, 10_000);
        Contribution memory copy = _copyOf(original, alice, 64);
        assertEq(_contribute(copy, _assessment(6_000)), 60e18);
        _slash(original, copy);
        assertEq(pool.rewardOf(copy.contentTag), 0);
        assertEq(_contribute(_contribution(alice), _assessment(10_000)), 40e18, "only the rest of the cap");
    }

    /// @dev Two updates of two parents at one time would lean on the same stake.
    function test_T16_severalParentsNeedSeveralStakes() public {
        Contribution memory one = _earnAndStake(alice, 5_000);
        Contribution memory two = _contribute(alice, 5_000);
        _contribute(_update(one), _freshAssessment(10_000, 10_000));
        Contribution memory second = _update(two);
        Assessment memory a = _freshAssessment(10_000, 10_000);
        AttesterSignature[] memory signatures = _attest(second, a);
        vm.prank(alice);
        vm.expectPartialRevert(IDataPool.UpdateUnderChallenge.selector);
        pool.contribute(second, a, attesters, signatures, 0, NEVER, "");
    }

    /// @dev An allocation that is nearly used up, and two providers for what is left of it.
    function test_T16_theLastOfTheEscrowIsPaidOnce() public {
        DatasetParams memory p = _params();
        p.pool.allocation = 150e18;
        _launch(p);
        assertEq(_contribute(_contribution(alice), _assessment(10_000)), 100e18);
        assertEq(_contribute(_contribution(bob), _assessment(10_000)), 50e18);
        Contribution memory late = _contribution(carol);
        AttesterSignature[] memory signatures = _attest(late, _assessment(10_000));
        vm.prank(carol);
        vm.expectRevert(IDataPool.AllocationExhausted.selector);
        pool.contribute(late, _assessment(10_000), attesters, signatures, 0, NEVER, "");
    }
}
