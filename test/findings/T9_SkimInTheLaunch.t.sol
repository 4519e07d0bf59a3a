// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Alita} from "../../contracts/Alita.sol";
import {Pair} from "../../contracts/Pair.sol";
import {Dataset, DatasetParams} from "../../contracts/types/Dataset.sol";
import {System} from "../fixtures/System.sol";
import {TestToken} from "../mocks/TestToken.sol";

/// @notice T9: the first liquidity was paid before an allocation in ALITA, and what lies in a pair without reserves is
/// anybody's to skim. Under an ALITA that calls out, whoever was called in between could take the maker's ALITA and
/// leave a trifle, and the launch went through. Now nothing comes between the payment's check and the first mint.
contract T9SkimInTheLaunchTest is System {
    function setUp() public override {}

    function testFuzz_T9_nobodySkimsTheFirstLiquidity(uint8 moment) public {
        _deploySystem();
        TestToken coin = new TestToken("ALITA");
        coin.mint(maker, FUNDS);
        alita = Alita(address(coin));
        factory = _newFactory(address(coin));
        DatasetParams memory p = _params();
        p.pool.rewardInBase = true;
        Dataset memory d = factory.predict(maker, p);
        Skimmer thief = new Skimmer(coin, Pair(d.pair), 1 + (moment % 3));
        coin.setHook(address(thief));

        vm.startPrank(maker);
        coin.approve(address(factory), type(uint256).max);
        try factory.createDataset(p, _noPermit()) {
            assertEq(coin.balanceOf(d.pair), p.liquidityBase, "the pair has all of it");
        } catch {
            assertEq(coin.balanceOf(maker), FUNDS, "nothing happened");
        }
        assertEq(coin.balanceOf(address(thief)), 0);
    }
}

/// @dev Skims a pair at the nth movement of tokens and leaves enough behind for a first liquidity.
contract Skimmer {
    TestToken private immutable _coin;
    Pair private immutable _pair;
    uint256 private immutable _moment;
    uint256 private _told;
    bool private _inside;

    constructor(TestToken coin, Pair pair, uint256 moment) {
        (_coin, _pair, _moment) = (coin, pair, moment);
    }

    function onMove() external {
        if (_inside || ++_told != _moment) return;
        _inside = true;
        _pair.skim(address(this));
        uint256 taken = _coin.balanceOf(address(this));
        if (taken > 1e12) _coin.transfer(address(_pair), 1e12);
        _inside = false;
    }
}
