// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Vm} from "forge-std/Vm.sol";
import {BulletinBoard} from "../../contracts/BulletinBoard.sol";
import {IBulletinBoard} from "../../contracts/interfaces/IBulletinBoard.sol";

contract BulletinBoardTest is StdAssertions {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    address private constant CORA = address(0xC02A);
    bytes32 private constant JOB = keccak256("job");
    uint8 private constant ROSTER = 1;

    BulletinBoard private board;

    function setUp() public {
        board = new BulletinBoard();
    }

    function test_post_fixesTheRootAndSaysSo() public {
        vm.expectEmit(address(board));
        emit IBulletinBoard.Post(CORA, JOB, ROSTER, bytes32(uint256(7)));
        vm.prank(CORA);
        board.post(JOB, ROSTER, bytes32(uint256(7)));
        assertEq(board.rootOf(CORA, JOB, ROSTER), bytes32(uint256(7)));
    }

    function test_post_revertsIf_rootIsZero() public {
        vm.expectRevert(IBulletinBoard.EmptyRoot.selector);
        board.post(JOB, ROSTER, 0);
    }

    function testFuzz_post_revertsIf_postedBefore_BOARD1(bytes32 first, bytes32 second) public {
        vm.assume(first != 0 && second != 0);
        vm.startPrank(CORA);
        board.post(JOB, ROSTER, first);
        bytes memory refusal = abi.encodeWithSelector(IBulletinBoard.AlreadyPosted.selector, CORA, JOB, ROSTER, first);
        vm.expectRevert(refusal);
        board.post(JOB, ROSTER, second);
        vm.expectRevert(refusal);
        board.post(JOB, ROSTER, first);
        assertEq(board.rootOf(CORA, JOB, ROSTER), first);
    }

    function testFuzz_post_touchesNoOtherEntry(address author, bytes32 topic, uint8 stage, bytes32 root) public {
        vm.assume(root != 0 && (author != CORA || topic != JOB || stage != ROSTER));
        vm.prank(author);
        board.post(topic, stage, root);
        assertEq(board.rootOf(CORA, JOB, ROSTER), 0, "the stranger wrote under its own name alone");
        vm.prank(CORA);
        board.post(JOB, ROSTER, keccak256("later"));
        assertEq(board.rootOf(author, topic, stage), root, "BOARD-1");
    }
}
