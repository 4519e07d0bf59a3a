// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IRouter
/// @notice Uniswap v2 Router02's token-to-token functions over the pairs of one DatasetFactory, and a zap. Data Tokens
/// trade with each other through ALITA. Permits come first in a multicall (`selfPermit`).
///
/// Safety: moves nobody's tokens but the caller's, keeps no balance and no state; trades only with pairs that the
/// factory created, whose addresses it computes.
/// Assumptions: the factory creates only genuine pairs.
interface IRouter {
    /* ERRORS */

    /// @notice The caller's deadline (unix seconds) has passed.
    error Expired(uint256 deadline, uint256 timestamp);

    /// @notice The factory made no pair of these tokens.
    error UnknownPair(address tokenA, address tokenB);

    /// @notice A path is two tokens, or two different Data Tokens with ALITA between them.
    error InvalidPath(address[] path);

    /// @notice The output is `have` token wei, less than the caller's bound `need`.
    error InsufficientOutput(uint256 have, uint256 need);

    /// @notice The input is `need` token wei, more than the caller's bound `max`.
    error ExcessiveInput(uint256 need, uint256 max);

    /// @notice A deposit or withdrawal moves `have` token wei of a side, less than the caller's bound `need`.
    error InsufficientAmount(address token, uint256 have, uint256 need);

    /// @notice The zap gives `have` liquidity, less than the caller's bound `need`.
    error InsufficientLiquidity(uint256 have, uint256 need);

    /// @notice A reserve holds only `have` token wei and must keep some.
    error InsufficientReserve(uint256 have, uint256 need);

    /// @notice An amount is zero, or so small that it gives nothing.
    error ZeroAmount();

    /// @notice Amounts and reserves are at most 2^88 - 1 token wei.
    error AmountTooLarge(uint256 amount, uint256 max);

    /* LIQUIDITY */

    /// @notice Adds liquidity at the reserves' ratio, at most the desired amounts and at least the minima, token wei.
    /// @param to receives the liquidity
    /// @param deadline unix seconds, the last moment the call is good
    function addLiquidity(
        address tokenA,
        address tokenB,
        uint256 amountADesired,
        uint256 amountBDesired,
        uint256 amountAMin,
        uint256 amountBMin,
        address to,
        uint256 deadline
    ) external returns (uint256 amountA, uint256 amountB, uint256 liquidity);

    /// @notice Burns the caller's liquidity for at least the minima of both tokens, token wei.
    /// @param to receives both tokens
    /// @param deadline unix seconds, the last moment the call is good
    function removeLiquidity(
        address tokenA,
        address tokenB,
        uint256 liquidity,
        uint256 amountAMin,
        uint256 amountBMin,
        address to,
        uint256 deadline
    ) external returns (uint256 amountA, uint256 amountB);

    /// @notice `removeLiquidity` with the caller's permit for the liquidity; `deadline` is the permit's, too.
    /// A permit that somebody else submitted first does no harm.
    /// @param approveMax the permit is for 2^256 - 1, otherwise for `liquidity`
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
    ) external returns (uint256 amountA, uint256 amountB);

    /// @notice Swaps a part of `amountIn` for the other token of the pair, in the pair, and adds both as liquidity.
    /// What the deposit cannot use stays with the caller.
    /// @param tokenIn what the caller pays with
    /// @param tokenOther the pair's other token
    /// @param amountIn token wei, the most that is taken
    /// @param minOut token wei of `tokenOther` that the swap must give
    /// @param minLiquidity liquidity that must come out
    /// @param to receives the liquidity
    /// @param deadline unix seconds, the last moment the call is good
    function zapIn(
        address tokenIn,
        address tokenOther,
        uint256 amountIn,
        uint256 minOut,
        uint256 minLiquidity,
        address to,
        uint256 deadline
    ) external returns (uint256 liquidity);

    /* SWAPS */

    /// @notice Sells exactly `amountIn` of path's first token for at least `amountOutMin` of its last, token wei.
    /// @param to receives the output
    /// @param deadline unix seconds, the last moment the call is good
    /// @return amounts token wei of every token on the path
    function swapExactTokensForTokens(
        uint256 amountIn,
        uint256 amountOutMin,
        address[] calldata path,
        address to,
        uint256 deadline
    ) external returns (uint256[] memory amounts);

    /// @notice Buys exactly `amountOut` of path's last token for at most `amountInMax` of its first, token wei.
    /// @param to receives the output
    /// @param deadline unix seconds, the last moment the call is good
    /// @return amounts token wei of every token on the path
    function swapTokensForExactTokens(
        uint256 amountOut,
        uint256 amountInMax,
        address[] calldata path,
        address to,
        uint256 deadline
    ) external returns (uint256[] memory amounts);

    /* VIEWS */

    /// @notice The amount of B worth `amountA` at the reserves' ratio, no fee, rounded down.
    function quote(uint256 amountA, uint256 reserveA, uint256 reserveB) external pure returns (uint256 amountB);

    /// @notice What `amountIn` buys at these reserves after the fee, rounded down.
    function getAmountOut(
        uint256 amountIn,
        uint256 reserveIn,
        uint256 reserveOut
    ) external pure returns (uint256 amountOut);

    /// @notice What `amountOut` costs at these reserves with the fee, rounded up.
    function getAmountIn(
        uint256 amountOut,
        uint256 reserveIn,
        uint256 reserveOut
    ) external pure returns (uint256 amountIn);

    /// @notice What `amountIn` of path's first token gives along the path now.
    function getAmountsOut(uint256 amountIn, address[] calldata path) external view returns (uint256[] memory amounts);

    /// @notice What `amountOut` of path's last token costs along the path now.
    function getAmountsIn(uint256 amountOut, address[] calldata path) external view returns (uint256[] memory amounts);

    /// @notice The DatasetFactory whose pairs are traded.
    function factory() external view returns (address);

    /// @notice ALITA.
    function base() external view returns (address);
}
