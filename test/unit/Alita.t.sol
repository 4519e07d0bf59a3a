// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Vm} from "forge-std/Vm.sol";
import {Alita} from "../../contracts/Alita.sol";

contract AlitaTest is StdAssertions {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant KEY = 0xB0B;
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141; // secp256k1's
    address private constant SPENDER = address(0x5E4D);

    Alita private alita;
    address private holder;

    function setUp() public {
        vm.warp(1_800_000_000);
        holder = vm.addr(KEY);
        alita = new Alita(holder);
    }

    /* CONSTRUCTOR */

    function test_constructor_givesTheWholeSupplyToTheHolder() public view {
        assertEq(alita.totalSupply(), 1_000_000_000e18);
        assertEq(alita.balanceOf(holder), alita.SUPPLY());
        assertEq(alita.balanceOf(address(this)), 0, "the deployer gets nothing");
    }

    function test_constructor_revertsIf_holderIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        new Alita(address(0));
    }

    /* PERMIT */

    function test_permit_setsTheAllowanceOnce() public {
        uint256 deadline = vm.getBlockTimestamp(); // the last second
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(7, 0, deadline));
        alita.permit(holder, SPENDER, 7, deadline, v, r, s);
        assertEq(alita.allowance(holder, SPENDER), 7);
        _expectInvalidSigner(_digest(7, 1, deadline), v, r, s);
        alita.permit(holder, SPENDER, 7, deadline, v, r, s);
    }

    function test_permit_revertsIf_expired() public {
        uint256 deadline = vm.getBlockTimestamp() - 1;
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(7, 0, deadline));
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612ExpiredSignature.selector, deadline));
        alita.permit(holder, SPENDER, 7, deadline, v, r, s);
    }

    function test_permit_revertsIf_somethingElseWasSigned() public {
        uint256 deadline = vm.getBlockTimestamp();
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(7, 0, deadline));
        _expectInvalidSigner(_digest(8, 0, deadline), v, r, s);
        alita.permit(holder, SPENDER, 8, deadline, v, r, s);
        assertEq(alita.allowance(holder, SPENDER), 0);
        assertEq(alita.nonces(holder), 0);
    }

    function test_permit_revertsIf_sIsMalleated() public {
        uint256 deadline = vm.getBlockTimestamp();
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(7, 0, deadline));
        bytes32 mirrored = bytes32(ORDER - uint256(s));
        vm.expectRevert(abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureS.selector, mirrored));
        alita.permit(holder, SPENDER, 7, deadline, v == 27 ? 28 : 27, r, mirrored);
    }

    function test_permit_revertsIf_nobodySigned() public {
        vm.expectRevert(ECDSA.ECDSAInvalidSignature.selector);
        alita.permit(address(0), SPENDER, 7, type(uint256).max, 0, 0, 0);
    }

    /* HELPERS */

    function _digest(uint256 value, uint256 nonce, uint256 deadline) private view returns (bytes32) {
        bytes32 typeHash = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 hash = keccak256(abi.encode(typeHash, holder, SPENDER, value, nonce, deadline));
        return keccak256(abi.encodePacked(hex"1901", alita.DOMAIN_SEPARATOR(), hash));
    }

    function _expectInvalidSigner(bytes32 digest, uint8 v, bytes32 r, bytes32 s) private {
        address signer = ecrecover(digest, v, r, s);
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612InvalidSigner.selector, signer, holder));
    }
}
