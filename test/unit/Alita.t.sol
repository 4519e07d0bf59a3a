// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Alita} from "../../contracts/Alita.sol";

contract AlitaTest is StdAssertions {
    function test_constructor_givesTheWholeSupplyToTheHolder() public {
        address holder = address(0xB0B);
        Alita alita = new Alita(holder);
        assertEq(alita.totalSupply(), 1_000_000_000e18);
        assertEq(alita.balanceOf(holder), alita.SUPPLY());
        assertEq(alita.balanceOf(address(this)), 0, "the deployer gets nothing");
    }
}
