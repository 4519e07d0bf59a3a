// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IContractPermit} from "../interfaces/IContractPermit.sol";

/// @title ClonePermit
/// @notice ERC-2612 for clones. OpenZeppelin's ERC20Permit fixes the domain's name in the implementation's code; here
/// it is the clone's own `name()`, and the separator is computed at every use, so it follows the chain id of a fork.
abstract contract ClonePermit is IERC20Metadata, IContractPermit {
    /// @inheritdoc IContractPermit
    bytes32 public constant PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    string private constant DOMAIN_VERSION = "1";

    /* PERMIT */

    /// @inheritdoc IERC20Permit
    mapping(address owner => uint256) public nonces;

    /// @inheritdoc IERC20Permit
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        bytes32 digest = _usePermit(owner, spender, value, deadline);
        address signer = ECDSA.recover(digest, v, r, s);
        require(signer == owner, ERC2612InvalidSigner(signer, owner));
        _setAllowance(owner, spender, value);
    }

    /// @inheritdoc IContractPermit
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        bytes calldata signature
    ) external {
        bytes32 digest = _usePermit(owner, spender, value, deadline);
        // ECDSA first: an EIP-7702 account has code and yet signs with its key. `signer` is 0 if the form is not
        // ECDSA's.
        (address signer, , ) = ECDSA.tryRecoverCalldata(digest, signature);
        require(
            signer == owner || SignatureChecker.isValidERC1271SignatureNow(owner, digest, signature),
            ERC2612InvalidSigner(signer, owner)
        );
        _setAllowance(owner, spender, value);
    }

    /// @dev Checks the deadline, consumes the owner's nonce and returns what the owner must have signed.
    function _usePermit(address owner, address spender, uint256 value, uint256 deadline) private returns (bytes32) {
        require(block.timestamp <= deadline, ERC2612ExpiredSignature(deadline));
        bytes32 structHash = keccak256(abi.encode(PERMIT_TYPEHASH, owner, spender, value, nonces[owner]++, deadline));
        return MessageHashUtils.toTypedDataHash(DOMAIN_SEPARATOR(), structHash);
    }

    /// @dev Sets and tells an allowance; refuses the zero address on either side.
    function _setAllowance(address owner, address spender, uint256 value) internal virtual;

    /* DOMAIN */

    /// @inheritdoc IERC20Metadata
    function name() public view virtual returns (string memory);

    /// @inheritdoc IERC20Permit
    // solhint-disable-next-line func-name-mixedcase
    function DOMAIN_SEPARATOR() public view returns (bytes32) {
        bytes32 nameHash = keccak256(bytes(name()));
        bytes32 versionHash = keccak256(bytes(DOMAIN_VERSION));
        return keccak256(abi.encode(DOMAIN_TYPEHASH, nameHash, versionHash, block.chainid, address(this)));
    }

    /// @inheritdoc IERC5267
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory domainName,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        )
    {
        // 0x0f: name, version, chainId and verifyingContract are used; salt is not
        return (hex"0f", name(), DOMAIN_VERSION, block.chainid, address(this), bytes32(0), new uint256[](0));
    }
}
