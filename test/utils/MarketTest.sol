// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Vm} from "forge-std/Vm.sol";
import {Alita} from "../../contracts/Alita.sol";
import {DataToken} from "../../contracts/DataToken.sol";
import {Pair} from "../../contracts/Pair.sol";
import {PairFactory} from "../mocks/PairFactory.sol";
import {Deploy} from "./Deploy.sol";

/// @notice A market to test against: ALITA, a Data Token and their pair, in both orders of the addresses, and accounts
/// that hold plenty of both and have approved the pair.
abstract contract MarketTest is StdAssertions {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256 internal constant SUPPLY = 1_000_000e18; // Data Token wei
    uint256 internal constant DEPTH = 10_000e18; // token wei of either side in a seeded pair
    uint256 internal constant FUNDS = 100_000e18; // token wei of either kind that an account gets
    uint16 internal constant SHARE = 1_667; // bps
    uint256 internal constant NEVER = type(uint256).max; // a deadline

    address internal maker = vm.addr(0xA11CE);
    address internal alice = vm.addr(0xA1);
    address internal bob = vm.addr(0xB0);

    address internal base;
    PairFactory internal factory;
    DataToken internal token;
    Pair internal pair;

    /* MARKETS */

    /// @dev A market on our own ALITA with liquidity of the maker's.
    function _openMarket(bool dataFirst) internal {
        _launch(address(Deploy.alita(address(this))), dataFirst, SHARE);
        _fund(maker, FUNDS);
        _fund(alice, FUNDS);
        _fund(bob, FUNDS);
        _join(maker, DEPTH, DEPTH);
    }

    /// @dev An empty market on any settlement token; this contract holds the whole supply.
    function _launch(address base_, bool dataFirst, uint16 share) internal {
        base = base_;
        factory = new PairFactory(base_, address(Deploy.dataToken()), address(Deploy.pair(base_)));
        vm.startPrank(maker);
        for (uint256 salt = 0; salt < 64; ++salt) {
            address candidate = factory.createToken("Weather", share, bytes32(salt));
            if (candidate < base_ == dataFirst) {
                token = DataToken(candidate);
                break;
            }
        }
        pair = Pair(factory.createPair(address(token)));
        vm.stopPrank();
        (address[] memory to, uint256[] memory amounts) = _one(address(this), SUPPLY);
        factory.initialize(address(token), to, amounts);
    }

    /// @dev Gives tokens of this contract's and has the account approve the pair.
    function _fund(address account, uint256 amount) internal {
        IERC20(base).transfer(account, amount);
        token.transfer(account, amount);
        vm.startPrank(account);
        IERC20(base).approve(address(pair), type(uint256).max);
        token.approve(address(pair), type(uint256).max);
        vm.stopPrank();
    }

    /* STEPS */

    function _join(address account, uint256 data, uint256 baseAmount) internal returns (uint256 liquidity) {
        vm.prank(account);
        (, , liquidity) = pair.addLiquidity(data, baseAmount, 0, 0, account, NEVER);
    }

    function _leave(address account, uint256 liquidity) internal returns (uint256 data, uint256 baseAmount) {
        vm.prank(account);
        return pair.removeLiquidity(liquidity, 0, 0, account, NEVER);
    }

    function _sell(address account, address tokenIn, uint256 amount) internal returns (uint256) {
        vm.prank(account);
        return pair.swapExactIn(tokenIn, amount, 0, account, NEVER);
    }

    /* READING */

    /// @dev (reserve of the Data Token, reserve of ALITA)
    function _reserves() internal view returns (uint256 data, uint256 baseReserve) {
        (uint256 r0, uint256 r1, ) = pair.getReserves();
        return address(token) < base ? (r0, r1) : (r1, r0);
    }

    function _product() internal view returns (uint256) {
        (uint256 r0, uint256 r1, ) = pair.getReserves();
        return r0 * r1;
    }

    /// @dev Everything a failed call must leave as it was.
    function _snapshotOf(address account) internal view returns (bytes32) {
        (uint256 r0, uint256 r1, uint256 time) = pair.getReserves();
        uint256 supply = pair.totalSupply();
        bytes memory market = abi.encode(r0, r1, time, supply, pair.kLast(), pair.balanceOf(maker));
        return keccak256(abi.encode(market, _holdings(account), _holdings(address(pair))));
    }

    function _holdings(address account) private view returns (bytes memory) {
        return abi.encode(token.balanceOf(account), IERC20(base).balanceOf(account), pair.balanceOf(account));
    }

    function _one(address to, uint256 amount) internal pure returns (address[] memory tos, uint256[] memory amounts) {
        (tos, amounts) = (new address[](1), new uint256[](1));
        (tos[0], amounts[0]) = (to, amount);
    }

    /// @dev Maps a fuzzed number into lowest .. highest.
    function _within(uint256 x, uint256 lowest, uint256 highest) internal pure returns (uint256) {
        return lowest + (x % (highest - lowest + 1));
    }
}
