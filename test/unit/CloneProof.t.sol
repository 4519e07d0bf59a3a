// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Vm} from "forge-std/Vm.sol";
import {CloneProof} from "../../contracts/libraries/CloneProof.sol";
import {CloneFactory} from "../mocks/CloneFactory.sol";

contract CloneProofTest is StdAssertions {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    address private constant IMPLEMENTATION = address(0x1234567890123456789012345678901234567890);

    CloneFactory private factory;

    function setUp() public {
        factory = new CloneFactory();
    }

    /* GENUINE */

    function testFuzz_isCloneOf_knowsWhatTheFactoryMade(address implementation, bytes calldata args) public {
        address clone = factory.make(implementation, args);
        assertEq(clone, _predict(implementation, args, address(factory)));
        assertTrue(_isClone(clone, implementation));
    }

    /// @dev Of any length that the code of a contract can have.
    function testFuzz_isCloneOf_knowsLongArguments(uint16 size) public {
        size = size % (24_576 - 45 + 1);
        assertTrue(_isClone(factory.make(IMPLEMENTATION, new bytes(size)), IMPLEMENTATION));
    }

    /* NOT GENUINE */

    function testFuzz_isCloneOf_refusesAnotherImplementation(address other, bytes calldata args) public {
        if (other == IMPLEMENTATION) return;
        assertFalse(_isClone(factory.make(IMPLEMENTATION, args), other));
    }

    function testFuzz_isCloneOf_refusesAnotherDeployer(bytes calldata args) public {
        CloneFactory other = new CloneFactory();
        address clone = other.make(IMPLEMENTATION, args);
        assertFalse(_isClone(clone, IMPLEMENTATION));
        assertTrue(CloneProof.isCloneOf(clone, IMPLEMENTATION, address(other)));
    }

    function testFuzz_isCloneOf_refusesAnotherSalt(bytes calldata args, bytes32 salt) public {
        if (salt == 0) return;
        assertFalse(_isClone(factory.makeSalted(IMPLEMENTATION, args, salt), IMPLEMENTATION));
    }

    function testFuzz_isCloneOf_refusesTheSameCodeElsewhere(address elsewhere, bytes calldata args) public {
        address clone = factory.make(IMPLEMENTATION, args);
        if (elsewhere == clone || uint160(elsewhere) < 0x10000 || elsewhere.code.length != 0) return;
        vm.etch(elsewhere, clone.code);
        assertFalse(_isClone(elsewhere, IMPLEMENTATION));
    }

    /// @dev Any byte of the code, be it of the prefix, the implementation or the arguments.
    function testFuzz_isCloneOf_refusesAnotherByte(bytes32 args, uint8 place, uint8 change) public {
        if (change == 0) return;
        address clone = factory.make(IMPLEMENTATION, abi.encode(args));
        bytes memory code = clone.code;
        code[place % code.length] ^= bytes1(change);
        if (code[0] == 0xef) return; // no code may begin so
        vm.etch(clone, code);
        assertFalse(_isClone(clone, IMPLEMENTATION));
    }

    function testFuzz_isCloneOf_refusesExtraBytes(bytes calldata args, bytes calldata extra) public {
        if (extra.length == 0) return;
        address clone = factory.make(IMPLEMENTATION, args);
        vm.etch(clone, bytes.concat(clone.code, extra));
        assertFalse(_isClone(clone, IMPLEMENTATION));
    }

    function testFuzz_isCloneOf_refusesCodeCutShort(bytes32 args, uint8 left) public {
        address clone = factory.make(IMPLEMENTATION, abi.encode(args));
        bytes memory code = clone.code;
        bytes memory cut = new bytes(left % code.length);
        for (uint256 i = 0; i < cut.length; ++i) cut[i] = code[i];
        vm.etch(clone, cut);
        assertFalse(_isClone(clone, IMPLEMENTATION));
    }

    function testFuzz_isCloneOf_refusesAnyCode(address account, bytes calldata code) public {
        if (uint160(account) < 0x10000 || account.code.length != 0 || code.length == 0 || code[0] == 0xef) return;
        vm.etch(account, code);
        assertFalse(_isClone(account, IMPLEMENTATION));
    }

    /// @dev Also the address at which the factory will make a clone one day.
    function testFuzz_isCloneOf_refusesAnAccountWithoutCode(address account, bytes calldata args) public view {
        assertFalse(_isClone(_predict(IMPLEMENTATION, args, address(factory)), IMPLEMENTATION));
        if (account.code.length == 0) assertFalse(_isClone(account, IMPLEMENTATION));
    }

    /// @dev An EIP-7702 account delegates to a clone; its own code is only the pointer to it.
    function test_isCloneOf_refusesADelegatedAccount() public {
        address clone = factory.make(IMPLEMENTATION, "arguments");
        address account = address(0x7702);
        vm.etch(account, abi.encodePacked(hex"ef0100", clone));
        assertFalse(_isClone(account, IMPLEMENTATION));
    }

    /* HELPERS */

    function _isClone(address account, address implementation) private view returns (bool) {
        return CloneProof.isCloneOf(account, implementation, address(factory));
    }

    function _predict(address implementation, bytes memory args, address deployer) private pure returns (address) {
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, args, 0, deployer);
    }
}
