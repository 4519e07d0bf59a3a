// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {System} from "../fixtures/System.sol";

/// @dev T18: a slashed contribution could be revoked as well, which took it out of the counters twice. The cohort fell
/// below the truth, and the subtraction of units that were no longer there kept other providers from revoking and
/// honest people from slashing.
contract SlashThenRevokeTest is System {
    function test_revoke_revertsIf_theContributionWasSlashed() public {
        Contribution memory original = _contribute(bob, 10_000);
        Contribution memory honest = _contribute(alice, 10_000);
        Contribution memory copy = _contribution(alice);
        (copy.sketch, copy.units) = (original.sketch, 150);
        _contribute(copy, _assessment(10_000));
        pool.slashDuplicate(original.contentTag, copy.contentTag);
        assertEq(pool.contributionOf(copy.contentTag).revokedAt, _now());

        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.AlreadyRevoked.selector, copy.contentTag));
        pool.revoke(copy.contentTag);
        assertEq(pool.computeTerms().cohort, 2);

        vm.prank(alice);
        pool.revoke(honest.contentTag);
        vm.prank(bob);
        pool.revoke(original.contentTag);
        assertEq(pool.computeTerms().cohort, 0, "everyone can leave");
    }

    function test_slash_ofARevokedCopyRetiresItOnce() public {
        Contribution memory original = _contribute(bob, 10_000);
        Contribution memory copy = _contribution(alice);
        copy.sketch = original.sketch;
        _contribute(copy, _assessment(10_000));
        vm.prank(alice);
        pool.revoke(copy.contentTag);
        _skip(1);
        pool.slashDuplicate(original.contentTag, copy.contentTag);
        assertEq(pool.contributionOf(copy.contentTag).revokedAt, _now() - 1, "the time of consent stays");
        assertEq(pool.computeTerms().cohort, 1);
    }
}
