// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {AttesterRegistry} from "../../contracts/AttesterRegistry.sol";
import {IAttesterRegistry} from "../../contracts/interfaces/IAttesterRegistry.sol";
import {ExactTransfer} from "../../contracts/libraries/ExactTransfer.sol";
import {AttesterSet, AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Assessment, Contribution, ContributionKind} from "../../contracts/types/Contribution.sol";
import {Attesters} from "../mocks/Attesters.sol";
import {MockWallet} from "../mocks/MockWallet.sol";
import {Reentrant} from "../mocks/Reentrant.sol";
import {TestToken} from "../mocks/TestToken.sol";
import {AttestationTwin} from "../reference/AttestationTwin.sol";
import {Deploy} from "../utils/Deploy.sol";

contract AttesterRegistryTest is Attesters, StdAssertions {
    address internal constant NOWHERE = 0x000000000000000000000000000000000000dEaD;
    bytes32 internal constant DIGEST = keccak256("message");
    address internal constant POOL = address(0x9001);
    bytes4 internal constant REENTERED = ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector;
    address internal constant REPORTER = address(0x4E9);
    address internal newcomer = address(0x4E3);

    function setUp() public {
        vm.warp(1_800_000_000);
        _setUpAttesters(3);
        alita.mint(newcomer, 10 * MIN_BOND);
        vm.prank(newcomer);
        alita.approve(address(registry), type(uint256).max);
    }

    /* REGISTER */

    function test_constructor_revertsIf_noBondIsAsked() public {
        vm.expectRevert(IAttesterRegistry.ZeroAmount.selector);
        new AttesterRegistry(address(alita), 0, UNBONDING);
    }

    function test_register_bondsFromTheMinimumOn() public {
        vm.expectEmit();
        emit IAttesterRegistry.Register(newcomer, MIN_BOND, MIN_BOND);
        _register(MIN_BOND);
        assertTrue(registry.isActive(newcomer));
        assertEq(registry.bondOf(newcomer).amount, MIN_BOND);
        assertEq(alita.balanceOf(address(registry)), 4 * MIN_BOND);
    }

    function test_register_topsUp() public {
        _register(MIN_BOND);
        vm.expectEmit();
        emit IAttesterRegistry.Register(newcomer, 1, MIN_BOND + 1);
        _register(1);
        assertEq(registry.bondOf(newcomer).amount, MIN_BOND + 1);
    }

    function test_register_revertsIf_amountIsZero() public {
        vm.expectRevert(IAttesterRegistry.ZeroAmount.selector);
        _register(0);
    }

    function test_register_revertsIf_bondIsTooSmall() public {
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BondTooSmall.selector, MIN_BOND - 1, MIN_BOND));
        _register(MIN_BOND - 1);
    }

    function test_register_revertsIf_exiting() public {
        _register(MIN_BOND);
        vm.prank(newcomer);
        registry.exit();
        vm.expectRevert(
            abi.encodeWithSelector(IAttesterRegistry.AlreadyExiting.selector, newcomer, block.timestamp + UNBONDING)
        );
        _register(1);
    }

    function test_register_revertsIf_tokenKeepsFee_T1() public {
        alita.setFee(1);
        vm.expectRevert(
            abi.encodeWithSelector(
                ExactTransfer.InexactTransfer.selector,
                address(alita),
                MIN_BOND - MIN_BOND / 1e4,
                MIN_BOND
            )
        );
        _register(MIN_BOND);
    }

    function test_register_revertsIf_bondDoesNotFit_T1() public {
        uint256 tooMuch = uint256(type(uint128).max) + 1;
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 128, tooMuch));
        _register(tooMuch);
    }

    function test_register_cannotBeReentered() public {
        Reentrant attacker = _armed(abi.encodeCall(registry.register, (1)));
        _register(MIN_BOND);
        assertEq(attacker.answer(), REENTERED);
    }

    function test_register_revertsIf_balanceOrAllowanceIsMissing() public {
        uint256 tooMuch = 10 * MIN_BOND + 1;
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, newcomer, 10 * MIN_BOND, tooMuch)
        );
        _register(tooMuch);
        vm.prank(newcomer);
        alita.approve(address(registry), MIN_BOND - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(registry),
                MIN_BOND - 1,
                MIN_BOND
            )
        );
        _register(MIN_BOND);
        assertEq(registry.bondOf(newcomer).amount, 0);
    }

    /* EXIT */

    function test_exit_deactivatesAtOnce() public {
        vm.expectEmit();
        emit IAttesterRegistry.Exit(attester(0), MIN_BOND, block.timestamp + UNBONDING);
        vm.prank(attester(0));
        registry.exit();
        assertFalse(registry.isActive(attester(0)));
        assertEq(registry.bondOf(attester(0)).withdrawableAt, block.timestamp + UNBONDING);
    }

    function test_exit_revertsIf_notBonded() public {
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotBonded.selector, newcomer));
        vm.prank(newcomer);
        registry.exit();
    }

    function test_exit_revertsIf_calledTwice() public {
        _exit(0);
        vm.expectRevert(
            abi.encodeWithSelector(IAttesterRegistry.AlreadyExiting.selector, attester(0), block.timestamp + UNBONDING)
        );
        vm.prank(attester(0));
        registry.exit();
    }

    function test_exit_revertsIf_barred() public {
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, 1));
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotBonded.selector, attester(0)));
        vm.prank(attester(0));
        registry.exit();
    }

    /* WITHDRAW */

    function test_withdraw_paysAfterUnbonding() public {
        _exit(0);
        vm.warp(block.timestamp + UNBONDING);
        vm.expectEmit();
        emit IAttesterRegistry.Withdraw(attester(0), MIN_BOND);
        vm.prank(attester(0));
        registry.withdraw();
        assertEq(alita.balanceOf(attester(0)), MIN_BOND, "REG-1");
        assertEq(registry.bondOf(attester(0)).amount, 0, "REG-1");
    }

    function test_withdraw_allowsComingBack() public {
        _exit(0);
        vm.warp(block.timestamp + UNBONDING);
        vm.prank(attester(0));
        registry.withdraw();
        _bond(attester(0), MIN_BOND);
        assertTrue(registry.isActive(attester(0)));
    }

    function test_withdraw_revertsIf_oneSecondTooEarly() public {
        _exit(0);
        uint256 due = block.timestamp + UNBONDING;
        vm.warp(due - 1);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.StillUnbonding.selector, due, due - 1));
        vm.prank(attester(0));
        registry.withdraw();
    }

    function test_withdraw_revertsIf_notExiting() public {
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotExiting.selector, attester(0)));
        vm.prank(attester(0));
        registry.withdraw();
    }

    function test_withdraw_revertsIf_repeated() public {
        _exit(0);
        vm.warp(block.timestamp + UNBONDING);
        vm.prank(attester(0));
        registry.withdraw();
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotExiting.selector, attester(0)));
        vm.prank(attester(0));
        registry.withdraw();
    }

    function test_withdraw_revertsIf_theBondIsAnothers() public {
        _exit(0);
        vm.warp(vm.getBlockTimestamp() + UNBONDING);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotExiting.selector, attester(1)));
        vm.prank(attester(1));
        registry.withdraw();
        assertEq(registry.bondOf(attester(0)).amount, MIN_BOND, "REG-1");
    }

    function test_withdraw_keepsTheBondWhileTheTokenBlocksItsOwner_T1() public {
        _exit(0);
        vm.warp(vm.getBlockTimestamp() + UNBONDING);
        alita.setBlocked(attester(0), true);
        vm.expectRevert(abi.encodeWithSelector(TestToken.Blocked.selector, attester(0)));
        vm.prank(attester(0));
        registry.withdraw();
        alita.setBlocked(attester(0), false);
        vm.prank(attester(0));
        registry.withdraw();
        assertEq(alita.balanceOf(attester(0)), MIN_BOND, "REG-1");
    }

    function test_withdraw_cannotBeReentered() public {
        _exit(0);
        vm.warp(vm.getBlockTimestamp() + UNBONDING);
        Reentrant attacker = _armed(abi.encodeCall(registry.withdraw, ()));
        vm.prank(attester(0));
        registry.withdraw();
        assertEq(attacker.answer(), REENTERED);
    }

    /* SETS */

    function test_hashSet_givesTheHashOfTheSet() public view {
        AttesterSet memory set = attesterSet(3);
        assertEq(registry.hashSet(set), keccak256(abi.encode(set)));
    }

    function test_hashSet_allowsSixteen() public view {
        registry.hashSet(_bigSet(16));
    }

    function test_hashSet_revertsIf_seventeen() public {
        AttesterSet memory set = _bigSet(17);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.TooManyAttesters.selector, 17, 16));
        registry.hashSet(set);
    }

    function test_hashSet_revertsIf_empty() public {
        AttesterSet memory set = _bigSet(0);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.InvalidThreshold.selector, 1, 0));
        registry.hashSet(set);
    }

    function test_hashSet_revertsIf_thresholdIsZero() public {
        AttesterSet memory set = attesterSet(0);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.InvalidThreshold.selector, 0, 3));
        registry.hashSet(set);
    }

    function test_hashSet_revertsIf_thresholdIsAboveNumber() public {
        AttesterSet memory set = attesterSet(4);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.InvalidThreshold.selector, 4, 3));
        registry.hashSet(set);
    }

    function test_hashSet_revertsIf_attesterIsZero() public {
        AttesterSet memory set = attesterSet(1);
        set.attesters[0] = address(0);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotAscending.selector, address(0), address(0)));
        registry.hashSet(set);
    }

    function test_hashSet_revertsIf_outOfOrder() public {
        AttesterSet memory set = attesterSet(1);
        (set.attesters[0], set.attesters[1]) = (set.attesters[1], set.attesters[0]);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotAscending.selector, attester(1), attester(0)));
        registry.hashSet(set);
    }

    function test_hashSet_revertsIf_repeated() public {
        AttesterSet memory set = attesterSet(1);
        set.attesters[1] = set.attesters[0];
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotAscending.selector, attester(0), attester(0)));
        registry.hashSet(set);
    }

    /* VERIFY */

    function test_verify_acceptsThresholdAndMore() public view {
        _verify(2, signatures(DIGEST, 2));
        _verify(2, signatures(DIGEST, 3));
    }

    function test_verify_acceptsAnySubset_T14(uint8 picks) public view {
        picks = uint8(1 + (picks % 7)); // a subset of three, not empty
        uint256 count = (picks & 1) + ((picks >> 1) & 1) + (picks >> 2);
        AttesterSignature[] memory list = new AttesterSignature[](count);
        uint256 next = 0;
        for (uint256 i = 0; i < 3; ++i) {
            if ((picks >> i) & 1 == 1) list[next++] = AttesterSignature(attester(i), sign(keys[i], DIGEST));
        }
        _verify(uint8(count), list);
    }

    function test_verify_acceptsContractWallet() public {
        MockWallet wallet = new MockWallet();
        wallet.approve(DIGEST, true);
        (AttesterSet memory set, AttesterSignature[] memory list) = _walletSigned(wallet, "anything");
        registry.verify(DIGEST, hashOf(set), set, list);
    }

    function test_verify_revertsIf_contractWalletDenies() public {
        MockWallet wallet = new MockWallet();
        (AttesterSet memory set, AttesterSignature[] memory list) = _walletSigned(wallet, "anything");
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, address(wallet)));
        registry.verify(DIGEST, hashOf(set), set, list);
    }

    function test_verify_acceptsKeyOfAccountWithCode_T2() public {
        vm.etch(attester(0), address(new MockWallet()).code); // as EIP-7702 does
        _verify(2, signatures(DIGEST, 2));
    }

    function test_verify_revertsIf_setIsAnother() public {
        AttesterSet memory set = attesterSet(1);
        AttesterSignature[] memory list = signatures(DIGEST, 2);
        bytes32 expected = hashOf(attesterSet(2));
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.UnknownAttesterSet.selector, expected, hashOf(set)));
        registry.verify(DIGEST, expected, set, list);
    }

    function test_verify_revertsIf_oneIsMissing() public {
        _expectVerifyReverts(
            3,
            signatures(DIGEST, 2),
            abi.encodeWithSelector(IAttesterRegistry.TooFewSignatures.selector, 2, 3)
        );
    }

    function test_verify_revertsIf_oneSignsTwice_T14() public {
        AttesterSignature[] memory list = signatures(DIGEST, 2);
        list[1] = list[0];
        bytes memory reason = abi.encodeWithSelector(IAttesterRegistry.NotAscending.selector, attester(0), attester(0));
        _expectVerifyReverts(2, list, reason);
    }

    function test_verify_revertsIf_outOfOrder_T14() public {
        AttesterSignature[] memory list = signatures(DIGEST, 2);
        (list[0], list[1]) = (list[1], list[0]);
        bytes memory reason = abi.encodeWithSelector(IAttesterRegistry.NotAscending.selector, attester(1), attester(0));
        _expectVerifyReverts(2, list, reason);
    }

    function test_verify_revertsIf_signerIsBeforeTheSet_T14() public {
        AttesterSignature[] memory list = signatures(DIGEST, 2);
        list[0].attester = address(1);
        _expectVerifyReverts(2, list, abi.encodeWithSelector(IAttesterRegistry.NotAMember.selector, address(1)));
    }

    function test_verify_revertsIf_signerIsBehindTheSet_T14() public {
        AttesterSignature[] memory list = signatures(DIGEST, 3);
        list[2].attester = address(type(uint160).max);
        _expectVerifyReverts(
            2,
            list,
            abi.encodeWithSelector(IAttesterRegistry.NotAMember.selector, address(type(uint160).max))
        );
    }

    function test_verify_revertsIf_signerLeft_T14() public {
        _exit(1);
        _expectVerifyReverts(
            2,
            signatures(DIGEST, 2),
            abi.encodeWithSelector(IAttesterRegistry.AttesterInactive.selector, attester(1))
        );
    }

    function test_verify_revertsIf_signatureIsAnothers_T14() public {
        AttesterSignature[] memory list = signatures(DIGEST, 2);
        list[1].signature = list[0].signature;
        _expectVerifyReverts(2, list, abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attester(1)));
    }

    function test_verify_revertsIf_digestIsAnother_T2() public {
        _expectVerifyReverts(
            2,
            signatures(keccak256("other"), 2),
            abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attester(0))
        );
    }

    function test_verify_revertsIf_signatureIsMalleated_T2() public {
        AttesterSignature[] memory list = signatures(DIGEST, 2);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[0], DIGEST);
        uint256 order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        list[0].signature = abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        _expectVerifyReverts(2, list, abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attester(0)));
    }

    function test_verify_revertsIf_signatureIsCompactOrEmpty_T2() public {
        AttesterSignature[] memory list = signatures(DIGEST, 2);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[0], DIGEST);
        bytes memory reason = abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attester(0));
        list[0].signature = abi.encodePacked(r, bytes32(uint256(s) | (uint256(v - 27) << 255)));
        _expectVerifyReverts(2, list, reason);
        list[0].signature = "";
        _expectVerifyReverts(2, list, reason);
    }

    /* EQUIVOCATION */

    function test_slashEquivocation_takesTheWholeBond() public {
        vm.expectEmit();
        emit IAttesterRegistry.SlashEquivocation(
            attester(0),
            REPORTER,
            POOL,
            _contribution().contentTag,
            MIN_BOND / 2,
            MIN_BOND / 2
        );
        _slash(_assessment(9_000, 0, 1), _assessment(8_999, 0, 1));
        assertEq(alita.balanceOf(REPORTER), MIN_BOND / 2, "REG-1");
        assertEq(alita.balanceOf(NOWHERE), MIN_BOND / 2, "REG-1");
        assertEq(registry.bondOf(attester(0)).amount, 0, "REG-1");
        assertTrue(registry.bondOf(attester(0)).barred);
        assertFalse(registry.isActive(attester(0)));
    }

    function test_slashEquivocation_takesNoveltyAsWell() public {
        _slash(_assessment(9_000, 5, 1), _assessment(9_000, 6, 1));
        assertEq(registry.bondOf(attester(0)).amount, 0);
    }

    function test_slashEquivocation_worksWhileUnbondingAndAfter() public {
        _exit(0);
        vm.warp(block.timestamp + UNBONDING + 1);
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, 1));
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotExiting.selector, attester(0)));
        vm.prank(attester(0));
        registry.withdraw();
    }

    function test_slashEquivocation_destroysTheOddWei() public {
        _bond(attester(0), 1);
        vm.expectEmit();
        emit IAttesterRegistry.SlashEquivocation(
            attester(0),
            REPORTER,
            POOL,
            _contribution().contentTag,
            MIN_BOND / 2,
            MIN_BOND / 2 + 1
        );
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, 1));
        assertEq(alita.balanceOf(REPORTER), MIN_BOND / 2);
        assertEq(alita.balanceOf(NOWHERE), MIN_BOND / 2 + 1);
    }

    function test_slashEquivocation_rewardsWithOneWei() public {
        registry = Deploy.registry(address(alita), 1, UNBONDING);
        _bond(attester(0), 3);
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, 1));
        assertEq(alita.balanceOf(REPORTER), 1);
        assertEq(alita.balanceOf(NOWHERE), 2);
    }

    function test_slashEquivocation_destroysBondOfOneWei() public {
        registry = Deploy.registry(address(alita), 1, UNBONDING);
        _bond(attester(0), 1);
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, 1));
        assertEq(alita.balanceOf(REPORTER), 0);
        assertEq(alita.balanceOf(NOWHERE), 1);
    }

    function test_slashEquivocation_barsForGood() public {
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, 1));
        alita.mint(attester(0), MIN_BOND);
        vm.prank(attester(0));
        alita.approve(address(registry), MIN_BOND);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.Barred.selector, attester(0)));
        vm.prank(attester(0));
        registry.register(MIN_BOND);
    }

    function test_slashEquivocation_cannotBeUnsaidByCode_T2() public {
        vm.etch(attester(0), address(new MockWallet()).code); // EIP-7702 to code that denies everything
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, 1));
        assertTrue(registry.bondOf(attester(0)).barred);
    }

    function test_slashEquivocation_revertsIf_onlyDeadlineDiffers() public {
        vm.expectRevert(IAttesterRegistry.SameAssessment.selector);
        _slash(_assessment(9_000, 0, 1), _assessment(9_000, 0, 2));
    }

    function test_slashEquivocation_revertsIf_repeated() public {
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, 1));
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotBonded.selector, attester(0)));
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, 1));
    }

    function test_slashEquivocation_takesEvidenceThatExpired() public {
        vm.warp(vm.getBlockTimestamp() + 3_650 days);
        _slash(_assessment(9_000, 0, 1), _assessment(1, 0, type(uint40).max));
        assertTrue(registry.bondOf(attester(0)).barred);
    }

    function test_slashEquivocation_revertsIf_neverBonded() public {
        Contribution memory c = _contribution();
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.NotBonded.selector, newcomer));
        registry.slashEquivocation(POOL, c, _assessment(1, 0, 1), "", _assessment(2, 0, 1), "", newcomer);
    }

    function test_slashEquivocation_revertsIf_signaturesAreAnotherAttesters() public {
        Contribution memory c = _contribution();
        (Assessment memory a, Assessment memory b) = (_assessment(1, 0, 1), _assessment(2, 0, 1));
        bytes memory sigA = _attest(POOL, c, a, keys[0], block.chainid);
        bytes memory sigB = _attest(POOL, c, b, keys[0], block.chainid);
        address innocent = attester(1);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, innocent));
        registry.slashEquivocation(POOL, c, a, sigA, b, sigB, innocent);
        assertEq(registry.bondOf(innocent).amount, MIN_BOND, "REG-1");
    }

    function test_slashEquivocation_cannotBeReentered() public {
        Contribution memory c = _contribution();
        (Assessment memory a, Assessment memory b) = (_assessment(1, 0, 1), _assessment(2, 0, 1));
        bytes memory sigA = _attest(POOL, c, a, keys[1], block.chainid);
        bytes memory sigB = _attest(POOL, c, b, keys[1], block.chainid);
        bytes memory again = abi.encodeCall(registry.slashEquivocation, (POOL, c, a, sigA, b, sigB, attester(1)));
        Reentrant attacker = _armed(again);
        _slash(a, b);
        assertEq(attacker.answer(), REENTERED);
        assertEq(registry.bondOf(attester(1)).amount, MIN_BOND, "REG-1");
    }

    function test_slashEquivocation_revertsIf_firstSignatureIsForged() public {
        _expectSlashReverts(POOL, keys[1], keys[0], block.chainid);
    }

    function test_slashEquivocation_revertsIf_secondSignatureIsForged() public {
        _expectSlashReverts(POOL, keys[0], keys[1], block.chainid);
    }

    function test_slashEquivocation_revertsIf_signedForAnotherPool_T2() public {
        _expectSlashReverts(address(0xBAD), keys[0], keys[0], block.chainid);
    }

    function test_slashEquivocation_revertsIf_signedForAnotherChain_T2() public {
        _expectSlashReverts(POOL, keys[0], keys[0], block.chainid + 1);
    }

    /// @dev T2: every field of the contribution is signed; changing any one makes the evidence void.
    function test_slashEquivocation_revertsIf_anyFieldDiffers_T2(uint8 field) public {
        Contribution memory signed = _contribution();
        Contribution memory shown = _contribution();
        field = field % 8;
        if (field == 0) shown.provider = address(1);
        else if (field == 1) shown.kind = ContributionKind.Remote;
        else if (field == 2) shown.contentRoot = 0;
        else if (field == 3) shown.contentTag = 0;
        else if (field == 4) shown.sketch = 0;
        else if (field == 5) shown.metadata = 0;
        else if (field == 6) shown.units = 0;
        else shown.parent = bytes32(uint256(1));
        Assessment memory a = _assessment(1, 0, 1);
        Assessment memory b = _assessment(2, 0, 1);
        bytes memory sigA = _attest(POOL, signed, a, keys[0], block.chainid);
        bytes memory sigB = _attest(POOL, shown, b, keys[0], block.chainid);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attester(0)));
        registry.slashEquivocation(POOL, shown, a, sigA, b, sigB, attester(0));
    }

    /* HELPERS */

    function _register(uint256 amount) private {
        vm.prank(newcomer);
        registry.register(amount);
    }

    function _exit(uint256 i) private {
        vm.prank(attester(i));
        registry.exit();
    }

    function _bigSet(uint256 count) private pure returns (AttesterSet memory set) {
        set.threshold = 1;
        set.attesters = new address[](count);
        for (uint160 i = 0; i < count; ++i) set.attesters[i] = address(i + 1);
    }

    function _verify(uint8 threshold, AttesterSignature[] memory list) private view {
        AttesterSet memory set = attesterSet(threshold);
        registry.verify(DIGEST, hashOf(set), set, list);
    }

    function _expectVerifyReverts(uint8 threshold, AttesterSignature[] memory list, bytes memory reason) private {
        AttesterSet memory set = attesterSet(threshold);
        vm.expectRevert(reason);
        registry.verify(DIGEST, hashOf(set), set, list);
    }

    /// @dev Calls the registry when tokens move.
    function _armed(bytes memory data) private returns (Reentrant attacker) {
        attacker = new Reentrant();
        alita.setHook(address(attacker));
        attacker.arm(address(registry), data);
    }

    function _walletSigned(
        MockWallet wallet,
        bytes memory signature
    ) private returns (AttesterSet memory set, AttesterSignature[] memory list) {
        alita.mint(address(wallet), MIN_BOND);
        wallet.execute(address(alita), abi.encodeCall(alita.approve, (address(registry), MIN_BOND)));
        wallet.execute(address(registry), abi.encodeCall(registry.register, (MIN_BOND)));
        set.threshold = 1;
        set.attesters = new address[](1);
        set.attesters[0] = address(wallet);
        list = new AttesterSignature[](1);
        list[0] = AttesterSignature(address(wallet), signature);
    }

    function _contribution() private pure returns (Contribution memory) {
        return
            Contribution({
                provider: address(0xDA7A),
                kind: ContributionKind.Device,
                contentRoot: keccak256("root"),
                contentTag: keccak256("tag"),
                sketch: keccak256("sketch"),
                metadata: keccak256("metadata"),
                units: 100,
                parent: 0
            });
    }

    function _assessment(uint16 quality, uint16 novelty, uint40 deadline) private pure returns (Assessment memory) {
        return Assessment(quality, novelty, deadline);
    }

    function _attest(
        address pool,
        Contribution memory c,
        Assessment memory a,
        uint256 key,
        uint256 chainId
    ) private pure returns (bytes memory) {
        return sign(key, AttestationTwin.digest(pool, chainId, c, a));
    }

    function _slash(Assessment memory a, Assessment memory b) private {
        Contribution memory c = _contribution();
        bytes memory sigA = _attest(POOL, c, a, keys[0], block.chainid);
        bytes memory sigB = _attest(POOL, c, b, keys[0], block.chainid);
        address who = attester(0);
        vm.prank(REPORTER);
        registry.slashEquivocation(POOL, c, a, sigA, b, sigB, who);
    }

    function _expectSlashReverts(address pool, uint256 keyA, uint256 keyB, uint256 chainId) private {
        Contribution memory c = _contribution();
        Assessment memory a = _assessment(1, 0, 1);
        Assessment memory b = _assessment(2, 0, 1);
        bytes memory sigA = _attest(pool, c, a, keyA, chainId);
        bytes memory sigB = _attest(pool, c, b, keyB, chainId);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attester(0)));
        registry.slashEquivocation(POOL, c, a, sigA, b, sigB, attester(0));
    }
}
