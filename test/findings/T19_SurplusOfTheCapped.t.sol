// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {System} from "../fixtures/System.sol";

/// @dev T19: what a re-allocation gave beyond a provider's cap went back only when the provider claimed, and a claim
/// that brings nothing fails. So the share of everybody at the cap was lost for the escrow and for the closing maker.
contract SurplusOfTheCappedTest is System {
    function test_settleReallocation_freesTheShareOfACappedProvider() public {
        DatasetParams memory p = _params();
        p.pool.staking = false;
        _launch(p);
        Contribution memory c = _contribute(alice, 10_000);
        _passWindow();
        _claim(c, 0);

        vm.prank(maker);
        pool.reallocate(40e18);
        vm.prank(alice);
        vm.expectRevert(IDataPool.NothingToClaim.selector);
        pool.claim(_one(c.contentTag), 0);
        assertEq(pool.escrow(), ALLOCATION - MAX_INCENTIVE - 40e18);

        vm.prank(maker);
        pool.settleReallocation(c.contentTag);
        assertEq(pool.escrow(), ALLOCATION - MAX_INCENTIVE);
    }
}
