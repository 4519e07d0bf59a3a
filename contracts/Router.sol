// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {IDatasetFactory} from "./interfaces/IDatasetFactory.sol";
import {IPair} from "./interfaces/IPair.sol";
import {IRouter} from "./interfaces/IRouter.sol";
import {PairAddress} from "./libraries/PairAddress.sol";
import {PairMath} from "./libraries/PairMath.sol";
import {SelfPermit} from "./libraries/SelfPermit.sol";
import {MAX_RESERVE} from "./types/PairState.sol";

/// @title Router
/// @notice Uniswap v2's token-to-token functions over Datawell's pairs. Without state, owner or balance.
contract Router is IRouter, Multicall, SelfPermit {
    using SafeERC20 for IERC20;

    uint256 private constant LONGEST_PATH = 3; // every pair has ALITA, so a longer path would meet one of them twice

    /* IMMUTABLES */

    /// @inheritdoc IRouter
    address public immutable factory;

    /// @inheritdoc IRouter
    address public immutable base;

    address private immutable PAIR; // what the factory's pairs are clones of

    /* CONSTRUCTOR */

    constructor(address factory_) {
        factory = factory_;
        base = IDatasetFactory(factory_).base();
        PAIR = IDatasetFactory(factory_).pairImplementation();
    }

    /* LIQUIDITY */

    /// @inheritdoc IRouter
    function addLiquidity(
        address tokenA,
        address tokenB,
        uint256 amountADesired,
        uint256 amountBDesired,
        uint256 amountAMin,
        uint256 amountBMin,
        address to,
        uint256 deadline
    ) external returns (uint256 amountA, uint256 amountB, uint256 liquidity) {
        _checkDeadline(deadline);
        address pair = _pairOf(tokenA, tokenB);
        (amountA, amountB) = _fit(pair, tokenA, tokenB, amountADesired, amountBDesired);
        require(amountA >= amountAMin, InsufficientAmount(tokenA, amountA, amountAMin));
        require(amountB >= amountBMin, InsufficientAmount(tokenB, amountB, amountBMin));
        IERC20(tokenA).safeTransferFrom(msg.sender, pair, amountA);
        IERC20(tokenB).safeTransferFrom(msg.sender, pair, amountB);
        liquidity = IPair(pair).mint(to);
    }

    /// @inheritdoc IRouter
    function removeLiquidity(
        address tokenA,
        address tokenB,
        uint256 liquidity,
        uint256 amountAMin,
        uint256 amountBMin,
        address to,
        uint256 deadline
    ) public returns (uint256 amountA, uint256 amountB) {
        _checkDeadline(deadline);
        address pair = _pairOf(tokenA, tokenB);
        IERC20(pair).safeTransferFrom(msg.sender, pair, liquidity);
        (uint256 amount0, uint256 amount1) = IPair(pair).burn(to);
        (amountA, amountB) = tokenA < tokenB ? (amount0, amount1) : (amount1, amount0);
        require(amountA >= amountAMin, InsufficientAmount(tokenA, amountA, amountAMin));
        require(amountB >= amountBMin, InsufficientAmount(tokenB, amountB, amountBMin));
    }

    /// @inheritdoc IRouter
    function removeLiquidityWithPermit(
        address tokenA,
        address tokenB,
        uint256 liquidity,
        uint256 amountAMin,
        uint256 amountBMin,
        address to,
        uint256 deadline,
        bool approveMax,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 amountA, uint256 amountB) {
        _permitLiquidity(_pairOf(tokenA, tokenB), liquidity, deadline, approveMax, v, r, s);
        return removeLiquidity(tokenA, tokenB, liquidity, amountAMin, amountBMin, to, deadline);
    }

    /// @inheritdoc IRouter
    function zapIn(
        address tokenIn,
        address tokenOther,
        uint256 amountIn,
        uint256 minOut,
        uint256 minLiquidity,
        address to,
        uint256 deadline
    ) external returns (uint256 liquidity) {
        _checkDeadline(deadline);
        _checkAmount(amountIn);
        address pair = _pairOf(tokenIn, tokenOther);
        (uint256 swapped, uint256 bought) = _swapForZap(pair, tokenIn, tokenOther, amountIn);
        require(bought >= minOut, InsufficientOutput(bought, minOut));
        _depositZap(pair, tokenIn, tokenOther, amountIn - swapped, bought);
        liquidity = IPair(pair).mint(to);
        require(liquidity >= minLiquidity, InsufficientLiquidity(liquidity, minLiquidity));
    }

    /// @dev The permit's signature covers `approveMax`'s or the exact value; the liquidity is all that must be allowed.
    function _permitLiquidity(
        address pair,
        uint256 liquidity,
        uint256 deadline,
        bool approveMax,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) private {
        uint256 value = approveMax ? type(uint256).max : liquidity;
        _tryPermit(pair, value, deadline, v, r, s);
        _checkAllowance(pair, liquidity);
    }

    /// @dev The largest deposit at the reserves' ratio within both desired amounts; all of it into an empty pair.
    function _fit(
        address pair,
        address tokenA,
        address tokenB,
        uint256 desiredA,
        uint256 desiredB
    ) private view returns (uint256 amountA, uint256 amountB) {
        (uint256 reserveA, uint256 reserveB) = _reservesOf(pair, tokenA, tokenB);
        if (reserveA == 0) return (desiredA, desiredB);
        amountB = quote(desiredA, reserveA, reserveB);
        if (amountB <= desiredB) return (desiredA, amountB);
        return (quote(desiredB, reserveB, reserveA), desiredB);
    }

    /// @dev Sells the part of `amountIn` after which the rest and the output have the new reserves' ratio.
    function _swapForZap(
        address pair,
        address tokenIn,
        address tokenOther,
        uint256 amountIn
    ) private returns (uint256 swapped, uint256 bought) {
        (uint256 reserveIn, uint256 reserveOut) = _reservesOf(pair, tokenIn, tokenOther);
        swapped = PairMath.zapSwapDown(amountIn, reserveIn);
        bought = getAmountOut(swapped, reserveIn, reserveOut);
        IERC20(tokenIn).safeTransferFrom(msg.sender, pair, swapped);
        _swapPair(pair, tokenIn, tokenOther, bought, address(this));
    }

    /// @dev Sends what was bought, and of the caller's rest what goes with it.
    function _depositZap(address pair, address tokenIn, address tokenOther, uint256 rest, uint256 bought) private {
        (uint256 reserveIn, uint256 reserveOther) = _reservesOf(pair, tokenIn, tokenOther);
        uint256 matching = PairMath.quoteUp(bought, reserveOther, reserveIn);
        IERC20(tokenIn).safeTransferFrom(msg.sender, pair, matching < rest ? matching : rest);
        IERC20(tokenOther).safeTransfer(pair, bought);
    }

    /* SWAPS */

    /// @inheritdoc IRouter
    function swapExactTokensForTokens(
        uint256 amountIn,
        uint256 amountOutMin,
        address[] calldata path,
        address to,
        uint256 deadline
    ) external returns (uint256[] memory amounts) {
        _checkDeadline(deadline);
        address[] memory pairs = _pairsOf(path);
        amounts = _amountsOut(amountIn, path, pairs);
        uint256 amountOut = amounts[amounts.length - 1];
        require(amountOut >= amountOutMin, InsufficientOutput(amountOut, amountOutMin));
        _swapAlong(amounts, path, pairs, to);
    }

    /// @inheritdoc IRouter
    function swapTokensForExactTokens(
        uint256 amountOut,
        uint256 amountInMax,
        address[] calldata path,
        address to,
        uint256 deadline
    ) external returns (uint256[] memory amounts) {
        _checkDeadline(deadline);
        address[] memory pairs = _pairsOf(path);
        amounts = _amountsIn(amountOut, path, pairs);
        require(amounts[0] <= amountInMax, ExcessiveInput(amounts[0], amountInMax));
        _swapAlong(amounts, path, pairs, to);
    }

    /// @dev Pays the first pair; each pair pays the next one, the last one `to`.
    function _swapAlong(uint256[] memory amounts, address[] calldata path, address[] memory pairs, address to) private {
        IERC20(path[0]).safeTransferFrom(msg.sender, pairs[0], amounts[0]);
        for (uint256 i = 0; i < pairs.length; ++i) {
            address receiver = i + 1 < pairs.length ? pairs[i + 1] : to;
            _swapPair(pairs[i], path[i], path[i + 1], amounts[i + 1], receiver);
        }
    }

    function _swapPair(address pair, address tokenIn, address tokenOut, uint256 amountOut, address to) private {
        (uint256 amount0Out, uint256 amount1Out) = tokenIn < tokenOut
            ? (uint256(0), amountOut)
            : (amountOut, uint256(0));
        IPair(pair).swap(amount0Out, amount1Out, to, "");
    }

    /* VIEWS */

    /// @inheritdoc IRouter
    function quote(uint256 amountA, uint256 reserveA, uint256 reserveB) public pure returns (uint256 amountB) {
        _checkAmount(amountA);
        _checkReserves(reserveA, reserveB);
        return PairMath.quoteDown(amountA, reserveA, reserveB);
    }

    /// @inheritdoc IRouter
    function getAmountOut(
        uint256 amountIn,
        uint256 reserveIn,
        uint256 reserveOut
    ) public pure returns (uint256 amountOut) {
        _checkAmount(amountIn);
        _checkReserves(reserveIn, reserveOut);
        return PairMath.amountOutDown(amountIn, reserveIn, reserveOut);
    }

    /// @inheritdoc IRouter
    function getAmountIn(
        uint256 amountOut,
        uint256 reserveIn,
        uint256 reserveOut
    ) public pure returns (uint256 amountIn) {
        _checkAmount(amountOut);
        _checkReserves(reserveIn, reserveOut);
        require(amountOut < reserveOut, InsufficientReserve(reserveOut, amountOut));
        return PairMath.amountInUp(amountOut, reserveIn, reserveOut);
    }

    /// @inheritdoc IRouter
    function getAmountsOut(uint256 amountIn, address[] calldata path) external view returns (uint256[] memory) {
        return _amountsOut(amountIn, path, _pairsOf(path));
    }

    /// @inheritdoc IRouter
    function getAmountsIn(uint256 amountOut, address[] calldata path) external view returns (uint256[] memory) {
        return _amountsIn(amountOut, path, _pairsOf(path));
    }

    function _amountsOut(
        uint256 amountIn,
        address[] calldata path,
        address[] memory pairs
    ) private view returns (uint256[] memory amounts) {
        amounts = new uint256[](path.length);
        amounts[0] = amountIn;
        for (uint256 i = 0; i < pairs.length; ++i) {
            (uint256 reserveIn, uint256 reserveOut) = _reservesOf(pairs[i], path[i], path[i + 1]);
            amounts[i + 1] = getAmountOut(amounts[i], reserveIn, reserveOut);
        }
    }

    function _amountsIn(
        uint256 amountOut,
        address[] calldata path,
        address[] memory pairs
    ) private view returns (uint256[] memory amounts) {
        amounts = new uint256[](path.length);
        amounts[pairs.length] = amountOut;
        for (uint256 i = pairs.length; i > 0; --i) {
            (uint256 reserveIn, uint256 reserveOut) = _reservesOf(pairs[i - 1], path[i - 1], path[i]);
            amounts[i - 1] = getAmountIn(amounts[i], reserveIn, reserveOut);
        }
    }

    /* PAIRS */

    /// @dev The pairs along a path. Only ALITA can stand between two pairs, and never the same one twice.
    function _pairsOf(address[] calldata path) private view returns (address[] memory pairs) {
        require(path.length >= 2 && path.length <= LONGEST_PATH, InvalidPath(path));
        if (path.length == LONGEST_PATH) require(path[1] == base && path[0] != path[2], InvalidPath(path));
        pairs = new address[](path.length - 1);
        for (uint256 i = 0; i < pairs.length; ++i) pairs[i] = _pairOf(path[i], path[i + 1]);
    }

    /// @dev Only the factory can have put code at the address of a pair, whatever the token is.
    function _pairOf(address tokenA, address tokenB) private view returns (address pair) {
        require(tokenA == base || tokenB == base, UnknownPair(tokenA, tokenB));
        pair = PairAddress.pairFor(factory, PAIR, tokenA == base ? tokenB : tokenA);
        require(pair.code.length > 0, UnknownPair(tokenA, tokenB));
    }

    function _reservesOf(address pair, address tokenA, address tokenB) private view returns (uint256, uint256) {
        (uint256 reserve0, uint256 reserve1, ) = IPair(pair).getReserves();
        return tokenA < tokenB ? (reserve0, reserve1) : (reserve1, reserve0);
    }

    /* CHECKS */

    function _checkDeadline(uint256 deadline) private view {
        require(block.timestamp <= deadline, Expired(deadline, block.timestamp));
    }

    function _checkAmount(uint256 amount) private pure {
        require(amount > 0, ZeroAmount());
        require(amount <= MAX_RESERVE, AmountTooLarge(amount, MAX_RESERVE));
    }

    /// @dev With amounts this small no product in PairMath overflows.
    function _checkReserves(uint256 reserveA, uint256 reserveB) private pure {
        require(reserveA > 0 && reserveB > 0, InsufficientReserve(0, 1));
        require(reserveA <= MAX_RESERVE, AmountTooLarge(reserveA, MAX_RESERVE));
        require(reserveB <= MAX_RESERVE, AmountTooLarge(reserveB, MAX_RESERVE));
    }
}
