// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IBulletinBoard} from "./interfaces/IBulletinBoard.sol";

/// @title BulletinBoard
/// @notice What an author told everybody about a round, fixed once.
contract BulletinBoard is IBulletinBoard {
    /* STORAGE */

    /// @inheritdoc IBulletinBoard
    mapping(address author => mapping(bytes32 topic => mapping(uint8 stage => bytes32))) public rootOf;

    /* POSTING */

    /// @inheritdoc IBulletinBoard
    function post(bytes32 topic, uint8 stage, bytes32 root) external {
        require(root != 0, EmptyRoot());
        bytes32 before = rootOf[msg.sender][topic][stage];
        require(before == 0, AlreadyPosted(msg.sender, topic, stage, before)); // BOARD-1

        rootOf[msg.sender][topic][stage] = root;
        emit Post(msg.sender, topic, stage, root);
    }
}
