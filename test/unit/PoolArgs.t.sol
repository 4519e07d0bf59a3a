// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Vm} from "forge-std/Vm.sol";
import {ComputeTerms} from "../../contracts/types/ComputeTerms.sol";
import {Dataset, PoolParams} from "../../contracts/types/Dataset.sol";
import {PoolArgsDoor} from "../mocks/PoolArgsDoor.sol";

contract PoolArgsTest is StdAssertions {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant FIELDS = 22;
    address private constant ONES = address(type(uint160).max);

    PoolArgsDoor private immutable door = new PoolArgsDoor();

    function test_pack_isEightWords() public view {
        PoolParams memory p;
        assertEq(door.length(ONES, ONES, Dataset(ONES, ONES, ONES), p), 256);
    }

    function testFuzz_read_givesEveryFieldBack(address[4] calldata who, PoolParams calldata p) public {
        PoolArgsDoor clone = door.clone(who[0], who[1], Dataset(who[2], who[3], ONES), p);
        assertEq(abi.encode(clone.params()), abi.encode(p));
        _assertAccounts(clone, who);
    }

    function testFuzz_computeTerms_areThoseOfTheFields(address[4] calldata who, PoolParams calldata p) public {
        PoolArgsDoor clone = door.clone(who[0], who[1], Dataset(who[2], who[3], ONES), p);
        ComputeTerms memory expected = ComputeTerms({
            token: who[2],
            pair: who[3],
            open: p.listed,
            cohort: 0,
            minCohort: p.minCohort,
            burnBps: p.burnBps,
            unitPrice: p.unitPrice,
            epsilonPerJob: p.epsilonPerJob,
            epsilonPerPeriod: p.epsilonPerPeriod,
            privacyPeriod: p.privacyPeriod,
            attesterSet: p.attesterSet,
            arbiter: p.arbiter
        });
        assertEq(abi.encode(clone.computeTerms()), abi.encode(expected));
    }

    function test_read_keepsEachFieldApartFromTheOthers() public {
        for (uint256 field = 0; field < FIELDS; ++field) {
            PoolParams memory p = _only(field);
            PoolArgsDoor clone = door.clone(address(0), address(0), Dataset(address(0), address(0), ONES), p);
            assertEq(abi.encode(clone.params()), abi.encode(p), vm.toString(field));
            _assertAccounts(clone, [address(0), address(0), address(0), address(0)]);
        }
    }

    function test_read_keepsAccountsApartFromTheTerms() public {
        PoolParams memory none;
        PoolArgsDoor clone = door.clone(ONES, ONES, Dataset(ONES, ONES, address(0)), none);
        assertEq(abi.encode(clone.params()), abi.encode(none));
        _assertAccounts(clone, [ONES, ONES, ONES, ONES]);
    }

    /// @dev Terms of which one field is as large as its type allows; in memory each field is a word.
    function _only(uint256 field) private pure returns (PoolParams memory p) {
        uint16[22] memory bits = [
            1,
            1,
            1,
            96,
            96,
            96,
            96,
            96,
            16,
            16,
            16,
            8,
            32,
            32,
            32,
            32,
            32,
            64,
            64,
            160,
            160,
            256
        ];
        uint256 largest = type(uint256).max >> (256 - bits[field]);
        assembly ("memory-safe") {
            mstore(add(p, mul(field, 0x20)), largest)
        }
    }

    function _assertAccounts(PoolArgsDoor clone, address[4] memory who) private view {
        (address factory, address maker, address token, address pair) = clone.accounts();
        assertEq(abi.encode(factory, maker, token, pair), abi.encode(who));
    }
}
