// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {StdInvariant} from "forge-std/StdInvariant.sol";
import {Pair} from "../../contracts/Pair.sol";
import {PairMath} from "../../contracts/libraries/PairMath.sol";
import {PairHandler} from "./handlers/PairHandler.sol";

contract PairInvariantTest is StdAssertions, StdInvariant {
    PairHandler private handler;
    IERC20 private token;
    IERC20 private base;
    Pair private pair;

    function setUp() public {
        handler = new PairHandler();
        (address token_, address base_, address pair_) = handler.market();
        (token, base, pair) = (IERC20(token_), IERC20(base_), Pair(pair_));
        // named, because the runner does not recognize a handler whose constructor holds other contracts' code
        string[] memory interfaces = new string[](1);
        interfaces[0] = "PairHandler";
        targetInterface(FuzzInterface(address(handler), interfaces));
        targetContract(address(handler)); // and nothing else that the runner may recognize
    }

    function invariant_PAIR_1_noSwapLowersTheProduct() public view {
        assertFalse(handler.productFell(), "PAIR-1: k fell on a swap");
    }

    function invariant_PAIR_2_noStepLowersAnothersShare() public view {
        assertFalse(handler.shareFell(), "PAIR-2: the product behind a unit of liquidity fell");
    }

    function invariant_PAIR_3_theMinimumIsLocked() public view {
        assertEq(pair.balanceOf(address(0)), pair.MINIMUM_LIQUIDITY(), "PAIR-3: locked minimum");
        assertGt(pair.totalSupply(), pair.MINIMUM_LIQUIDITY(), "PAIR-3");
    }

    function invariant_PAIR_4_noCycleProfits() public view {
        assertFalse(handler.cycleProfited(), "PAIR-4: a cycle profited");
    }

    function invariant_PAIR_5_theMakerGetsAtMostItsShare() public view {
        assertFalse(handler.makerGotTooMuch(), "PAIR-5: maker fee above its share");
        (uint256 r0, uint256 r1, ) = pair.getReserves();
        uint256 root = PairMath.sqrtUp(r0 * r1);
        assertLe(pair.kLast(), root * root, "PAIR-5: kLast is a product of the past, rounded up to a square");
        assertLe(pair.totalSupply(), PairMath.sqrtDown(r0 * r1), "liquidity is at most sqrt(k)");
    }

    function invariant_reservesAreBacked() public view {
        (uint256 r0, uint256 r1, ) = pair.getReserves();
        assertGe(IERC20(pair.token0()).balanceOf(address(pair)), r0);
        assertGe(IERC20(pair.token1()).balanceOf(address(pair)), r1);
        assertTrue(r0 > 0 && r1 > 0);
    }

    function invariant_supplyIsTheSumOfBalances() public view {
        address[3] memory holders = handler.holders();
        uint256 sum = pair.balanceOf(address(0)) + pair.balanceOf(address(pair));
        for (uint256 i = 0; i < 3; ++i) sum += pair.balanceOf(holders[i]);
        assertEq(pair.totalSupply(), sum);
    }

    function invariant_averageStaysWithinThePricesThatStood() public view {
        assertFalse(handler.priceLeftItsRange(), "T11");
    }
}
