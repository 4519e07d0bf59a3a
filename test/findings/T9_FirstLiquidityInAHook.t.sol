// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Alita} from "../../contracts/Alita.sol";
import {IPair} from "../../contracts/interfaces/IPair.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {System} from "../fixtures/System.sol";
import {Reentrant} from "../mocks/Reentrant.sol";
import {TestToken} from "../mocks/TestToken.sol";

/// @dev T9: the supply was minted before ALITA was taken. Under an ALITA that calls its sender, whoever was called could
/// open the pair with what lay in it and keep the first liquidity unlocked. Now there is nothing to open it with.
contract FirstLiquidityInAHookTest is System {
    function test_createDataset_leavesNoLiquidityToACallback() public {
        _deploySystem();
        TestToken coin = new TestToken("ALITA");
        coin.mint(maker, FUNDS);
        alita = Alita(address(coin));
        factory = _newFactory(address(coin));
        DatasetParams memory p = _params();
        p.pool.rewardInBase = true;

        Reentrant thief = new Reentrant();
        thief.arm(factory.predict(maker, p).pair, abi.encodeCall(IPair.mint, (address(this))));
        coin.setHook(address(thief));
        _launch(p);

        assertTrue(thief.tried());
        assertTrue(thief.answer() != bytes4(0), "the pair could not be opened");
        assertEq(pair.balanceOf(address(factory)), Math.sqrt(100_000e18 * 50_000e18) - 1_000);
    }

    function setUp() public override {}
}
