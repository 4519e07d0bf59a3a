// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Assessment, Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

/// @notice T19: a maker who closes at the worst moment, and revenue shared by almost nobody.
contract T19ClosingTest is PoolActions {
    /// @dev Attested before the announcement, handed in during the notice, paid after the close.
    function test_T19_closingRobsNobodyOfASignedAttestation() public {
        Contribution memory c = _contribution(alice);
        Assessment memory a = Assessment({quality: 8_000, novelty: 0, deadline: uint40(_now() + 30 days)});
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.startPrank(maker);
        pool.announceClose();
        vm.expectPartialRevert(IDataPool.CloseNotDue.selector);
        pool.close();
        vm.stopPrank();

        _wait(NOTICE - 1);
        vm.prank(alice);
        uint256 reward = pool.contribute(c, a, attesters, signatures, 0, NEVER, "");
        _wait(1);
        vm.prank(maker);
        pool.close();
        _wait(WINDOW);
        _claim(c, 0);
        assertEq(token.balanceOf(alice), reward);
    }

    /// @dev Announced once, for ever: a maker cannot keep providers away by announcing again and again.
    function test_T19_anAnnouncementIsNotRepeated() public {
        vm.startPrank(maker);
        pool.announceClose();
        vm.expectPartialRevert(IDataPool.CloseAnnounced.selector);
        pool.announceClose();
        vm.stopPrank();
    }

    /// @dev O = s = 1,000 and a sale of 10,000. If the maker could add to O once the close is due, it could do so, sell
    /// and close in one block: the stakers would get a five hundredth of their part, and the maker all that it added.
    function test_T19_noWeightIsAddedThatTheCloseReturnsAtOnce() public {
        DatasetParams memory p = _params();
        p.pool.rewardInBase = true;
        (p.pool.allocation, p.pool.maxIncentive) = (1_000e18, 1_000e18);
        _launch(p);
        _earnAndStake(alice, PERFECT, 1_000e18);
        vm.startPrank(maker);
        pool.announceClose();
        _wait(NOTICE);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.CloseAnnounced.selector, _now()));
        pool.topUp(999_000e18);
        vm.stopPrank();
        _buy(carol, 10_000e18);
        assertEq(pool.revenueOf(alice), 5_000e18);
    }

    /// @dev A slash after the close returns to the maker what it owns, and leaves the others all that is theirs.
    function test_T19_aSlashAfterTheCloseTakesFromTheOffenderAlone() public {
        _earnAndStake(bob, 8_000, 80e18);
        Contribution memory original = _earnAndStake(carol, 8_000, 80e18);
        _earnAndStake(alice, 8_000, 80e18);
        Contribution memory copy = _copyOf(original, alice, 64);
        vm.prank(maker);
        pool.announceClose();
        _wait(NOTICE - 1);
        _contribute(copy, _freshAssessment(10_000, 0));
        _wait(1);
        vm.prank(maker);
        pool.close();
        _slash(original, copy);
        vm.prank(maker);
        pool.close();
        assertEq(token.balanceOf(address(pool)), 80e18 + 80e18 + 40e18, "three stakes and nothing else");
        assertEq(pool.escrow(), 0);
    }

    /// @dev Dust of many odd rewards does not stand in the way of closing: what is not earned goes back to the last wei.
    function testFuzz_T19_dustDoesNotBlockClosing(uint16[4] memory qualities, uint96 allocation) public {
        DatasetParams memory p = _params();
        p.pool.allocation = uint96(_bound(allocation, 1, 300e18));
        p.pool.maxIncentive = 33_333_333_333_333_333_333;
        p.pool.minQuality = 0;
        _launch(p);
        uint256 earned = 0;
        for (uint256 i = 0; i < 4; ++i) {
            if (pool.escrow() == 0) break;
            address who = [alice, bob, carol, stranger][i];
            earned += _contribute(_contribution(who), _assessment(uint16(_bound(qualities[i], 0, 10_000))));
        }
        vm.startPrank(maker);
        pool.announceClose();
        _wait(NOTICE);
        pool.close();
        vm.stopPrank();
        assertEq(token.balanceOf(maker), p.pool.allocation - earned);
        assertEq(token.balanceOf(address(pool)), earned);
    }

    /* ACCUMULATORS */

    /// @dev One wei of stake and the highest prices: all is paid out, nobody is locked in, nothing is created.
    function test_T19_oneWeiOfStakeAndAHugePrice() public {
        _useToken().mint(carol, 2 * uint256(type(uint96).max));
        _launchWide(ALLOCATION);
        _earnAndStake(alice, 10_000, 1);
        _buy(carol, type(uint96).max);
        uint256 share = pool.revenueOf(alice);
        assertEq(share, uint256(type(uint96).max) / (uint256(ALLOCATION) + 1), "its part, rounded down");
        vm.prank(alice);
        pool.claimRevenue();
        pool.withdrawMakerRevenue();
        assertLe(alita.balanceOf(address(pool)), 1, "a wei of rounding at most");
        _unstake(alice, 1);
        _wait(UNBONDING + 1);
        _withdraw(alice);
    }

    /// @dev A sale that nobody has stake in is the maker's, and stake that comes later has no part in it.
    function test_T19_revenueWithoutStakeIsTheMakers() public {
        Contribution memory c = _earn(alice, 10_000);
        _buy(carol, 10e18);
        _claim(c, 100e18);
        assertEq(pool.makerRevenue(), 10e18);
        assertEq(pool.revenueOf(alice), 0);
    }
}
