// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {StdInvariant} from "forge-std/StdInvariant.sol";
import {IAttesterRegistry} from "../../contracts/interfaces/IAttesterRegistry.sol";
import {Bond} from "../../contracts/types/Bond.sol";
import {RegistryHandler} from "./handlers/RegistryHandler.sol";

/// @notice Any story of bonds keeps REG-1: a bond leaves only by unbonding or proven equivocation.
contract RegistryInvariantTest is StdAssertions, StdInvariant {
    RegistryHandler private handler;
    IERC20 private alita;
    IAttesterRegistry private registry;

    function setUp() public {
        handler = new RegistryHandler();
        (address token, address registry_) = handler.contracts();
        (alita, registry) = (IERC20(token), IAttesterRegistry(registry_));
        // named, because the runner does not recognize a handler whose constructor holds other contracts' code
        string[] memory interfaces = new string[](1);
        interfaces[0] = "RegistryHandler";
        targetInterface(FuzzInterface(address(handler), interfaces));
        targetContract(address(handler)); // and nothing else that the runner may recognize
    }

    function invariant_REG_1_everyBondIsWhatItsAttesterMadeIt() public view {
        for (uint256 i = 0; i < handler.ATTESTERS(); ++i) {
            address attester = handler.attesterAt(i);
            Bond memory bond = registry.bondOf(attester);
            (uint256 amount, uint256 leavesAt, bool barred) = handler.books(attester);
            assertEq(bond.amount, amount, "REG-1: bond");
            assertEq(bond.withdrawableAt, leavesAt, "REG-1: moment of withdrawal");
            assertEq(bond.barred, barred, "REG-1: barred");
            assertEq(registry.isActive(attester), amount > 0 && leavesAt == 0);
            assertTrue(amount == 0 || amount >= registry.minBond(), "a bond is the least or nothing");
            assertTrue(amount == 0 || !barred, "REG-1: barred for good");
        }
    }

    function invariant_REG_1_theMoneyIsThere() public view {
        assertEq(alita.balanceOf(address(registry)), handler.held(), "REG-1: bonds and gifts are held");
        assertEq(alita.balanceOf(handler.STRANGER()), handler.rewarded(), "REG-1: half of a slashed bond, no more");
        assertEq(alita.balanceOf(handler.NOWHERE()), handler.destroyed(), "REG-1: the rest is out of circulation");
    }

    function invariant_REG_1_nothingElseMovesABond() public view {
        assertEq(handler.breach(), "", "REG-1");
    }

    /* REACH */

    /// @dev The invariants say nothing if the handler reaches nothing: a long run does every deed, and they hold after it.
    function test_handler_reachesEveryDeed() public {
        for (uint256 i = 0; i < 200; ++i) _deed(uint256(keccak256(abi.encode("deed", i))), i > 150);
        invariant_REG_1_everyBondIsWhatItsAttesterMadeIt();
        invariant_REG_1_theMoneyIsThere();
        invariant_REG_1_nothingElseMovesABond();
        string[8] memory deeds = ["register", "exit", "withdraw", "slash", "forge", "intrude", "donate", "wait"];
        for (uint256 i = 0; i < deeds.length; ++i) assertGt(handler.count(deeds[i]), 0, deeds[i]);
    }

    /// @dev A slashed attester never returns, so that proofs come late.
    function _deed(uint256 seed, bool slashes) private {
        uint256 which = seed % (slashes ? 8 : 7);
        if (which == 0) handler.register(seed >> 8, seed >> 16);
        else if (which == 1) handler.exit(seed >> 8);
        else if (which == 2) handler.withdraw(seed >> 8);
        else if (which == 3) handler.forge(seed >> 8, seed >> 16);
        else if (which == 4) handler.intrude(seed >> 8);
        else if (which == 5) handler.donate(seed >> 8);
        else if (which == 6) handler.wait(seed >> 8);
        else handler.slash(seed >> 8, uint16(seed >> 16), uint16(seed >> 32), seed >> 255 == 1);
    }
}
