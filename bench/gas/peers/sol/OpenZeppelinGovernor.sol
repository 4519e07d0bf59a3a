// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

/// @title OpenZeppelinGovernor
/// @notice The smallest Governor that OpenZeppelin's parts make, and the parameter that its votes change.
contract OpenZeppelinGovernor is Governor, GovernorCountingSimple, GovernorVotes {
    uint256 public parameter = 1;

    constructor(IVotes token) Governor("Governor") GovernorVotes(token) {}

    function setParameter(uint256 value) external onlyGovernance {
        parameter = value;
    }

    function votingDelay() public pure override returns (uint256) {
        return 0;
    }

    function votingPeriod() public pure override returns (uint256) {
        return 5;
    }

    function quorum(uint256) public pure override returns (uint256) {
        return 1;
    }
}
