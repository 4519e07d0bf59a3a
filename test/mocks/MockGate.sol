// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IContributorGate} from "../../contracts/interfaces/IContributorGate.sol";

/// @notice Lets in whom it was told, pool by pool.
contract MockGate is IContributorGate {
    mapping(address provider => mapping(address pool => bool)) public isEligible;

    function admit(address provider, address pool) external {
        isEligible[provider][pool] = true;
    }
}
