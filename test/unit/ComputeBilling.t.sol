// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Job} from "../../contracts/types/Job.sol";
import {BillingWorld} from "../mocks/BillingWorld.sol";

contract ComputeBillingTest is BillingWorld, StdAssertions {
    function setUp() public {
        _setUpWorld();
    }

    function test_wholeJob_paysEverybody() public {
        Job memory job = _open();
        _settleConsented(job);
        for (uint256 i = 0; i < 3; ++i) _claim(job, i);
        billing.claimFee(job);
        billing.refund(job);
        assertEq(alita.balanceOf(providers[2]), 3e18);
        assertEq(data.balanceOf(providers[2]), 1.35e18); // 300 / 600 of 3 less 10 %
        assertEq(alita.balanceOf(coordinator), FEE);
        assertEq(alita.balanceOf(consumer), 1_000e18 - 9e18);
        assertEq(alita.balanceOf(address(billing)), 0, "BILL-1");
        assertEq(data.balanceOf(address(billing)), 0, "BILL-1");
    }
}
