// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttesterRegistry} from "../../contracts/interfaces/IAttesterRegistry.sol";
import {IComputeBilling} from "../../contracts/interfaces/IComputeBilling.sol";
import {IContractPermit} from "../../contracts/interfaces/IContractPermit.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Assessment, Contribution} from "../../contracts/types/Contribution.sol";
import {Job, JobPhase, Settlement} from "../../contracts/types/Job.sol";
import {Compute} from "../fixtures/Compute.sol";
import {MoodyWallet} from "../mocks/MoodyWallet.sol";

/// @notice T2: contract accounts that deny, revert, answer with a bomb or change their mind, and accounts with a key
/// that delegate to such code (EIP-7702). None passes for having signed, and none stops anybody else.
contract T2WalletsTest is Compute {
    MoodyWallet private wallet;

    function setUp() public override {
        super.setUp();
        wallet = new MoodyWallet();
        _deployBilling();
        _skip(1 hours);
    }

    /* PROVIDERS */

    function test_T2_onlyAYesIsAProvidersConsent() public {
        for (uint8 mood = 1; mood <= uint8(type(MoodyWallet.Mood).max); ++mood) {
            wallet.setMood(MoodyWallet.Mood(mood));
            (Contribution memory c, AttesterSignature[] memory signatures) = _pending(address(wallet));
            vm.expectRevert(abi.encodeWithSelector(IDataPool.NotProvider.selector, address(this), address(wallet)));
            pool.contribute{gas: 3_000_000}(c, _assessment(9_000), attesters, signatures, 0, NEVER, "");
        }
        wallet.setMood(MoodyWallet.Mood.Yes);
        (Contribution memory given, AttesterSignature[] memory for_) = _pending(address(wallet));
        assertGt(pool.contribute(given, _assessment(9_000), attesters, for_, 0, NEVER, ""), 0);
    }

    function _pending(address who) private returns (Contribution memory c, AttesterSignature[] memory signatures) {
        c = _contribution(who);
        signatures = _attest(c, _assessment(9_000));
    }

    /* PERMITS */

    function test_T2_onlyAYesIsAPermit() public {
        for (uint8 mood = 1; mood <= uint8(type(MoodyWallet.Mood).max); ++mood) {
            wallet.setMood(MoodyWallet.Mood(mood));
            vm.expectPartialRevert(IContractPermit.ERC2612InvalidSigner.selector);
            token.permit{gas: 3_000_000}(address(wallet), bob, 1e18, NEVER, "");
        }
        wallet.setMood(MoodyWallet.Mood.Yes);
        token.permit(address(wallet), bob, 1e18, NEVER, "");
        assertEq(token.allowance(address(wallet), bob), 1e18);
    }

    /* CONSUMERS */

    /// @dev A consumer whose account gives no consent, or takes it back, cannot keep the coordinator from settling.
    function test_T2_aConsumersMoodDoesNotStopASettlement() public {
        Contribution memory c = _contribute(alice, 9_000);
        alita.transfer(address(wallet), 1_000e18);
        vm.startPrank(address(wallet));
        alita.approve(address(billing), type(uint256).max);
        vm.stopPrank();
        Job memory job = _openJobWithBase(address(wallet), _request());
        Settlement memory s = _settlementOf(_leaf(alice, c.contentTag, 10));

        wallet.setMood(MoodyWallet.Mood.BurnsGas);
        vm.prank(coordinator);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.BadConsent.selector, address(wallet)));
        billing.settle{gas: 3_000_000}(job, s, "yes");
        vm.prank(coordinator);
        billing.settle(job, s, "");

        _skip(billing.CHALLENGE_WINDOW());
        uint256 before = alita.balanceOf(alice);
        _claimLeaf(job, _leaf(alice, c.contentTag, 10), 0);
        assertEq(alita.balanceOf(alice), before + 10 * uint256(job.unitPrice));
    }

    /// @dev What was final by consent stays final when the account says no afterwards.
    function test_T2_aGivenConsentIsFinal() public {
        Contribution memory c = _contribute(alice, 9_000);
        alita.transfer(address(wallet), 1_000e18);
        vm.prank(address(wallet));
        alita.approve(address(billing), type(uint256).max);
        Job memory job = _openJobWithBase(address(wallet), _request());
        vm.prank(coordinator);
        billing.settle(job, _settlementOf(_leaf(alice, c.contentTag, 10)), "yes");

        wallet.setMood(MoodyWallet.Mood.No);
        vm.expectPartialRevert(IComputeBilling.TooLate.selector);
        wallet.execute(address(billing), abi.encodeCall(billing.dispute, (job)));
        _claimLeaf(job, _leaf(alice, c.contentTag, 10), 0);
        assertEq(uint8(billing.statusOf(billing.jobIdOf(job)).phase), uint8(JobPhase.Settled));
    }

    /* DELEGATED ACCOUNTS */

    /// @dev The key's signature counts although the code behind the account denies everything.
    function test_T2_aDelegatedAccountStillSignsWithItsKey() public {
        wallet.setMood(MoodyWallet.Mood.No);
        vm.etch(alice, abi.encodePacked(hex"ef0100", address(wallet)));
        (Contribution memory c, AttesterSignature[] memory signatures) = _pending(alice);
        bytes memory consent = _sign(ALICE_KEY, pool.consentDigest(c, 0, NEVER));
        assertGt(pool.contribute(c, _assessment(9_000), attesters, signatures, 0, NEVER, consent), 0);

        bytes32 permitType = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 permit = keccak256(abi.encode(permitType, alice, bob, 1e18, 0, NEVER));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), permit));
        token.permit(alice, bob, 1e18, NEVER, _sign(ALICE_KEY, digest));
        assertEq(token.allowance(alice, bob), 1e18);
    }

    /// @dev An attester cannot unsay two contradicting signatures by delegating to code that denies them.
    function test_T2_aDelegatedAttesterStaysLiable() public {
        Contribution memory c = _contribution(alice);
        Assessment memory a = _assessment(9_000);
        Assessment memory b = _assessment(8_000);
        (uint256 key, address attester) = (attesterKeys[0], attesters.attesters[0]);
        bytes memory first = _sign(key, pool.attestationDigest(c, a));
        bytes memory second = _sign(key, pool.attestationDigest(c, b));
        wallet.setMood(MoodyWallet.Mood.Reverts);
        vm.etch(attester, abi.encodePacked(hex"ef0100", address(wallet)));
        registry.slashEquivocation(address(pool), c, a, first, b, second, attester);
        assertEq(registry.bondOf(attester).amount, 0);
        assertTrue(registry.bondOf(attester).barred);
    }

    /// @dev A signature is one account's: the wallet's yes is not the word of an attester with a key.
    function test_T2_anAttestersWordIsItsOwn() public {
        (Contribution memory c, AttesterSignature[] memory signatures) = _pending(alice);
        signatures[0].signature = "";
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attesters.attesters[0]));
        pool.contribute(c, _assessment(9_000), attesters, signatures, 0, NEVER, "");
    }
}
