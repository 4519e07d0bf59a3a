// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";

/// @title IContractPermit
/// @notice ERC-2612 with a second door for accounts that are contracts: the same typed data and the same nonces, the
/// signature as bytes and checked by ERC-1271 where ECDSA does not match.
interface IContractPermit is IERC20Permit, IERC5267 {
    /// @notice The signature's last second has passed.
    error ERC2612ExpiredSignature(uint256 deadline);

    /// @notice The signature is `signer`'s (0: nobody's), not `owner`'s.
    error ERC2612InvalidSigner(address signer, address owner);

    /// @notice Sets `spender`'s allowance over `owner`'s tokens to `value`, by `owner`'s signature.
    /// @param value token wei
    /// @param deadline unix seconds, the last moment the signature is good
    /// @param signature ECDSA (65 bytes), or whatever `owner` accepts through ERC-1271
    function permit(address owner, address spender, uint256 value, uint256 deadline, bytes calldata signature) external;

    /// @notice The EIP-712 type hash of a permit.
    function PERMIT_TYPEHASH() external view returns (bytes32);
}
