// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MarketTest} from "../../utils/MarketTest.sol";

/// @notice Trades, joins, leaves, donates and waits in one market, and remembers what the invariants are about.
contract PairHandler is MarketTest {
    bool public productFell; // PAIR-1: on a swap
    bool public shareFell; // PAIR-2: somebody else's step lowered the product behind a unit of liquidity
    bool public cycleProfited; // PAIR-4
    bool public makerGotTooMuch; // PAIR-5
    bool public priceLeftItsRange; // the average went beyond every price that stood

    uint256 public lowestPrice = type(uint256).max; // Q128, of all that stood
    uint256 public highestPrice;

    constructor() {
        _openMarket(true);
        _join(alice, DEPTH, DEPTH);
        _notePrice();
    }

    /* STEPS */

    function swapExactIn(uint256 who, bool sellBase, uint256 amount) external {
        uint256 product = _product();
        _sell(_account(who), _token(sellBase), _within(amount, 1e6, 100e18));
        _noteSwap(product);
    }

    function swapExactOut(uint256 who, bool buyBase, uint256 amount) external {
        (uint256 data, uint256 baseReserve) = _reserves();
        amount = _within(amount, 1, (buyBase ? baseReserve : data) / 100);
        uint256 product = _product();
        address account = _account(who);
        vm.prank(account);
        pair.swapExactOut(_token(buyBase), amount, NEVER, account, NEVER);
        _noteSwap(product);
    }

    function swapLowLevel(uint256 who, bool sellBase, uint256 amount) external {
        amount = _within(amount, 1e6, 100e18);
        address account = _account(who);
        address tokenIn = _token(sellBase);
        uint256 out = pair.quoteExactIn(tokenIn, amount);
        uint256 product = _product();
        vm.startPrank(account);
        IERC20(tokenIn).transfer(address(pair), amount);
        bool firstOut = tokenIn == pair.token1();
        pair.swap(firstOut ? out : 0, firstOut ? 0 : out, account, "");
        vm.stopPrank();
        _noteSwap(product);
    }

    function join(uint256 who, uint256 data, uint256 baseAmount) external {
        bytes32 unit = _unit();
        _join(_account(who), _within(data, 1e9, 100e18), _within(baseAmount, 1e9, 100e18));
        _noteShare(unit);
    }

    function exit(uint256 who, uint256 part) external {
        address account = _account(who);
        uint256 liquidity = (pair.balanceOf(account) * _within(part, 1, 100)) / 1_000;
        if (liquidity == 0) return;
        bytes32 unit = _unit();
        _leave(account, liquidity);
        _noteShare(unit);
    }

    function donate(uint256 who, bool inBase, uint256 amount, bool sync) external {
        vm.prank(_account(who));
        IERC20(_token(inBase)).transfer(address(pair), _within(amount, 1, 1e18));
        bytes32 unit = _unit();
        if (sync) pair.sync();
        else pair.skim(bob);
        _noteShare(unit);
    }

    function collect() external {
        (uint256 product, uint256 last, uint256 supply) = (_product(), pair.kLast(), pair.totalSupply());
        uint256 liquidity = pair.collectMakerFee();
        // minted^2 / (supply + minted)^2 of the product is at most share^2 of the growth of its root
        if (product <= last) makerGotTooMuch = makerGotTooMuch || liquidity > 0;
        else _noteMakerFee(product, last, supply, liquidity);
    }

    /// @dev T12: buy, join with what was bought, leave, sell: never more than at the start.
    function cycle(bool sellBase, uint256 amount, bool zapFirst) external {
        address tokenIn = _token(sellBase);
        address tokenOut = _token(!sellBase);
        amount = _within(amount, 1e9, 50e18);
        (uint256 inBefore, uint256 outBefore) = (_holding(tokenIn), _holding(tokenOut));
        uint256 bought = _sell(bob, tokenIn, amount);
        uint256 liquidity = zapFirst ? _join(bob, bought, bought) : 0;
        if (!zapFirst) _sell(bob, tokenOut, bought);
        if (liquidity > 0) _leave(bob, liquidity);
        uint256 surplus = _holding(tokenOut) > outBefore ? _holding(tokenOut) - outBefore : 0;
        if (surplus > 1e3) _sell(bob, tokenOut, surplus);
        if (_holding(tokenIn) > inBefore && _holding(tokenOut) >= outBefore) cycleProfited = true;
        _notePrice();
    }

    function wait(uint256 time) external {
        vm.warp(vm.getBlockTimestamp() + _within(time, 1, 2 hours));
        (bool ok, bytes memory answer) = address(pair).staticcall(abi.encodeCall(pair.consult, ()));
        if (!ok) return; // too young
        uint256 price = abi.decode(answer, (uint256));
        uint256 slack = highestPrice / 1e9;
        if (price > highestPrice + slack || price + slack < lowestPrice) priceLeftItsRange = true;
    }

    /* READING */

    function market() external view returns (address token_, address base_, address pair_) {
        return (address(token), base, address(pair));
    }

    function holders() external view returns (address[3] memory) {
        return [maker, alice, bob];
    }

    function _account(uint256 who) private view returns (address) {
        return [maker, alice, bob][who % 3];
    }

    function _token(bool isBase) private view returns (address) {
        return isBase ? base : address(token);
    }

    function _holding(address erc20) private view returns (uint256) {
        return IERC20(erc20).balanceOf(bob);
    }

    /* NOTING */

    function _noteSwap(uint256 productBefore) private {
        if (_product() < productBefore) productFell = true;
        _notePrice();
    }

    /// @dev The state of a unit of liquidity: (product, supply), the supply with the maker's fee due.
    function _unit() private returns (bytes32) {
        pair.collectMakerFee();
        return bytes32((_product() << 80) / pair.totalSupply() / pair.totalSupply());
    }

    function _noteShare(bytes32 before) private {
        uint256 afterwards = (_product() << 80) / pair.totalSupply() / pair.totalSupply();
        if (afterwards + 1 < uint256(before)) shareFell = true;
        _notePrice();
    }

    function _noteMakerFee(uint256 product, uint256 last, uint256 supply, uint256 liquidity) private {
        uint256 growth = (_root(product) + 1 - _root(last)) * SHARE;
        if (liquidity * _root(product) * 10_000 > growth * (supply + liquidity)) makerGotTooMuch = true;
    }

    function _notePrice() private {
        (uint256 data, uint256 baseReserve) = _reserves();
        uint256 price = (baseReserve << 128) / data;
        if (price < lowestPrice) lowestPrice = price;
        if (price > highestPrice) highestPrice = price;
    }

    function _root(uint256 x) private pure returns (uint256 y) {
        y = 2 ** 90; // above every root here
        while (y * y > x) y = (y + x / y) / 2;
    }
}
