// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IContractPermit} from "../../contracts/interfaces/IContractPermit.sol";
import {ClonePermit} from "../../contracts/libraries/ClonePermit.sol";
import {ContractWallet} from "../mocks/ContractWallet.sol";
import {MarketTest} from "../utils/MarketTest.sol";

/// @dev Every test runs for both kinds of clones.
contract ClonePermitTest is MarketTest {
    uint256 private constant KEY = 0xA1; // alice's
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141; // secp256k1's

    ClonePermit[2] private clones;

    function setUp() public {
        _openMarket(true);
        clones = [ClonePermit(address(token)), ClonePermit(address(pair))];
    }

    function _digest(
        ClonePermit clone,
        address owner,
        address spender,
        uint256 value,
        uint256 nonce,
        uint256 deadline
    ) private view returns (bytes32) {
        bytes32 hash = keccak256(abi.encode(clone.PERMIT_TYPEHASH(), owner, spender, value, nonce, deadline));
        return keccak256(abi.encodePacked(hex"1901", clone.DOMAIN_SEPARATOR(), hash));
    }

    function _expectInvalidSigner(bytes32 digest, uint8 v, bytes32 r, bytes32 s, address owner) private {
        address signer = ecrecover(digest, v, r, s);
        vm.expectRevert(abi.encodeWithSelector(IContractPermit.ERC2612InvalidSigner.selector, signer, owner));
    }

    /* V, R, S */

    function test_permit_setsTheAllowanceOnce() public {
        for (uint256 i = 0; i < 2; ++i) {
            uint256 deadline = block.timestamp; // the last second
            bytes32 digest = _digest(clones[i], alice, bob, 7, 0, deadline);
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, digest);
            clones[i].permit(alice, bob, 7, deadline, v, r, s);
            assertEq(clones[i].allowance(alice, bob), 7);
            assertEq(clones[i].nonces(alice), 1);
            _expectInvalidSigner(_digest(clones[i], alice, bob, 7, 1, deadline), v, r, s, alice);
            clones[i].permit(alice, bob, 7, deadline, v, r, s);
        }
    }

    function test_permit_revertsIf_expired() public {
        for (uint256 i = 0; i < 2; ++i) {
            uint256 deadline = block.timestamp - 1;
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(clones[i], alice, bob, 7, 0, deadline));
            vm.expectRevert(abi.encodeWithSelector(IContractPermit.ERC2612ExpiredSignature.selector, deadline));
            clones[i].permit(alice, bob, 7, deadline, v, r, s);
            vm.expectRevert(abi.encodeWithSelector(IContractPermit.ERC2612ExpiredSignature.selector, deadline));
            clones[i].permit(alice, bob, 7, deadline, abi.encodePacked(r, s, v));
        }
    }

    function testFuzz_permit_revertsIf_aFieldDiffers(uint8 field, uint256 change) public {
        change = _within(change, 1, type(uint64).max);
        for (uint256 i = 0; i < 2; ++i) {
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(clones[i], alice, bob, 7, 0, NEVER / 2));
            address owner = field % 4 == 0 ? address(uint160(alice) ^ uint160(change)) : alice;
            address spender = field % 4 == 1 ? address(uint160(bob) ^ uint160(change)) : bob;
            uint256 value = field % 4 == 2 ? 7 ^ change : 7;
            uint256 deadline = field % 4 == 3 ? (NEVER / 2) ^ change : NEVER / 2;
            if (clones[i].nonces(owner) > 0) continue;
            _expectInvalidSigner(_digest(clones[i], owner, spender, value, 0, deadline), v, r, s, owner);
            clones[i].permit(owner, spender, value, deadline, v, r, s);
            assertEq(clones[i].allowance(owner, spender), 0);
        }
    }

    function test_permit_revertsIf_sIsMalleated() public {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(clones[0], alice, bob, 7, 0, NEVER));
        bytes32 high = bytes32(ORDER - uint256(s));
        vm.expectRevert(abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureS.selector, high));
        clones[0].permit(alice, bob, 7, NEVER, v == 27 ? 28 : 27, r, high);
    }

    function test_permit_revertsIf_nobodySigned() public {
        vm.expectRevert(ECDSA.ECDSAInvalidSignature.selector);
        clones[0].permit(address(0), bob, 7, NEVER, 27, 0, 0);
    }

    /* BYTES */

    function test_permitBytes_acceptsAKey() public {
        for (uint256 i = 0; i < 2; ++i) {
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(clones[i], alice, bob, 7, 0, NEVER));
            vm.etch(alice, hex"ef0100000000000000000000000000000000000000dead"); // a wallet without ERC-1271
            clones[i].permit(alice, bob, 7, NEVER, abi.encodePacked(r, s, v));
            assertEq(clones[i].allowance(alice, bob), 7);
        }
    }

    function test_permitBytes_acceptsAContractOnce() public {
        for (uint256 i = 0; i < 2; ++i) {
            address wallet = address(new ContractWallet(alice));
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, _digest(clones[i], wallet, bob, 7, 0, NEVER));
            clones[i].permit(wallet, bob, 7, NEVER, abi.encodePacked(r, s, v));
            assertEq(clones[i].allowance(wallet, bob), 7);
            _expectInvalidSigner(_digest(clones[i], wallet, bob, 7, 1, NEVER), v, r, s, wallet);
            clones[i].permit(wallet, bob, 7, NEVER, abi.encodePacked(r, s, v));
        }
    }

    function test_permitBytes_revertsIf_nobodyAccepts() public {
        bytes memory refusal = abi.encodeWithSelector(
            IContractPermit.ERC2612InvalidSigner.selector,
            address(0),
            address(this)
        );
        vm.expectRevert(refusal);
        clones[0].permit(address(this), bob, 7, NEVER, "");
        vm.expectRevert(abi.encodeWithSelector(IContractPermit.ERC2612InvalidSigner.selector, address(0), alice));
        clones[0].permit(alice, bob, 7, NEVER, hex"00");
    }

    function test_permitBytes_revertsIf_ownerIsZero() public {
        vm.expectRevert();
        clones[0].permit(address(0), bob, 7, NEVER, "");
        assertEq(clones[0].nonces(address(0)), 0);
    }

    /* DOMAIN */

    function test_domainSeparator_isTheHashOfTheDomain() public {
        for (uint256 i = 0; i < 2; ++i) {
            assertEq(clones[i].DOMAIN_SEPARATOR(), _domainHash(clones[i]));
            vm.chainId(5);
            assertEq(clones[i].DOMAIN_SEPARATOR(), _domainHash(clones[i]), "T2: follows a fork's chain id");
        }
        assertTrue(clones[0].DOMAIN_SEPARATOR() != clones[1].DOMAIN_SEPARATOR());
    }

    function test_eip712Domain_usesNeitherSaltNorExtensions() public view {
        for (uint256 i = 0; i < 2; ++i) {
            (bytes1 fields, , , , , bytes32 salt, uint256[] memory extensions) = clones[i].eip712Domain();
            assertEq(fields, bytes1(hex"0f"));
            assertEq(salt, 0);
            assertEq(extensions.length, 0);
        }
    }

    function _domainHash(ClonePermit clone) private view returns (bytes32) {
        (, string memory name, string memory version, uint256 chainId, address verifier, , ) = clone.eip712Domain();
        assertEq(name, clone.name());
        assertEq(verifier, address(clone));
        assertEq(chainId, block.chainid);
        return
            keccak256(
                abi.encode(
                    keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                    keccak256(bytes(name)),
                    keccak256(bytes(version)),
                    chainId,
                    verifier
                )
            );
    }
}
