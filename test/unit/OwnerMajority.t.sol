// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {OwnerMajority} from "../../contracts/libraries/OwnerMajority.sol";

contract OwnerMajorityTest is StdAssertions {
    uint96 private constant MAX = type(uint96).max;

    function test_votesNeeded_aroundSixtyPercent() public pure {
        assertEq(OwnerMajority.votesNeeded(60, 40), 1, "POOL-6: 60 % exactly is not enough");
        assertEq(OwnerMajority.votesNeeded(600_000_001, 400_000_000), 0, "POOL-6: the first wei above");
        assertEq(OwnerMajority.votesNeeded(599_999_999, 400_000_000), 1, "POOL-6: a wei below is a vote short");
        assertEq(OwnerMajority.votesNeeded(59, 40), 1);
        assertEq(OwnerMajority.votesNeeded(58, 40), 1);
        assertEq(OwnerMajority.votesNeeded(57, 40), 2);
    }

    function test_votesNeeded_atHalf() public pure {
        assertEq(OwnerMajority.votesNeeded(50, 50), 11, "POOL-6: more than a fifth of the providers");
        assertEq(OwnerMajority.votesNeeded(1, 1), 1);
        assertEq(OwnerMajority.votesNeeded(MAX, MAX), MAX / 5 + 1);
    }

    function test_votesNeeded_withoutStake() public pure {
        assertEq(OwnerMajority.votesNeeded(1, 0), 0);
        assertEq(OwnerMajority.votesNeeded(MAX, 0), 0);
        assertEq(OwnerMajority.votesNeeded(0, 0), 1, "nobody can pass anything");
    }

    function test_votesNeeded_fitsAtTheLargestAmounts() public pure {
        assertEq(OwnerMajority.votesNeeded(0, MAX), (uint256(MAX) * 6) / 10 + 1);
    }

    /// @dev passed <=> 10 * (owner + yes) > 6 * (owner + staked), and one vote less does not pass.
    function testFuzz_votesNeeded_isTheLeastThatPasses(uint96 owner, uint96 staked) public pure {
        uint256 yes = OwnerMajority.votesNeeded(owner, staked);
        uint256 bound = (uint256(owner) + staked) * 6;
        assertGt((owner + yes) * 10, bound, "POOL-6");
        if (yes > 0) assertLe((owner + yes - 1) * 10, bound, "POOL-6");
    }

    /// @dev Random amounts are rarely near the boundary: staked = owner * 2 / 3, give or take a few wei.
    function testFuzz_votesNeeded_nearTheBoundary(uint88 owner, uint8 nudge) public pure {
        uint96 staked = uint96((uint256(owner) * 2) / 3 + nudge);
        testFuzz_votesNeeded_isTheLeastThatPasses(owner, staked);
    }
}
