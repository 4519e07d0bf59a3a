// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SelfPermit} from "../../contracts/libraries/SelfPermit.sol";
import {AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {Life} from "../fixtures/Life.sol";
import {Bomb} from "../mocks/Bomb.sol";
import {OddToken} from "../mocks/OddToken.sol";

/// @notice T20: accounts that burn gas or answer with a megabyte whenever they are called, and ether that nobody asked
/// for. They harm whoever chose them.
contract T20BombsAndEtherTest is Life {
    uint256 private constant LIMIT = 16_000_000; // gas, what a transaction may use

    function setUp() public override {
        _settleIn(new OddToken(18));
        _birth(true);
    }

    /* HOOKS THAT BURN GAS */

    /// @dev Each in turn burns all gas whenever it is paid; everybody else leaves within a transaction's gas.
    function test_T20_aReceiverThatBurnsGasKeepsNobodyIn() public {
        _live();
        address burner = address(new Bomb(Bomb.Kind.Gas));
        coin.setHook(carol, burner);
        coin.setHook(coordinator, burner);
        coin.setHook(maker, burner);
        vm.expectRevert();
        billing.refund{gas: LIMIT}(job);
        vm.expectRevert();
        billing.claimFee{gas: LIMIT}(job);
        vm.expectRevert();
        pool.withdrawMakerRevenue{gas: LIMIT}();

        uint256 gasBefore = gasleft();
        _aliceLeaves();
        _bobLeaves();
        _attestersLeave();
        assertLt(gasBefore - gasleft(), LIMIT);
    }

    /// @dev A copyist whose account burns gas is slashed all the same: it is not paid, and not asked.
    function test_T20_aCopyistThatBurnsGasIsSlashed() public {
        _live();
        coin.setHook(alice, address(new Bomb(Bomb.Kind.Gas)));
        Contribution memory copy = _contribution(alice);
        Contribution memory original = _contribute(bob, 9_000);
        copy.sketch = original.sketch;
        _contribute(copy, _assessment(9_000));
        uint256 staked = pool.positionOf(alice).staked;
        pool.slashDuplicate{gas: LIMIT}(original.contentTag, copy.contentTag);
        assertEq(pool.positionOf(alice).staked, staked - staked / 2);
    }

    /* BOMBS */

    /// @dev What a permit answers, or why it fails, is not read.
    function test_T20_aPermitsAnswerIsNotRead() public {
        address[3] memory doors = [address(pair), address(pool), address(billing)];
        for (uint256 i = 0; i < doors.length; ++i) {
            address answer = address(new Bomb(Bomb.Kind.Answer));
            uint256 gasBefore = gasleft();
            vm.expectRevert();
            SelfPermit(doors[i]).selfPermit{gas: LIMIT}(answer, 1, NEVER, 27, "r", "s");
            assertLt(gasBefore - gasleft(), LIMIT);
        }
    }

    /// @dev A gate that bombs closes the one pool that names it, for contributions alone.
    function test_T20_aGateHarmsItsOwnPoolAlone() public {
        Contribution memory before = _contribute(alice, 9_000);
        DatasetParams memory p = _terms(true);
        p.pool.gate = address(new Bomb(Bomb.Kind.Reason));
        (address honest, address honestPair) = (address(pool), address(pair));
        _launch(p);
        Contribution memory c = _contribution(bob);
        AttesterSignature[] memory signatures = _attest(c, _assessment(9_000));
        vm.prank(bob);
        vm.expectRevert();
        pool.contribute{gas: LIMIT}(c, _assessment(9_000), attesters, signatures, 0, NEVER, "");
        vm.prank(carol);
        pool.buy(carol, 1, type(uint256).max, NEVER); // sales need no gate
        assertTrue(pool.hasAccess(carol));

        _passWindow();
        vm.prank(alice);
        (bool ok, ) = honest.call(abi.encodeCall(pool.claim, (_one(before.contentTag), 0)));
        assertTrue(ok && honestPair != address(pair), "the other pool lives on");
    }

    /// @dev An arbiter that bombs makes disputes impossible in the pool that names it: the settlement stands.
    function test_T20_anArbiterThatBombsLeavesTheSettlement() public {
        DatasetParams memory p = _terms(true);
        p.pool.arbiter = address(new Bomb(Bomb.Kind.Reason));
        _launch(p);
        _approveBilling(carol);
        vm.prank(carol);
        pair.swapExactIn(address(coin), 50 * unit, 0, carol, NEVER);
        work = _contribute(alice, 9_000);
        _passWindow();
        _openAJob();
        leaves.push();
        (leaves[0].provider, leaves[0].contribution, leaves[0].units) = (alice, work.contentTag, 10);
        _settle(job, leaves);
        vm.prank(carol);
        vm.expectRevert();
        billing.dispute{gas: LIMIT}(job);

        _skip(billing.CHALLENGE_WINDOW());
        uint256 before = coin.balanceOf(alice);
        _claimLeaf(job, leaves, 0);
        assertEq(coin.balanceOf(alice), before + 10 * uint256(job.unitPrice));
    }

    /* ETHER */

    /// @dev Ether can be forced on any contract. Nothing here counts it.
    function test_T20_forcedEtherChangesNothing() public {
        address[5] memory all = [address(pair), address(pool), address(billing), address(factory), address(registry)];
        for (uint256 i = 0; i < all.length; ++i) vm.deal(all[i], 100 ether);
        _live();
        _everybodyLeaves();
        _assertNothingIsLeft();
        for (uint256 i = 0; i < all.length; ++i) assertEq(all[i].balance, 100 ether);
    }

    function test_T20_noDoorTakesEther() public {
        address[5] memory all = [address(pair), address(pool), address(billing), address(factory), address(registry)];
        for (uint256 i = 0; i < all.length; ++i) {
            (bool ok, ) = all[i].call{value: 1}("");
            assertFalse(ok);
        }
    }
}
