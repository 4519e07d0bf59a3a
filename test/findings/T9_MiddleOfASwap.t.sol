// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ComputeTerms} from "../../contracts/types/ComputeTerms.sol";
import {JobRequest} from "../../contracts/types/Job.sol";
import {Compute} from "../fixtures/Compute.sol";
import {FlashBorrower} from "../mocks/FlashBorrower.sol";

/// @notice T9: in the middle of a flash swap the pair has given nearly everything away. Whatever reads a price or a
/// pool's terms then reads what was true before, and nothing that needs the pair itself goes through.
contract T9MiddleOfASwapTest is Compute {
    FlashBorrower private borrower;

    function setUp() public override {
        super.setUp();
        _contribute(alice, 9_000);
        _deployBilling();
        _skip(2 hours);
        borrower = new FlashBorrower();
        alita.transfer(address(borrower), 1_000_000e18);
        vm.startPrank(address(borrower));
        alita.approve(address(billing), type(uint256).max);
        alita.approve(address(pair), type(uint256).max);
        token.approve(address(billing), type(uint256).max);
        pair.swapExactIn(address(alita), 1_000e18, 0, address(borrower), NEVER);
        vm.stopPrank();
        _skip(2 hours);
    }

    function test_T9_aJobOpenedInTheMiddleCostsWhatItCostBefore() public {
        JobRequest memory r = _request();
        (uint256 baseAmount, uint256 dataAmount, ) = billing.quote(address(pool), r.maxUnits, r.coordinatorFee);
        uint256 spot = _spot();
        _flash(address(billing), abi.encodeCall(billing.openJob, (r)));
        assertTrue(borrower.succeeded(), string(borrower.result()));
        assertEq(alita.balanceOf(address(billing)), baseAmount);
        assertEq(token.balanceOf(address(billing)), dataAmount);
        assertGt(_spot(), spot, "the loan's fee stays");
    }

    function test_T9_aJobThatBuysInTheMiddleIsRefused() public {
        _flash(address(billing), abi.encodeCall(billing.openJobWithBase, (_request())));
        assertFalse(borrower.succeeded());
        assertEq(bytes4(borrower.result()), ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
    }

    function test_T9_theAverageDoesNotSeeTheMiddle() public {
        uint256 before = pair.consult();
        _flash(address(pair), abi.encodeCall(pair.consult, ()));
        assertEq(abi.decode(borrower.result(), (uint256)), before);
    }

    function test_T9_aPoolsTermsDoNotSeeTheMiddle() public {
        ComputeTerms memory before = pool.computeTerms();
        _flash(address(pool), abi.encodeCall(pool.computeTerms, ()));
        assertEq(keccak256(borrower.result()), keccak256(abi.encode(before)));
    }

    /// @dev Borrows nine tenths of the pair's ALITA and makes one call with it.
    function _flash(address target, bytes memory data) private {
        uint256 amount = (alita.balanceOf(address(pair)) * 9) / 10;
        borrower.prepare(address(alita), amount + amount / 300, target, data);
        bool first = pair.token0() == address(alita);
        pair.swap(first ? amount : 0, first ? 0 : amount, address(borrower), "flash");
    }

    function _spot() private view returns (uint256) {
        return (alita.balanceOf(address(pair)) * 1e18) / token.balanceOf(address(pair));
    }
}
