// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IContractPermit} from "./IContractPermit.sol";

/// @title IDataToken
/// @notice The token of one dataset: ERC-20, ERC-2612, ERC-5267 and burnable. The whole supply is minted once, at
/// creation, and can only fall; its metadata document is content addressed and its versions stay readable for ever.
interface IDataToken is IERC20Metadata, IContractPermit {
    /// @notice The maker published version `version` of the metadata document (version 1 came with the token).
    /// @param digest sha2-256 of the canonical document
    event MetadataPublished(uint256 indexed version, bytes32 digest);

    /// @notice ERC-7572: `contractURI()` changed.
    event ContractURIUpdated();

    /// @notice Only the factory that made the token may call this.
    error OnlyFactory(address caller, address factory);

    /// @notice Only the dataset's maker may call this.
    error OnlyMaker(address caller, address maker);

    /// @notice The supply was minted before.
    error AlreadyInitialized();

    /// @notice One amount is needed for each recipient.
    error LengthMismatch(uint256 recipients, uint256 amounts);

    /// @notice The supply must be 1 .. `max` token wei.
    error InvalidSupply(uint256 supply, uint256 max);

    /// @notice Metadata versions run from 1 to `latest`.
    error UnknownVersion(uint256 version, uint256 latest);

    /// @notice Mints the whole supply. Only the factory, once for ever, even if everything was burned since.
    /// @param to recipients
    /// @param amounts token wei for each of them; the sum is the supply, below 2^88
    function initialize(address[] calldata to, uint256[] calldata amounts) external;

    /// @notice Destroys `value` token wei of the caller's.
    function burn(uint256 value) external;

    /// @notice Destroys `value` token wei of `account`'s out of the caller's allowance.
    function burnFrom(address account, uint256 value) external;

    /// @notice Makes `digest` the newest version of the metadata document. Only the maker.
    /// @param digest sha2-256 of the canonical document
    /// @return version its number
    function publishMetadata(bytes32 digest) external returns (uint256 version);

    /// @notice sha2-256 of version `version` of the metadata document; versions run from 1.
    function metadataAt(uint256 version) external view returns (bytes32 digest);

    /// @notice Number of the newest metadata version.
    function metadataVersion() external view returns (uint256);

    /// @notice ERC-7572: where the newest metadata document is found, "ipfs://" with a CIDv1.
    function contractURI() external view returns (string memory);

    /// @notice The factory that made the token.
    function factory() external view returns (address);

    /// @notice Who launched the dataset and may publish metadata.
    function maker() external view returns (address);
}
