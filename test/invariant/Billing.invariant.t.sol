// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {StdInvariant} from "forge-std/StdInvariant.sol";
import {BillingHandler} from "./handlers/BillingHandler.sol";

/// @notice Any story of jobs keeps BILL-1 to BILL-6.
contract BillingInvariants is StdAssertions, StdInvariant {
    BillingHandler private handler;

    function setUp() public {
        handler = new BillingHandler();
        // named, because the runner does not recognize a handler whose constructor holds other contracts' code
        string[] memory interfaces = new string[](1);
        interfaces[0] = "BillingSteps";
        targetInterface(FuzzInterface(address(handler), interfaces));
        targetContract(address(handler)); // and nothing else that the runner may recognize
    }

    function invariant_escrowIsExactlyWhatIsOwed() public view {
        (uint256 base, uint256 data) = handler.held();
        assertEq(base, handler.baseOwed(), "BILL-1: ALITA held = escrowed - paid - refunded");
        assertEq(data, handler.dataOwed(), "BILL-1: Data Token held = escrowed - paid - burned - refunded");
    }

    function invariant_noJobPaysMoreThanItHolds() public view {
        for (uint256 i = 0; i < handler.jobCount(); ++i) {
            (uint256 baseEscrow, uint256 dataEscrow, uint256 base, uint256 data, uint256 units) = handler.books(i);
            assertLe(base, baseEscrow, "BILL-1");
            assertLe(data, dataEscrow, "BILL-1");
            (uint256 charged, uint256 taken) = handler.unitsOf(i);
            assertLe(taken, charged, "BILL-5");
            assertEq(taken, units, "BILL-5");
        }
    }

    function invariant_boundsHold() public view {
        assertEq(handler.boundBreaks(), 0, "BILL-2");
        assertEq(handler.leafMismatches(), 0, "BILL-3");
        assertEq(handler.budgetBreaks(), 0, "BILL-6");
    }

    /// @dev After every story: time alone ends every job, to the wei.
    function afterInvariant() public {
        (uint256 base, uint256 data) = handler.finish();
        assertEq(base, 0, "BILL-4, BILL-1");
        assertEq(data, 0, "BILL-4, BILL-1");
    }
}
