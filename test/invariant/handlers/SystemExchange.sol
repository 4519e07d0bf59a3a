// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SystemSteps} from "./SystemSteps.sol";
import {SystemWorld} from "./SystemWorld.sol";

/// @notice Traders and liquidity providers.
abstract contract SystemExchange is SystemWorld, SystemSteps {
    /* TRADING */

    function sell(uint256 seed) external {
        address who = _begins(seed);
        IERC20 coin = _coin(seed);
        uint256 amount = _between(seed, 1, coin.balanceOf(who) / 10);
        uint256[] memory before = _holdings();
        vm.prank(who);
        pair.swapExactIn(address(coin), amount, 0, who, NEVER);
        _did("sell", before, who);
    }

    function buyExactly(uint256 seed) external {
        address who = _begins(seed);
        IERC20 coin = _coin(seed);
        uint256 amount = _between(seed, 1, coin.balanceOf(address(pair)) / 10);
        uint256[] memory before = _holdings();
        vm.prank(who);
        pair.swapExactOut(address(coin), amount, type(uint256).max, who, NEVER);
        _did("buyExactly", before, who);
    }

    /// @dev From one dataset to the other.
    function sellThroughRouter(uint256 seed) external {
        address who = _begins(seed);
        address[] memory path = new address[](3);
        (path[0], path[1], path[2]) = (address(token), address(alita), address(markets[1 - market].token));
        uint256 amount = _between(seed, 1, token.balanceOf(who) / 10);
        uint256[] memory before = _holdings();
        vm.prank(who);
        router.swapExactTokensForTokens(amount, 0, path, who, NEVER);
        _did("sellThroughRouter", before, who);
    }

    /// @dev Pays first and asks for what that buys, as v2's routers do.
    function swapAsV2(uint256 seed) external {
        address who = _begins(seed);
        IERC20 coin = _coin(seed);
        uint256 amount = _between(seed, 1, coin.balanceOf(who) / 10);
        uint256 bought = pair.quoteExactIn(address(coin), amount);
        bool firstIn = address(coin) == pair.token0();
        uint256[] memory before = _holdings();
        vm.prank(who);
        coin.transfer(address(pair), amount);
        vm.prank(who);
        pair.swap(firstIn ? 0 : bought, firstIn ? bought : 0, who, "");
        _did("swapAsV2", before, who);
    }

    /// @dev A person's money pays the fee of a flash loan.
    function flash(uint256 seed) external {
        address who = _begins(seed);
        IERC20 coin = _coin(seed);
        uint256 amount = _between(seed, 1, coin.balanceOf(who) / 10);
        uint256 fee = amount / 300 + 1;
        (uint256 out0, uint256 out1) = address(coin) == pair.token0() ? (amount, uint256(0)) : (uint256(0), amount);
        borrower.prepare(address(coin), amount + fee, address(0), "");
        uint256[] memory before = _holdings();
        vm.prank(who);
        coin.transfer(address(borrower), fee);
        vm.prank(who);
        pair.swap(out0, out1, address(borrower), "flash");
        _did("flash", before, who);
    }

    /* LIQUIDITY */

    function addLiquidity(uint256 seed) external {
        address who = _begins(seed);
        uint256 data = _between(seed, 1, token.balanceOf(who) / 4);
        uint256[] memory before = _holdings();
        vm.prank(who);
        pair.addLiquidity(data, FUNDS / 4, 0, 0, who, NEVER);
        _did("addLiquidity", before, who);
    }

    function removeLiquidity(uint256 seed) external {
        address who = _begins(seed);
        uint256 liquidity = _between(seed, 1, pair.balanceOf(who));
        uint256[] memory before = _holdings();
        vm.prank(who);
        pair.removeLiquidity(liquidity, 0, 0, who, NEVER);
        _did("removeLiquidity", before, who);
    }

    function zapIn(uint256 seed) external {
        address who = _begins(seed);
        IERC20 coin = _coin(seed);
        IERC20 other = _coin(seed + 1);
        uint256 amount = _between(seed, 1, coin.balanceOf(who) / 10);
        uint256[] memory before = _holdings();
        vm.prank(who);
        router.zapIn(address(coin), address(other), amount, 0, 0, who, NEVER);
        _did("zapIn", before, who);
    }

    function collectMakerFee(uint256 seed) external {
        _begins(seed);
        uint256[] memory before = _holdings();
        vm.prank(prover);
        pair.collectMakerFee();
        _did("collectMakerFee", before, prover);
    }

    /// @dev Tokens without a call; the liquidity takes them in, or whoever skims.
    function donate(uint256 seed) external {
        address who = _begins(seed);
        IERC20 coin = _coin(seed);
        uint256 amount = _between(seed, 1, coin.balanceOf(who) / 1_000);
        uint256[] memory before = _holdings();
        vm.prank(who);
        coin.transfer(address(pair), amount);
        if (seed % 4 < 2) pair.sync();
        else pair.skim(prover);
        _did("donate", before, who);
    }
}
