// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LibBitmap} from "solady/src/utils/LibBitmap.sol";
import {MerkleProofLib} from "solady/src/utils/MerkleProofLib.sol";
import {SafeTransferLib} from "solady/src/utils/SafeTransferLib.sol";

/// @title SoladyDistributor
/// @notice Uniswap's distributor, built from Solady's parts: everybody in the tree claims an amount once.
contract SoladyDistributor {
    using LibBitmap for LibBitmap.Bitmap;

    address private immutable TOKEN;
    bytes32 private immutable ROOT;

    LibBitmap.Bitmap private _claimed;

    event Claimed(uint256 index, address account, uint256 amount);

    constructor(address token, bytes32 root) {
        (TOKEN, ROOT) = (token, root);
    }

    function claim(uint256 index, address account, uint256 amount, bytes32[] calldata proof) external {
        require(!_claimed.get(index), "claimed");
        bytes32 leaf = keccak256(abi.encodePacked(index, account, amount));
        require(MerkleProofLib.verifyCalldata(proof, ROOT, leaf), "proof");
        _claimed.set(index);
        SafeTransferLib.safeTransfer(TOKEN, account, amount);
        emit Claimed(index, account, amount);
    }
}
