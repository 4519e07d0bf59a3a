// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IBulletinBoard
/// @notice Where the author of a round of computation fixes, for everybody to see and once for all, what it tells the
/// devices: first the root of who takes part, then the root of whose answer arrived. Who shows one device another list
/// than the rest is found out by comparing with the board.
///
/// A topic is a job's id, a stage the step of its round; the board knows the meaning of neither. Everybody writes under
/// its own address only, so a reader asks for the entry of the author it trusts, such as a job's coordinator.
///
/// Safety: BOARD-1 an entry never changes. Nobody writes under another's address. The board holds no tokens.
/// Liveness: nobody can keep an author from writing.
interface IBulletinBoard {
    /// @notice `author` fixed `root` for a stage of a topic.
    event Post(address indexed author, bytes32 indexed topic, uint8 indexed stage, bytes32 root);

    /// @notice The author has fixed this stage before; `root` is what stands.
    error AlreadyPosted(address author, bytes32 topic, uint8 stage, bytes32 root);
    /// @notice Zero is what an empty entry reads as.
    error EmptyRoot();

    /// @notice Fix `root` for a stage of a topic under the caller's address; possible once.
    function post(bytes32 topic, uint8 stage, bytes32 root) external;

    /// @notice What `author` fixed, 0: nothing yet.
    function rootOf(address author, bytes32 topic, uint8 stage) external view returns (bytes32);
}
