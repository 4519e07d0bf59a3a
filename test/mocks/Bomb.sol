// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Answers every call with a megabyte, as an answer or as a reason, or burns all gas it gets.
contract Bomb {
    enum Kind {
        Answer,
        Reason,
        Gas
    }

    Kind private immutable _kind;

    constructor(Kind kind) {
        _kind = kind;
    }

    fallback() external payable {
        Kind kind = _kind;
        if (kind == Kind.Gas) while (gasleft() > 0) {}
        assembly ("memory-safe") {
            let size := 1000000
            switch kind
            case 0 {
                return(mload(0x40), size)
            }
            default {
                revert(mload(0x40), size)
            }
        }
    }
}
