// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IContractPermit} from "./IContractPermit.sol";

/// @title IPair
/// @notice The market between one Data Token and ALITA: constant product, 0.30 % fee, and the ABI and events of Uniswap
/// v2's pair except for its two price accumulators, which `consult` replaces, and for `initialize`, which a clone does
/// without. Beside v2's low-level doors, which expect the input to be in the pair already, there are direct ones that
/// take it from the caller, with bounds and a deadline.
///
/// Safety: PAIR-1 the product of the reserves never falls on a swap. PAIR-2 others' joins, exits and swaps never lower
/// the value of a liquidity share. PAIR-3 inflating the first share is unprofitable. PAIR-4 no cycle of joins, swaps
/// and exits profits against honest liquidity. PAIR-5 the maker's fee is at most its share of the fees. The pair moves
/// nobody's tokens but its own and, within an allowance, the caller's.
/// Liveness: `removeLiquidity` needs nothing but the two tokens to move; a donation of any size cannot block it.
/// Assumptions: ALITA neither takes a fee on transfer nor rebases. Both are noticed where tokens come in, and refused.
interface IPair is IERC20Metadata, IContractPermit {
    /* EVENTS (Uniswap v2) */

    /// @notice `sender` added `amount0` and `amount1` token wei; the liquidity minted is in the Transfer before.
    event Mint(address indexed sender, uint256 amount0, uint256 amount1);

    /// @notice `sender` took out `amount0` and `amount1` token wei; the liquidity burned is in the Transfer before.
    event Burn(address indexed sender, uint256 amount0, uint256 amount1, address indexed to);

    /// @notice `sender` swapped; token wei in and out of each side.
    event Swap(
        address indexed sender,
        uint256 amount0In,
        uint256 amount1In,
        uint256 amount0Out,
        uint256 amount1Out,
        address indexed to
    );

    /// @notice The reserves after any change, token wei.
    event Sync(uint112 reserve0, uint112 reserve1);

    /* ERRORS */

    /// @notice The caller's deadline (unix seconds) has passed.
    error Expired(uint256 deadline, uint256 timestamp);

    /// @notice The pair trades neither this token.
    error UnknownToken(address token);

    /// @notice Output must go to an account, not to one of the pair's tokens or the pair.
    error InvalidRecipient(address to);

    /// @notice The swap gives `have` token wei, less than the caller's bound `need`.
    error InsufficientOutput(uint256 have, uint256 need);

    /// @notice The swap costs `need` token wei, more than the caller's bound `max`.
    error ExcessiveInput(uint256 need, uint256 max);

    /// @notice A swap needs an input and an output above zero.
    error ZeroAmount();

    /// @notice The pair has only `have` token wei, and a swap must leave some.
    error InsufficientLiquidity(uint256 have, uint256 need);

    /// @notice Fewer token wei arrived than a swap or deposit needs: the token takes a fee, rebases, or it was not
    /// sent.
    error InputNotReceived(address token, uint256 have, uint256 need);

    /// @notice The input does not pay for the output and the fee.
    error ProductFell();

    /// @notice A deposit would take `have` token wei of a side, less than the caller's bound `need`.
    error InsufficientDeposit(address token, uint256 have, uint256 need);

    /// @notice A withdrawal would give `have` token wei of a side, less than the caller's bound `need`.
    error InsufficientWithdrawal(address token, uint256 have, uint256 need);

    /// @notice The first deposit is worth `have` liquidity; more than the locked `minimum` is needed.
    error InsufficientFirstLiquidity(uint256 have, uint256 minimum);

    /// @notice The deposit is too small for a unit of liquidity.
    error InsufficientLiquidityMinted();

    /// @notice The liquidity is too little for a single token wei of either side.
    error InsufficientLiquidityBurned();

    /// @notice A reserve is at most 2^88 - 1 token wei: `amount` more do not fit into the `room` left.
    error ReserveOverflow(uint256 amount, uint256 room);

    /// @notice The pair is `age` seconds old and has a price from `needed` on.
    error OracleTooYoung(uint256 age, uint256 needed);

    /* DIRECT DOORS */

    /// @notice Sells exactly `amountIn` of the caller's `tokenIn` for at least `minOut` of the other token.
    /// @param amountIn token wei
    /// @param minOut token wei
    /// @param to receives the output
    /// @param deadline unix seconds, the last moment the swap is good
    /// @return amountOut token wei sent to `to`
    function swapExactIn(
        address tokenIn,
        uint256 amountIn,
        uint256 minOut,
        address to,
        uint256 deadline
    ) external returns (uint256 amountOut);

    /// @notice Buys exactly `amountOut` of `tokenOut` for at most `maxIn` of the caller's other token.
    /// @param amountOut token wei
    /// @param maxIn token wei
    /// @param to receives the output
    /// @param deadline unix seconds, the last moment the swap is good
    /// @return amountIn token wei taken from the caller
    function swapExactOut(
        address tokenOut,
        uint256 amountOut,
        uint256 maxIn,
        address to,
        uint256 deadline
    ) external returns (uint256 amountIn);

    /// @notice Adds the caller's tokens at the reserves' ratio, at most the desired amounts and at least the minima.
    /// The first deposit sets the ratio.
    /// @param dataDesired Data Token wei
    /// @param baseDesired ALITA wei
    /// @param dataMin Data Token wei
    /// @param baseMin ALITA wei
    /// @param to receives the liquidity
    /// @param deadline unix seconds, the last moment the deposit is good
    function addLiquidity(
        uint256 dataDesired,
        uint256 baseDesired,
        uint256 dataMin,
        uint256 baseMin,
        address to,
        uint256 deadline
    ) external returns (uint256 dataAmount, uint256 baseAmount, uint256 liquidity);

    /// @notice Burns `liquidity` of the caller's (no allowance needed) for its part of both reserves.
    /// @param dataMin Data Token wei
    /// @param baseMin ALITA wei
    /// @param to receives both tokens
    /// @param deadline unix seconds, the last moment the withdrawal is good
    function removeLiquidity(
        uint256 liquidity,
        uint256 dataMin,
        uint256 baseMin,
        address to,
        uint256 deadline
    ) external returns (uint256 dataAmount, uint256 baseAmount);

    /// @notice What `swapExactIn` would give now, token wei.
    function quoteExactIn(address tokenIn, uint256 amountIn) external view returns (uint256 amountOut);

    /// @notice What `swapExactOut` would cost now, token wei.
    function quoteExactOut(address tokenOut, uint256 amountOut) external view returns (uint256 amountIn);

    /* LOW-LEVEL DOORS (Uniswap v2) */

    /// @notice Mints liquidity to `to` for the tokens that were sent to the pair before, in the same transaction.
    function mint(address to) external returns (uint256 liquidity);

    /// @notice Burns the liquidity that was sent to the pair before and sends its part of both reserves to `to`.
    function burn(address to) external returns (uint256 amount0, uint256 amount1);

    /// @notice Sends the outputs to `to`, calls `uniswapV2Call` on it if there is `data`, and then expects the input.
    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata data) external;

    /// @notice Sends what the pair holds above its reserves to `to`.
    function skim(address to) external;

    /// @notice Makes the reserves what the pair holds: takes donations in, or books a loss.
    function sync() external;

    /* MAKER FEE */

    /// @notice Mints the maker's fee share accrued so far to the maker. Anyone may call; joins and exits do it anyway.
    /// @return liquidity minted
    function collectMakerFee() external returns (uint256 liquidity);

    /// @notice Who launched the dataset and receives the fee share.
    function maker() external view returns (address);

    /// @notice The maker's part of every swap fee, bps, at most 5,000.
    function makerFeeShare() external view returns (uint256);

    /// @notice Product of the reserves up to which the maker's fee is paid, rounded up to a square; 0 if the maker has
    /// no share.
    function kLast() external view returns (uint256);

    /* ORACLE */

    /// @notice The average price, ALITA wei per Data Token wei, Q128: e to an exponential moving average of ln(price)
    /// with a time constant of one hour, up to now. Never the spot price: what happens within one second has no weight.
    function consult() external view returns (uint256 priceX128);

    /// @notice Unix seconds of the first liquidity; 0: none yet.
    function createdAt() external view returns (uint256);

    /* STATE */

    /// @notice Reserves, token wei, and unix seconds modulo 2^32 of their last change.
    function getReserves() external view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast);

    /// @notice Liquidity of the first deposit that nobody owns. It counts in the total supply, as address(0)'s balance.
    function MINIMUM_LIQUIDITY() external pure returns (uint256);

    /// @notice The Data Token.
    function token() external view returns (address);

    /// @notice ALITA.
    function base() external view returns (address);

    /// @notice The lower of the two token addresses.
    function token0() external view returns (address);

    /// @notice The higher of the two token addresses.
    function token1() external view returns (address);

    /// @notice The factory that made the pair.
    function factory() external view returns (address);
}
