// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IAttesterRegistry} from "../../contracts/interfaces/IAttesterRegistry.sol";
import {IComputeBilling} from "../../contracts/interfaces/IComputeBilling.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Assessment, Contribution} from "../../contracts/types/Contribution.sol";
import {Job, JobRuling, Settlement} from "../../contracts/types/Job.sol";
import {Compute} from "../fixtures/Compute.sol";

/// @notice T2: a chain splits. Whatever was signed before the split is good on the old chain only.
contract T2ForkTest is Compute {
    uint256 private constant OTHER_CHAIN = 99_999;

    Contribution private c;
    Assessment private a;

    function setUp() public override {
        super.setUp();
        _deployBilling();
        _approveBilling(alice);
        _approveBilling(carol);
        vm.prank(alice);
        pair.swapExactIn(address(alita), 5_000e18, 0, alice, NEVER);
        _skip(1 hours);
        (c, a) = (_contribution(alice), _assessment(9_000));
    }

    function test_T2_attestationsStayBehind() public {
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.chainId(OTHER_CHAIN);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attesters.attesters[0]));
        pool.contribute(c, a, attesters, signatures, 0, NEVER, "");

        _contribute(c, a); // signed for the new chain
    }

    function test_T2_aProvidersConsentStaysBehind() public {
        bytes memory consent = _sign(ALICE_KEY, pool.consentDigest(c, 0, NEVER));
        vm.chainId(OTHER_CHAIN);
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotProvider.selector, address(this), alice));
        pool.contribute(c, a, attesters, signatures, 0, NEVER, consent);
    }

    function test_T2_permitsStayBehind() public {
        address[3] memory tokens = [address(alita), address(token), address(pair)];
        for (uint256 i = 0; i < 3; ++i) {
            vm.chainId(31_337);
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(ALICE_KEY, _permitDigest(tokens[i]));
            vm.chainId(OTHER_CHAIN);
            vm.expectRevert();
            IERC20Permit(tokens[i]).permit(alice, bob, 1e18, NEVER, v, r, s);

            (v, r, s) = vm.sign(ALICE_KEY, _permitDigest(tokens[i]));
            IERC20Permit(tokens[i]).permit(alice, bob, 1e18, NEVER, v, r, s);
        }
    }

    function _permitDigest(address erc20) private view returns (bytes32) {
        bytes32 permitType = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        uint256 nonce = IERC20Permit(erc20).nonces(alice);
        bytes32 permit = keccak256(abi.encode(permitType, alice, bob, 1e18, nonce, NEVER));
        return keccak256(abi.encodePacked(hex"1901", IERC20Permit(erc20).DOMAIN_SEPARATOR(), permit));
    }

    function test_T2_aConsumersConsentStaysBehind() public {
        _contribute(c, a);
        Job memory job = _openJob(alice, _request());
        Settlement memory s = _settlementOf(_leaf(alice, c.contentTag, 10));
        bytes memory consent = _sign(ALICE_KEY, billing.consentDigest(billing.jobIdOf(job), s));
        vm.chainId(OTHER_CHAIN);
        vm.prank(coordinator);
        vm.expectRevert(abi.encodeWithSelector(IComputeBilling.BadConsent.selector, alice));
        billing.settle(job, s, consent);
    }

    function test_T2_rulingsStayBehind() public {
        _contribute(c, a);
        Job memory job = _openJob(alice, _request());
        _settle(job, _leaf(alice, c.contentTag, 10));
        vm.prank(alice);
        billing.dispute(job);
        JobRuling memory ruling = JobRuling(billing.jobIdOf(job), 0, 0, uint40(_now() + 1));
        AttesterSignature[] memory signatures = _signRuling(ruling);
        vm.chainId(OTHER_CHAIN);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attesters.attesters[0]));
        billing.resolve(job, ruling, attesters, signatures);
    }
}
