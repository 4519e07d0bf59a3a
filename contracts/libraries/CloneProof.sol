// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title CloneProof
/// @notice Whether an account is what a factory made, seen from the account's own code: a CREATE2 address is the hash
/// of the code that was deployed there. It spares asking the factory, which costs a call and a word of storage.
/// @dev For OpenZeppelin's Clones.cloneDeterministicWithImmutableArgs with salt 0. What is deployed there is
///
///   61 | length of the code (2) | 3d81600a3d39f3 | the code, which is
///        363d3d373d3d3d363d73 | implementation (20) | 5af43d82803e903d91602b57fd5bf3 | arguments
///
/// All of the code as it is now goes into the hash, so nothing in it can differ from what the factory wrote.
library CloneProof {
    uint256 private constant INIT_SIZE = 10; // bytes before the code
    uint256 private constant IMPLEMENTATION_AT = 10; // in the code

    /// @notice True if `factory` made `account`, with any arguments, as a clone of `implementation`.
    function isCloneOf(address account, address implementation, address factory) internal view returns (bool genuine) {
        assembly ("memory-safe") {
            let init := mload(0x40) // behind the free memory pointer, given back at once
            let code := add(init, INIT_SIZE)
            let size := extcodesize(account)
            mstore(init, or(shl(248, 0x61), or(shl(232, and(size, 0xffff)), shl(176, 0x3d81600a3d39f3))))
            extcodecopy(account, code, 0, size)
            let clones := eq(shr(96, mload(add(code, IMPLEMENTATION_AT))), implementation)
            let initHash := keccak256(init, add(INIT_SIZE, size))

            mstore(init, or(shl(248, 0xff), shl(88, factory)))
            mstore(add(init, 21), 0) // salt
            mstore(add(init, 53), initHash)
            let made := shr(96, shl(96, keccak256(init, 85)))
            genuine := and(clones, eq(made, account))
        }
    }
}
