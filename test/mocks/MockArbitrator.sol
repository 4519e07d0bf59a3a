// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbitrable} from "../../contracts/interfaces/IArbitrable.sol";

/// @notice An ERC-792 arbitrator with a price, that rules when told to.
contract MockArbitrator {
    uint256 public cost = 0.1 ether;
    uint256 public nextDispute = 1;
    uint256 public choices;
    bytes public extraData;
    bool public rulesAtOnce;

    error WrongCost(uint256 sent, uint256 cost);

    function setNextDispute(uint256 id) external {
        nextDispute = id;
    }

    function setRulesAtOnce(bool value) external {
        rulesAtOnce = value;
    }

    function arbitrationCost(bytes calldata) external view returns (uint256) {
        return cost;
    }

    function createDispute(uint256 choices_, bytes calldata extraData_) external payable returns (uint256 id) {
        require(msg.value == cost, WrongCost(msg.value, cost));
        (choices, extraData) = (choices_, extraData_);
        id = nextDispute++;
        if (rulesAtOnce) IArbitrable(msg.sender).rule(id, 2);
    }

    function rule(IArbitrable arbitrable, uint256 id, uint256 ruling) external {
        arbitrable.rule(id, ruling);
    }
}
