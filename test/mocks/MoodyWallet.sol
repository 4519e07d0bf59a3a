// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice A contract account whose answers to "did you sign this?" are as strange as they come.
contract MoodyWallet is IERC1271 {
    enum Mood {
        Yes,
        No,
        Reverts,
        Bombs, // answers a megabyte
        Short, // answers four bytes instead of a word
        BurnsGas
    }

    Mood public mood;

    function setMood(Mood mood_) external {
        mood = mood_;
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        Mood now_ = mood;
        if (now_ == Mood.Yes) return IERC1271.isValidSignature.selector;
        if (now_ == Mood.No) return 0xffffffff;
        require(now_ != Mood.Reverts, "no answer");
        if (now_ == Mood.BurnsGas) while (gasleft() > 0) {}
        bytes4 yes = IERC1271.isValidSignature.selector;
        uint256 size = now_ == Mood.Short ? 4 : 1_000_000;
        assembly ("memory-safe") {
            let answer := mload(0x40)
            mstore(answer, yes)
            if gt(size, 4) {
                mstore(answer, not(0))
            }
            return(answer, size)
        }
    }

    function execute(address target, bytes calldata data) external returns (bytes memory) {
        (bool ok, bytes memory answer) = target.call(data);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(answer, 0x20), mload(answer)) // pass the reason on
            }
        }
        return answer;
    }
}
