// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Vm} from "forge-std/Vm.sol";
import {JobMoney} from "../../contracts/libraries/JobMoney.sol";
import {SumTree} from "../../contracts/libraries/SumTree.sol";
import {Job, JobRuling, PayTerms, Payout, Settlement} from "../../contracts/types/Job.sol";
import {SumTreeDoor} from "../mocks/SumTreeDoor.sol";
import {PayoutTree} from "../reference/PayoutTree.sol";

contract SumTreeTest is StdAssertions {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    bytes32 private constant EXAMPLE_ROOT = 0x92fb46a70aa974e86149f51bc686a0e6a38baeaafdf9c45bd3ebcb3a9961881e;

    SumTreeDoor private door;

    function setUp() public {
        door = new SumTreeDoor();
    }

    /* TREE */

    function test_rootOf_givesTheExampleOfTheSpecification() public view {
        Payout[] memory leaves = _example();
        assertEq(PayoutTree.root(leaves), EXAMPLE_ROOT);
        for (uint256 i = 0; i < 3; ++i) {
            (bytes32 root, uint64 total) = door.rootOf(leaves[i], PayoutTree.proof(leaves, i));
            assertEq(root, EXAMPLE_ROOT);
            assertEq(total, 23);
        }
    }

    function testFuzz_rootOf_agreesWithTwin(uint8 count, uint8 pick, uint32[64] calldata units) public view {
        uint256 n = 1 + (count % 64);
        Payout[] memory leaves = new Payout[](n);
        uint256 sum = 0;
        for (uint32 i = 0; i < n; ++i) {
            leaves[i] = Payout(i, address(uint160(i) + 1), keccak256(abi.encode(i)), units[i]);
            sum += units[i];
        }
        (bytes32 root, uint64 total) = door.rootOf(leaves[pick % n], PayoutTree.proof(leaves, pick % n));
        assertEq(root, PayoutTree.root(leaves));
        assertEq(total, sum);
    }

    function test_rootOf_singleLeafIsItsOwnTree() public view {
        Payout[] memory leaves = new Payout[](1);
        leaves[0] = Payout(0, address(1), bytes32(uint256(2)), 3);
        (bytes32 root, uint64 total) = door.rootOf(leaves[0], "");
        assertEq(root, PayoutTree.root(leaves));
        assertEq(total, 3);
    }

    function test_rootOf_revertsIf_indexIsOutside_T21() public {
        Payout[] memory leaves = _example();
        bytes memory proof = PayoutTree.proof(leaves, 0);
        leaves[0].index = 3;
        door.rootOf(leaves[0], proof); // the last place of a tree of depth 2
        leaves[0].index = 4;
        vm.expectRevert(abi.encodeWithSelector(SumTree.IndexOutsideTree.selector, 4, 2));
        door.rootOf(leaves[0], proof);
    }

    function test_rootOf_revertsIf_proofIsLongerThanAnyTree() public {
        Payout memory leaf = _example()[0];
        door.rootOf(leaf, new bytes(32 * 40));
        vm.expectRevert(abi.encodeWithSelector(SumTree.BadProofLength.selector, 33 * 40));
        door.rootOf(leaf, new bytes(33 * 40));
    }

    function test_rootOf_revertsIf_proofIsAByteTooLongOrTooShort() public {
        Payout memory leaf = _example()[0];
        vm.expectRevert(abi.encodeWithSelector(SumTree.BadProofLength.selector, 41));
        door.rootOf(leaf, new bytes(41));
        vm.expectRevert(abi.encodeWithSelector(SumTree.BadProofLength.selector, 39));
        door.rootOf(leaf, new bytes(39));
    }

    function testFuzz_rootOf_revertsIf_proofEndsWithinASibling(uint16 length) public {
        length = length % (33 * 40);
        if (length % 40 != 0) vm.expectRevert(abi.encodeWithSelector(SumTree.BadProofLength.selector, length));
        door.rootOf(_example()[0], new bytes(length));
    }

    function test_rootOf_revertsIf_sumsOverflow_T21() public {
        Payout memory leaf = _example()[0]; // 5 units
        (, uint64 total) = door.rootOf(leaf, abi.encodePacked(bytes32(0), type(uint64).max - 5));
        assertEq(total, type(uint64).max);
        bytes memory proof = abi.encodePacked(bytes32(0), type(uint64).max - 4);
        vm.expectRevert(abi.encodeWithSelector(SumTree.SumOverflow.selector, uint256(type(uint64).max) + 1));
        door.rootOf(leaf, proof);
    }

    function test_rootOf_changesWithEveryPart_T21(uint8 part) public view {
        Payout[] memory leaves = _example();
        Payout memory leaf = leaves[1];
        bytes memory proof = PayoutTree.proof(leaves, 1);
        part = part % 84;
        if (part == 0) leaf.index = 0;
        else if (part == 1) leaf.provider = address(1);
        else if (part == 2) leaf.contribution = 0;
        else if (part == 3) leaf.units += 1;
        else proof[part - 4] ^= 0x01; // any byte of its two siblings
        (bytes32 root, ) = door.rootOf(leaf, proof);
        assertNotEq(root, EXAMPLE_ROOT);
    }

    /// @dev Moving units between leaf and sibling keeps the total but not the root.
    function test_rootOf_changesIfUnitsMoveBetweenNodes_T21() public view {
        Payout[] memory leaves = _example();
        bytes memory proof = PayoutTree.proof(leaves, 0);
        leaves[0].units += 7;
        proof[39] = bytes1(uint8(proof[39]) - 7); // the last byte of the sibling's sum
        (bytes32 root, uint64 total) = door.rootOf(leaves[0], proof);
        assertEq(total, 23);
        assertNotEq(root, EXAMPLE_ROOT);
    }

    function test_rootOf_changesIfProofIsCutOrStretched_T21() public view {
        Payout[] memory leaves = _example();
        bytes memory proof = PayoutTree.proof(leaves, 0);
        (bytes32 root, ) = door.rootOf(leaves[0], this.cut(proof));
        assertNotEq(root, EXAMPLE_ROOT);
        (root, ) = door.rootOf(leaves[0], bytes.concat(proof, new bytes(40)));
        assertNotEq(root, EXAMPLE_ROOT);
    }

    function cut(bytes calldata proof) external pure returns (bytes calldata) {
        return proof[:40];
    }

    /// @dev The hash of a leaf, of a node and of a root never meet: different first byte and different length.
    function test_rootOf_keepsDomainsApart_T21() public pure {
        Payout memory leaf = _example()[0];
        bytes memory text = abi.encodePacked(hex"00", leaf.index, leaf.provider, leaf.contribution, leaf.units);
        bytes memory node = abi.encodePacked(hex"01", bytes32(0), uint64(0), bytes32(0), uint64(0));
        bytes memory root = abi.encodePacked(hex"02", uint8(0), bytes32(0), uint64(0));
        assertEq(text.length, 65);
        assertEq(node.length, 81);
        assertEq(root.length, 42);
    }

    /* IDS */

    function testFuzz_idOf_isTheHashOfTheTermsAndTheRest(Job calldata job) public view {
        PayTerms memory terms = _terms(job);
        bytes32 expected = keccak256(abi.encode(terms));
        assertEq(door.idOf(job), expected);
        assertEq(door.idOfTerms(terms), expected);
        assertEq(door.id(job), expected);
    }

    function testFuzz_idOf_dependsOnEveryBit_T2(Job calldata job, uint8 word, uint8 bit) public view {
        bytes memory call_ = abi.encodeCall(door.idOf, (job));
        uint256 place = 4 + 32 * uint256(word % 17) + 31 - (bit / 8); // any bit of any word, dirty ones as well
        call_[place] = bytes1(uint8(call_[place]) ^ uint8(1 << (bit % 8)));
        (bool ok, bytes memory answer) = address(door).staticcall(call_);
        assertTrue(!ok || abi.decode(answer, (bytes32)) != door.idOf(job));
    }

    /// @dev The encoded job is cut after its first five words.
    function _terms(Job calldata job) private view returns (PayTerms memory) {
        bytes32 rest = keccak256(this.restOf(abi.encode(job)));
        return PayTerms(job.pool, job.token, job.openedAt, job.unitPrice, job.unitData, rest);
    }

    function restOf(bytes calldata encoded) external pure returns (bytes calldata) {
        return encoded[5 * 32:];
    }

    /* SIGNED STRUCTS */

    function testFuzz_consentHash_isThatOfTheType(bytes32 jobId, Settlement calldata s) public view {
        bytes32 kind = keccak256("Consent(bytes32 jobId,uint64 units,bytes32 resultDigest,bytes32 payoutRoot)");
        bytes32 expected = keccak256(abi.encode(kind, jobId, s.units, s.resultDigest, s.payoutRoot));
        assertEq(door.consentHash(jobId, s), expected);
    }

    function testFuzz_rulingHash_isThatOfTheType(JobRuling calldata r) public view {
        bytes32 kind = keccak256("Ruling(bytes32 jobId,uint64 units,bytes32 payoutRoot,uint40 deadline)");
        assertEq(door.rulingHash(r), keccak256(abi.encode(kind, r.jobId, r.units, r.payoutRoot, r.deadline)));
    }

    /* MONEY */

    function test_dataForUp_neverRoundsToNothing_T25() public view {
        assertEq(door.dataForUp(1, type(uint256).max), 1);
        assertEq(door.dataForUp(0, 1), 0);
        assertEq(door.dataForUp(3, 2 << 128), 2); // 1.5 rounded up
        assertEq(door.dataForUp(4, 2 << 128), 2);
    }

    function test_dataForUp_holdsTheDearestUnitAtTheSmallestPrice_T25() public view {
        assertEq(door.dataForUp(type(uint96).max, 1), uint256(type(uint96).max) << 128);
    }

    function testFuzz_dataForUp_isWorthTheBase(uint96 amount, uint256 price) public view {
        price = (1 << 64) + (price % (1 << 190)); // keeps the check below within 256 bits
        uint256 data = door.dataForUp(amount, price);
        if (data == 0) return assertEq(amount, 0);
        // (data - 1) * price < amount * 2^128 <= data * price, in 512 bits
        assertTrue(_less(data - 1, price, amount, 1 << 128), "one less is too little");
        assertFalse(_less(data, price, amount, 1 << 128), "enough");
    }

    /// @dev T24: whatever the order of claims, each leg adds up to the wei: nothing is rounded once prices are fixed.
    function testFuzz_legs_addUp_T24(
        uint96 charged,
        uint56 maxUnits,
        uint56 units,
        uint16 burnBps,
        uint64[8] calldata cuts
    ) public pure {
        maxUnits = maxUnits == 0 ? 1 : maxUnits;
        units = uint56(uint256(units) % maxUnits) + 1;
        uint256 unitBurn = JobMoney.burnDown(charged, burnBps % 5_001);
        assertLe(unitBurn * 2, charged, "at most a half is burned");
        uint256 left = units;
        uint256 paid = 0;
        for (uint256 i = 0; i < 8; ++i) {
            uint256 leaf = cuts[i] % (left + 1);
            left -= leaf;
            paid += JobMoney.amountFor(leaf, charged - unitBurn);
        }
        paid += JobMoney.amountFor(left, charged - unitBurn);
        uint256 gone = paid + JobMoney.amountFor(units, unitBurn) + JobMoney.amountFor(maxUnits - units, charged);
        assertEq(gone, JobMoney.amountFor(maxUnits, charged), "BILL-1");
    }

    /* HELPERS */

    /// @dev a * b < c * d, in 512 bits.
    function _less(uint256 a, uint256 b, uint256 c, uint256 d) private pure returns (bool) {
        (uint256 highA, uint256 lowA) = _mul(a, b);
        (uint256 highC, uint256 lowC) = _mul(c, d);
        return highA < highC || (highA == highC && lowA < lowC);
    }

    function _mul(uint256 a, uint256 b) private pure returns (uint256 high, uint256 low) {
        uint256 mm = mulmod(a, b, type(uint256).max);
        unchecked {
            low = a * b;
            high = mm - low - (mm < low ? 1 : 0);
        }
    }

    function _example() private pure returns (Payout[] memory leaves) {
        leaves = new Payout[](3);
        leaves[0] = _leaf(0, 0x1111111111111111111111111111111111111111, 0xa1, 5);
        leaves[1] = _leaf(1, 0x2222222222222222222222222222222222222222, 0xb2, 7);
        leaves[2] = _leaf(2, 0x3333333333333333333333333333333333333333, 0xc3, 11);
    }

    function _leaf(uint32 index, address provider, uint8 filler, uint64 units) private pure returns (Payout memory) {
        uint256 everyByte = type(uint256).max / 0xff; // 0x0101..01
        return Payout(index, provider, bytes32(everyByte * filler), units);
    }
}
