// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {DataToken} from "../../contracts/DataToken.sol";
import {PairAddress} from "../../contracts/libraries/PairAddress.sol";
import {ShortText} from "../../contracts/libraries/ShortText.sol";
import {TokenArgs} from "../../contracts/libraries/TokenArgs.sol";

/// @notice The least a market needs: clones of the Data Token and of the Pair, and a register of pairs.
contract PairFactory {
    address public immutable base;
    address public immutable tokenImplementation;
    address public immutable pairImplementation;

    mapping(address token => mapping(address other => address)) public getPair;

    constructor(address base_, address tokenImplementation_, address pairImplementation_) {
        (base, tokenImplementation, pairImplementation) = (base_, tokenImplementation_, pairImplementation_);
    }

    /// @notice A Data Token of the caller's whose supply goes to `to`, and its empty pair.
    function launch(
        bytes32 name,
        uint256 supply,
        address to,
        uint16 makerFeeShare,
        bytes32 salt
    ) external returns (address token, address pair) {
        token = createToken(name, makerFeeShare, salt);
        address[] memory recipients = new address[](1);
        uint256[] memory amounts = new uint256[](1);
        (recipients[0], amounts[0]) = (to, supply);
        DataToken(token).initialize(recipients, amounts);
        pair = createPair(token);
    }

    /// @notice A Data Token of the caller's, not initialized.
    function createToken(bytes32 name, uint16 makerFeeShare, bytes32 salt) public returns (address) {
        string memory text = ShortText.toText(name);
        bytes memory args = TokenArgs.pack(
            address(this),
            msg.sender,
            makerFeeShare,
            keccak256("metadata"),
            text,
            "DATA"
        );
        return Clones.cloneDeterministicWithImmutableArgs(tokenImplementation, args, salt);
    }

    /// @notice The pair of `token` and ALITA.
    function createPair(address token) public returns (address pair) {
        pair = Clones.cloneDeterministicWithImmutableArgs(pairImplementation, PairAddress.argsFor(token), 0);
        (getPair[token][base], getPair[base][token]) = (pair, pair);
    }

    /// @notice Passes `initialize` on, for tests that call it out of turn.
    function initialize(address token, address[] calldata to, uint256[] calldata amounts) external {
        DataToken(token).initialize(to, amounts);
    }
}
