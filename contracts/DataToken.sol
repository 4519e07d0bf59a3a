// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {IDataToken} from "./interfaces/IDataToken.sol";
import {ClonePermit} from "./libraries/ClonePermit.sol";
import {ContentAddress} from "./libraries/ContentAddress.sol";
import {TokenArgs} from "./libraries/TokenArgs.sol";

/// @title DataToken
/// @notice A dataset's token. Deployed once; every dataset has a clone with its `TokenArgs`.
/// @dev On the implementation itself the arguments are pieces of its code: no known account is its factory or maker.
contract DataToken is IDataToken, ERC20Burnable, ClonePermit {
    uint256 private constant MAX_SUPPLY = type(uint88).max; // token wei: a pair's reserve is 88 bits

    /* STORAGE */

    bytes32[] private _published; // metadata digests from version 2 on
    bool private _burnedOut; // the last token wei was burned

    /* CONSTRUCTOR */

    constructor() ERC20("", "") {}

    /* SUPPLY */

    /// @inheritdoc IDataToken
    function initialize(address[] calldata to, uint256[] calldata amounts) external {
        require(msg.sender == factory(), OnlyFactory(msg.sender, factory()));
        require(totalSupply() == 0 && !_burnedOut, AlreadyInitialized());
        require(to.length == amounts.length, LengthMismatch(to.length, amounts.length));
        for (uint256 i = 0; i < to.length; ++i) if (amounts[i] > 0) _mint(to[i], amounts[i]);
        uint256 supply = totalSupply();
        require(supply > 0 && supply <= MAX_SUPPLY, InvalidSupply(supply, MAX_SUPPLY));
    }

    /// @inheritdoc IDataToken
    function burn(uint256 value) public override(IDataToken, ERC20Burnable) {
        super.burn(value);
    }

    /// @inheritdoc IDataToken
    function burnFrom(address account, uint256 value) public override(IDataToken, ERC20Burnable) {
        super.burnFrom(account, value);
    }

    /// @dev A launched token has a supply or the mark of having burned it all, so it cannot be initialized again.
    /// Whoever burns the last wei pays for the mark; a launch does not.
    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (to == address(0) && value > 0 && totalSupply() == 0) _burnedOut = true;
    }

    /* ALLOWANCES */

    /// @inheritdoc ClonePermit
    function _setAllowance(address owner, address spender, uint256 value) internal override {
        _approve(owner, spender, value);
    }

    /* METADATA */

    /// @inheritdoc IDataToken
    function publishMetadata(bytes32 digest) external returns (uint256 version) {
        require(msg.sender == maker(), OnlyMaker(msg.sender, maker()));
        _published.push(digest);
        version = metadataVersion();
        emit MetadataPublished(version, digest);
        emit ContractURIUpdated();
    }

    /// @inheritdoc IDataToken
    function metadataAt(uint256 version) public view returns (bytes32) {
        uint256 latest = metadataVersion();
        require(version > 0 && version <= latest, UnknownVersion(version, latest));
        return version == 1 ? TokenArgs.metadata(address(this)) : _published[version - 2];
    }

    /// @inheritdoc IDataToken
    function metadataVersion() public view returns (uint256) {
        return _published.length + 1;
    }

    /// @inheritdoc IDataToken
    function contractURI() external view returns (string memory) {
        return ContentAddress.uri(metadataAt(metadataVersion()));
    }

    /* IDENTITY */

    /// @inheritdoc IDataToken
    function factory() public view returns (address) {
        return TokenArgs.factory(address(this));
    }

    /// @inheritdoc IDataToken
    function maker() public view returns (address) {
        return TokenArgs.maker(address(this));
    }

    /// @inheritdoc IERC20Metadata
    function name() public view override(ERC20, IERC20Metadata, ClonePermit) returns (string memory) {
        return TokenArgs.name(address(this));
    }

    /// @inheritdoc IERC20Metadata
    function symbol() public view override(ERC20, IERC20Metadata) returns (string memory) {
        return TokenArgs.symbol(address(this));
    }
}
