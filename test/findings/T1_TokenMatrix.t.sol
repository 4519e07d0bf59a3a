// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Life} from "../fixtures/Life.sol";
import {Intruder} from "../mocks/Intruder.sol";
import {OddToken} from "../mocks/OddToken.sol";

/// @notice T1: the whole life of a dataset in every kind of settlement token that works, with rewards in the Data Token
/// and in the settlement token. Everybody is paid to the wei and nothing is left behind.
contract T1TokenMatrixTest is Life {
    /* DECIMALS */

    function test_T1_noDecimals() public {
        _liveIn(new OddToken(0));
    }

    function test_T1_6Decimals() public {
        _liveIn(new OddToken(6));
    }

    function test_T1_8Decimals() public {
        _liveIn(new OddToken(8));
    }

    function test_T1_18Decimals() public {
        _liveIn(new OddToken(18));
    }

    function test_T1_24Decimals() public {
        _liveIn(new OddToken(24));
    }

    /* MANNERS */

    function test_T1_noReturnValue() public {
        _settleIn(new OddToken(6));
        coin.setSilent();
        _liveTwice();
    }

    function test_T1_revertsOnZero() public {
        OddToken odd = new OddToken(18);
        odd.setRefusesZero();
        _liveIn(odd);
    }

    function test_T1_maxMeansAll() public {
        OddToken odd = new OddToken(18);
        odd.setTakesMaxForAll();
        _liveIn(odd);
    }

    /// @dev Whenever anybody's tokens move, all doors of the pair, the pool, the billing and the registry are tried.
    function test_T1_hooksOfEverybody() public {
        _settleIn(new OddToken(18));
        Intruder intruder = new Intruder();
        _birth(true);
        _show(intruder);
        address[6] memory all = [maker, alice, bob, carol, coordinator, attesters.attesters[0]];
        for (uint256 i = 0; i < all.length; ++i) coin.setHook(all[i], address(intruder));

        _liveExactly();
        assertGt(intruder.tried(), 100, "the hooks were called");
        assertEq(intruder.opened(), 0, "a door was open in the middle of a transfer");
    }

    /// @dev What moves tokens or prices. The intruder itself has no right to anything.
    function _show(Intruder intruder) private {
        address[2] memory doors = [address(pair), address(pool)];
        intruder.show(doors[0], abi.encodeCall(pair.burn, (address(intruder))));
        intruder.show(doors[0], abi.encodeCall(pair.mint, (address(intruder))));
        intruder.show(doors[0], abi.encodeCall(pair.swap, (1, 0, address(intruder), "")));
        intruder.show(doors[0], abi.encodeCall(pair.removeLiquidity, (1, 0, 0, address(intruder), NEVER)));
        intruder.show(doors[1], abi.encodeCall(pool.withdraw, ()));
        intruder.show(doors[1], abi.encodeCall(pool.claimRevenue, ()));
        intruder.show(doors[1], abi.encodeCall(pool.close, ()));
        intruder.show(doors[1], abi.encodeCall(pool.stake, (1)));
        intruder.show(address(registry), abi.encodeCall(registry.withdraw, ()));
        intruder.show(address(factory), abi.encodeCall(factory.release, (address(token))));
        intruder.show(address(billing), abi.encodeCall(billing.rule, (1, 1)));
    }

    /* STORY */

    function _liveIn(OddToken odd) private {
        _settleIn(odd);
        _liveTwice();
    }

    function _liveTwice() private {
        for (uint256 i = 0; i < 2; ++i) {
            _birth(i == 1);
            _liveExactly();
            for (uint256 j = 0; j < 3; ++j) _bondAgain(j);
        }
    }

    /// @dev What each person gets at the end is what the books said before.
    function _liveExactly() private {
        _live();
        uint256 wages = uint256(job.maxUnits / 2) * job.unitPrice;
        uint256 owed = wages + pool.revenueOf(alice);
        if (pool.rewardToken() == address(coin)) owed += pool.positionOf(alice).staked;
        uint256 unused = uint256(job.maxUnits - job.maxUnits / 2) * job.unitPrice;

        (uint256 alices, uint256 carols) = (coin.balanceOf(alice), coin.balanceOf(carol));
        uint256 coordinators = coin.balanceOf(coordinator);
        _everybodyLeaves();
        assertEq(coin.balanceOf(alice), alices + owed, "the provider's wages, revenue and stake");
        assertEq(coin.balanceOf(carol), carols + unused, "the consumer's unused part");
        assertEq(coin.balanceOf(coordinator), coordinators + unit, "the coordinator's fee");
        _assertNothingIsLeft();
    }

    function _bondAgain(uint256 i) private {
        vm.startPrank(attesters.attesters[i]);
        coin.approve(address(registry), BOND);
        registry.register(BOND);
        vm.stopPrank();
    }
}
