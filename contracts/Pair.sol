// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IPair} from "./interfaces/IPair.sol";
import {IUniswapV2Callee} from "./interfaces/IUniswapV2Callee.sol";
import {CloneArgs} from "./libraries/CloneArgs.sol";
import {LiquidityToken} from "./libraries/LiquidityToken.sol";
import {PairMath} from "./libraries/PairMath.sol";
import {PriceOracle} from "./libraries/PriceOracle.sol";
import {SelfPermit} from "./libraries/SelfPermit.sol";
import {TokenArgs} from "./libraries/TokenArgs.sol";
import {PairState, toPairState, MAX_RESERVE} from "./types/PairState.sol";

/// @title Pair
/// @notice The market of one dataset. Deployed once; every dataset has a clone whose one argument is the Data Token (20
/// bytes). Who made the dataset, and for which share of the fees, stands in the token's own arguments.
/// @dev On the implementation itself the arguments are pieces of its code: its token has no code, so nothing can be
/// added.
contract Pair is IPair, LiquidityToken, Multicall, SelfPermit, ReentrancyGuardTransient {
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    uint256 private constant TOKEN = 0; // offset of the clone's argument

    /// @inheritdoc IPair
    uint256 public constant MINIMUM_LIQUIDITY = 1_000;

    /* IMMUTABLES */

    /// @inheritdoc IPair
    address public immutable base;

    /* STORAGE */

    struct Liquidity {
        uint128 supply; // the locked minimum included
        uint88 rootLast; // square root, rounded up, of the product up to which the maker is paid; 0: it has no share
        uint40 createdAt; // unix seconds; 0: no liquidity yet
    }

    PairState private _state; // all that a swap changes
    Liquidity private _liquidity; // all else that a join or exit changes, one word as well

    /* CONSTRUCTOR */

    constructor(address base_) {
        base = base_;
    }

    /* DIRECT SWAPS */

    /// @inheritdoc IPair
    function swapExactIn(
        address tokenIn,
        uint256 amountIn,
        uint256 minOut,
        address to,
        uint256 deadline
    ) external nonReentrant returns (uint256 amountOut) {
        _checkDeadline(deadline);
        PairState state = _state;
        (bool zeroIn, address tokenOut) = _directionOf(tokenIn);
        amountOut = _amountOut(state, zeroIn, amountIn);
        require(amountOut >= minOut, InsufficientOutput(amountOut, minOut));
        _trade(state, zeroIn, tokenIn, tokenOut, amountIn, amountOut, to);
    }

    /// @inheritdoc IPair
    function swapExactOut(
        address tokenOut,
        uint256 amountOut,
        uint256 maxIn,
        address to,
        uint256 deadline
    ) external nonReentrant returns (uint256 amountIn) {
        _checkDeadline(deadline);
        PairState state = _state;
        (bool zeroOut, address tokenIn) = _directionOf(tokenOut);
        amountIn = _amountIn(state, !zeroOut, amountOut);
        require(amountIn <= maxIn, ExcessiveInput(amountIn, maxIn));
        _trade(state, !zeroOut, tokenIn, tokenOut, amountIn, amountOut, to);
    }

    /// @inheritdoc IPair
    function quoteExactIn(address tokenIn, uint256 amountIn) external view returns (uint256) {
        (bool zeroIn, ) = _directionOf(tokenIn);
        return _amountOut(_state, zeroIn, amountIn);
    }

    /// @inheritdoc IPair
    function quoteExactOut(address tokenOut, uint256 amountOut) external view returns (uint256) {
        (bool zeroOut, ) = _directionOf(tokenOut);
        return _amountIn(_state, !zeroOut, amountOut);
    }

    /// @dev Everything is written before the tokens move, so a token with hooks meets the pair in its final state.
    function _trade(
        PairState state,
        bool zeroIn,
        address tokenIn,
        address tokenOut,
        uint256 amountIn,
        uint256 amountOut,
        address to
    ) private {
        _checkRecipient(to, tokenIn, tokenOut);
        (uint256 reserveIn, uint256 reserveOut) = _ordered(state, zeroIn);
        int48 average =
            tokenIn == base ? _averageNow(state, reserveIn, reserveOut) : _averageNow(state, reserveOut, reserveIn);
        uint256 nextOut;
        unchecked {
            reserveIn += amountIn; // fits into 88 bits: checked when the amounts were computed
            nextOut = reserveOut - amountOut; // amountOut < reserveOut by the formulas
        }
        if (zeroIn) {
            _writeState(reserveIn, nextOut, average);
            emit Swap(msg.sender, amountIn, 0, 0, amountOut, to);
        } else {
            _writeState(nextOut, reserveIn, average);
            emit Swap(msg.sender, 0, amountIn, amountOut, 0, to);
        }
        _pull(tokenIn, amountIn, reserveIn);
        IERC20(tokenOut).safeTransfer(to, amountOut);
    }

    function _amountOut(PairState state, bool zeroIn, uint256 amountIn) private pure returns (uint256 amountOut) {
        (uint256 reserveIn, uint256 reserveOut) = _ordered(state, zeroIn);
        _checkRoom(amountIn, reserveIn);
        require(amountIn > 0, ZeroAmount());
        require(reserveIn > 0, InsufficientLiquidity(0, 1));
        amountOut = PairMath.amountOutDown(amountIn, reserveIn, reserveOut);
        require(amountOut > 0, ZeroAmount());
    }

    function _amountIn(PairState state, bool zeroIn, uint256 amountOut) private pure returns (uint256 amountIn) {
        (uint256 reserveIn, uint256 reserveOut) = _ordered(state, zeroIn);
        require(amountOut > 0, ZeroAmount());
        require(amountOut < reserveOut, InsufficientLiquidity(reserveOut, amountOut));
        amountIn = PairMath.amountInUp(amountOut, reserveIn, reserveOut);
        _checkRoom(amountIn, reserveIn);
    }

    /* DIRECT LIQUIDITY */

    /// @inheritdoc IPair
    function addLiquidity(
        uint256 dataDesired,
        uint256 baseDesired,
        uint256 dataMin,
        uint256 baseMin,
        address to,
        uint256 deadline
    ) external nonReentrant returns (uint256 dataAmount, uint256 baseAmount, uint256 liquidity) {
        _checkDeadline(deadline);
        PairState state = _state;
        address data = token();
        (uint256 reserveData, uint256 reserveBase) = _ordered(state, data < base);
        (dataAmount, baseAmount) = _fit(dataDesired, baseDesired, reserveData, reserveBase);
        require(dataAmount >= dataMin, InsufficientDeposit(data, dataAmount, dataMin));
        require(baseAmount >= baseMin, InsufficientDeposit(base, baseAmount, baseMin));
        liquidity = _join(state, data, dataAmount, baseAmount, to);
        IERC20(data).safeTransferFrom(msg.sender, address(this), dataAmount);
        _pull(base, baseAmount, reserveBase + baseAmount);
    }

    /// @inheritdoc IPair
    function removeLiquidity(
        uint256 liquidity,
        uint256 dataMin,
        uint256 baseMin,
        address to,
        uint256 deadline
    ) external nonReentrant returns (uint256 dataAmount, uint256 baseAmount) {
        _checkDeadline(deadline);
        address data = token();
        (dataAmount, baseAmount) = _exit(data, msg.sender, liquidity, to);
        require(dataAmount >= dataMin, InsufficientWithdrawal(data, dataAmount, dataMin));
        require(baseAmount >= baseMin, InsufficientWithdrawal(base, baseAmount, baseMin));
    }

    /// @dev The largest deposit at the reserves' ratio within both desired amounts; all of it into an empty pair.
    function _fit(
        uint256 dataDesired,
        uint256 baseDesired,
        uint256 reserveData,
        uint256 reserveBase
    ) private pure returns (uint256 dataAmount, uint256 baseAmount) {
        _checkRoom(dataDesired, reserveData);
        _checkRoom(baseDesired, reserveBase);
        if (reserveData == 0) return (dataDesired, baseDesired);
        baseAmount = PairMath.quoteDown(dataDesired, reserveData, reserveBase);
        if (baseAmount <= baseDesired) return (dataDesired, baseAmount);
        return (PairMath.quoteDown(baseDesired, reserveBase, reserveData), baseDesired);
    }

    /* LIQUIDITY */

    /// @dev Books a deposit whose amounts fit into the reserves and mints its liquidity.
    function _join(
        PairState state,
        address data,
        uint256 dataAmount,
        uint256 baseAmount,
        address to
    ) private returns (uint256 liquidity) {
        bool dataFirst = data < base;
        (uint256 amount0, uint256 amount1) = dataFirst ? (dataAmount, baseAmount) : (baseAmount, dataAmount);
        uint256 next0 = state.reserve0() + amount0;
        uint256 next1 = state.reserve1() + amount1;
        Liquidity memory all;
        if (state.isEmpty()) {
            all = _open(data, amount0, amount1);
            liquidity = all.supply - MINIMUM_LIQUIDITY;
            _mint(to, liquidity);
            _writeState(next0, next1, PriceOracle.lnPrice(baseAmount, dataAmount));
        } else {
            all = _payMakerFee(data, state);
            liquidity = PairMath.liquidityDown(amount0, amount1, state.reserve0(), state.reserve1(), all.supply);
            require(liquidity > 0, InsufficientLiquidityMinted());
            all.supply = (all.supply + liquidity).toUint128();
            _mint(to, liquidity);
            _setReserves(state, dataFirst, next0, next1);
        }
        _writeLiquidity(all, next0, next1);
        emit Mint(msg.sender, amount0, amount1);
    }

    /// @dev The first deposit. Its minimum liquidity is nobody's (PAIR-3), which the supply knows without a balance.
    function _open(address data, uint256 amount0, uint256 amount1) private returns (Liquidity memory all) {
        uint256 first = PairMath.firstLiquidityDown(amount0, amount1);
        require(first > MINIMUM_LIQUIDITY, InsufficientFirstLiquidity(first, MINIMUM_LIQUIDITY));
        all.supply = uint128(first); // the root of two 88-bit amounts' product: 88 bits
        all.createdAt = uint40(block.timestamp);
        // anything above 0 says that there is a share; `_writeLiquidity` sets what is to stay
        if (TokenArgs.makerFeeShare(data) > 0) all.rootLast = uint88(first);
        emit Transfer(address(0), address(0), MINIMUM_LIQUIDITY);
    }

    /// @dev Burns `owner`'s liquidity for its part of the reserves; what was donated beside them does not matter, so no
    /// donation can stand in the way of an exit.
    function _exit(
        address data,
        address owner,
        uint256 liquidity,
        address to
    ) private returns (uint256 dataAmount, uint256 baseAmount) {
        _checkRecipient(to, data, base);
        require(liquidity > 0, InsufficientLiquidityBurned());
        PairState state = _state;
        bool dataFirst = data < base;
        Liquidity memory all = _payMakerFee(data, state);
        _burn(owner, liquidity);
        uint256 amount0 = PairMath.shareDown(liquidity, state.reserve0(), all.supply);
        uint256 amount1 = PairMath.shareDown(liquidity, state.reserve1(), all.supply);
        require(amount0 > 0 || amount1 > 0, InsufficientLiquidityBurned());
        all.supply -= uint128(liquidity); // somebody's balance, so it is part of the supply
        (uint256 next0, uint256 next1) = (state.reserve0() - amount0, state.reserve1() - amount1);
        _setReserves(state, dataFirst, next0, next1);
        _writeLiquidity(all, next0, next1);
        emit Burn(msg.sender, amount0, amount1, to);
        (dataAmount, baseAmount) = dataFirst ? (amount0, amount1) : (amount1, amount0);
        _push(data, to, dataAmount);
        _push(base, to, baseAmount);
    }

    /// @dev Writes the liquidity after a step that left these reserves, to whose product the maker is now paid.
    function _writeLiquidity(Liquidity memory all, uint256 next0, uint256 next1) private {
        // the root of two 88-bit numbers' product, rounded up, has 88 bits: they are at most 2^88 - 1 themselves
        if (all.rootLast > 0) all.rootLast = uint88(PairMath.sqrtUp(next0 * next1));
        _liquidity = all;
    }

    /// @notice Liquidity in existence, the locked minimum included.
    /// @dev Never above sqrt(k), as long as no token is lost from the reserves, which only a foreign ALITA could bring
    /// about; after such a loss the 128 bits have room to spare, and what does not fit is refused.
    function totalSupply() external view returns (uint256) {
        return _liquidity.supply;
    }

    /// @notice Liquidity of `account`; address(0) has the locked minimum.
    function balanceOf(address account) public view override(LiquidityToken, IERC20) returns (uint256) {
        if (account == address(0) && !_state.isEmpty()) return MINIMUM_LIQUIDITY;
        return super.balanceOf(account);
    }

    /* LOW-LEVEL DOORS */

    /// @inheritdoc IPair
    function mint(address to) external nonReentrant returns (uint256 liquidity) {
        PairState state = _state;
        address data = token();
        (uint256 reserveData, uint256 reserveBase) = _ordered(state, data < base);
        return _join(state, data, _surplus(data, reserveData), _surplus(base, reserveBase), to);
    }

    /// @inheritdoc IPair
    function burn(address to) external nonReentrant returns (uint256 amount0, uint256 amount1) {
        address data = token();
        (uint256 dataAmount, uint256 baseAmount) = _exit(data, address(this), balanceOf(address(this)), to);
        return data < base ? (dataAmount, baseAmount) : (baseAmount, dataAmount);
    }

    /// @inheritdoc IPair
    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata data) external nonReentrant {
        PairState state = _state;
        (address first, address second) = _sorted(token());
        _checkRecipient(to, first, second);
        require(amount0Out > 0 || amount1Out > 0, ZeroAmount());
        require(amount0Out < state.reserve0(), InsufficientLiquidity(state.reserve0(), amount0Out));
        require(amount1Out < state.reserve1(), InsufficientLiquidity(state.reserve1(), amount1Out));

        _push(first, to, amount0Out);
        _push(second, to, amount1Out);
        if (data.length > 0) IUniswapV2Callee(to).uniswapV2Call(msg.sender, amount0Out, amount1Out, data);

        _settle(state, first, second, amount0Out, amount1Out, to);
    }

    /// @dev Measures what came in for the outputs already sent, and books it if it pays for them (PAIR-1).
    function _settle(
        PairState state,
        address first,
        address second,
        uint256 amount0Out,
        uint256 amount1Out,
        address to
    ) private {
        uint256 left0 = state.reserve0() - amount0Out;
        uint256 left1 = state.reserve1() - amount1Out;
        uint256 amount0In = _surplus(first, left0);
        uint256 amount1In = _surplus(second, left1);
        require(amount0In > 0 || amount1In > 0, ZeroAmount());
        uint256 next0 = left0 + amount0In;
        uint256 next1 = left1 + amount1In;
        uint256 product = state.reserve0() * state.reserve1();
        require(PairMath.keepsProduct(next0, next1, amount0In, amount1In, product), ProductFell());
        _setReserves(state, first != base, next0, next1);
        emit Swap(msg.sender, amount0In, amount1In, amount0Out, amount1Out, to);
    }

    /// @inheritdoc IPair
    function skim(address to) external nonReentrant {
        (address first, address second) = _sorted(token());
        _checkRecipient(to, first, second);
        _push(first, to, _excess(first, _state.reserve0()));
        _push(second, to, _excess(second, _state.reserve1()));
    }

    /// @inheritdoc IPair
    function sync() external nonReentrant {
        PairState state = _state;
        address data = token();
        (address first, address second) = _sorted(data);
        require(!state.isEmpty(), InsufficientLiquidity(0, 1));
        uint256 next0 = _wholeBalance(first);
        uint256 next1 = _wholeBalance(second);
        // before, because what is taken in now was no fee and must not count as growth (PAIR-5)
        Liquidity memory all = _payMakerFee(data, state);
        _setReserves(state, first != base, next0, next1);
        _writeLiquidity(all, next0, next1);
    }

    /* MAKER FEE */

    /// @inheritdoc IPair
    function collectMakerFee() external nonReentrant returns (uint256 liquidity) {
        PairState state = _state;
        uint256 before = _liquidity.supply;
        Liquidity memory all = _payMakerFee(token(), state);
        _writeLiquidity(all, state.reserve0(), state.reserve1());
        return all.supply - before;
    }

    /// @inheritdoc IPair
    function maker() public view returns (address) {
        return TokenArgs.maker(token());
    }

    /// @inheritdoc IPair
    function makerFeeShare() public view returns (uint256) {
        return TokenArgs.makerFeeShare(token());
    }

    /// @inheritdoc IPair
    function kLast() external view returns (uint256) {
        return uint256(_liquidity.rootLast) ** 2;
    }

    /// @dev Mints the maker its share of the growth since the last join or exit.
    /// @return all the liquidity with the maker's, for the caller to write after its own step
    function _payMakerFee(address data, PairState state) private returns (Liquidity memory all) {
        all = _liquidity;
        if (all.rootLast == 0) return all;
        (address maker_, uint256 share) = TokenArgs.makerTerms(data);
        uint256 root = PairMath.sqrtDown(state.reserve0() * state.reserve1());
        uint256 liquidity = PairMath.makerFeeDown(all.supply, root, all.rootLast, share);
        if (liquidity == 0) return all;
        all.supply = (all.supply + liquidity).toUint128();
        _mint(maker_, liquidity);
    }

    /* ORACLE */

    /// @inheritdoc IPair
    function consult() external view returns (uint256) {
        PairState state = _state;
        uint256 born = _liquidity.createdAt;
        uint256 age = born == 0 ? 0 : block.timestamp - born;
        require(age >= PriceOracle.MIN_AGE, OracleTooYoung(age, PriceOracle.MIN_AGE));
        (uint256 reserveData, uint256 reserveBase) = _ordered(state, token() < base);
        return PriceOracle.toPriceX128(_averageNow(state, reserveBase, reserveData));
    }

    /// @inheritdoc IPair
    function createdAt() external view returns (uint256) {
        return _liquidity.createdAt;
    }

    /// @dev The moving average up to now: the price of the reserves has stood since the last touch. The work is the
    /// same whether time passed or not, so an estimate of gas holds in the next block.
    function _averageNow(PairState state, uint256 reserveBase, uint256 reserveData) private view returns (int48) {
        uint256 elapsed;
        unchecked {
            elapsed = uint32(uint32(block.timestamp) - state.touchedAt()); // both modulo 2^32, like their difference
        }
        return PriceOracle.advance(state.lnPriceAverage(), PriceOracle.lnPrice(reserveBase, reserveData), elapsed);
    }

    /* STATE */

    /// @inheritdoc IPair
    function getReserves() external view returns (uint112, uint112, uint32) {
        PairState state = _state;
        return (uint112(state.reserve0()), uint112(state.reserve1()), state.touchedAt());
    }

    /// @inheritdoc IPair
    function token() public view returns (address) {
        return CloneArgs.addressAt(TOKEN);
    }

    /// @inheritdoc IPair
    function token0() external view returns (address first) {
        (first, ) = _sorted(token());
    }

    /// @inheritdoc IPair
    function token1() external view returns (address second) {
        (, second) = _sorted(token());
    }

    /// @inheritdoc IPair
    function factory() external view returns (address) {
        return TokenArgs.factory(token());
    }

    function _sorted(address data) private view returns (address first, address second) {
        return data < base ? (data, base) : (base, data);
    }

    /// @dev Whether `known` is token0, and the other token.
    function _directionOf(address known) private view returns (bool zero, address other) {
        address data = token();
        require(known == data || known == base, UnknownToken(known));
        other = known == data ? base : data;
        zero = known < other;
    }

    /// @dev (reserve0, reserve1) if `zeroFirst`, otherwise the other way round.
    function _ordered(PairState state, bool zeroFirst) private pure returns (uint256, uint256) {
        return zeroFirst ? (state.reserve0(), state.reserve1()) : (state.reserve1(), state.reserve0());
    }

    /// @dev Brings the average up to now and writes the new reserves, which are at most MAX_RESERVE.
    function _setReserves(PairState state, bool dataFirst, uint256 next0, uint256 next1) private {
        (uint256 reserveData, uint256 reserveBase) = _ordered(state, dataFirst);
        _writeState(next0, next1, _averageNow(state, reserveBase, reserveData));
    }

    function _writeState(uint256 next0, uint256 next1, int48 average) private {
        _state = toPairState(next0, next1, uint32(block.timestamp), average);
        emit Sync(uint112(next0), uint112(next1)); // 88 bits each
    }

    /* TOKENS */

    /// @dev Takes `amount` from the caller. Only ALITA is somebody else's code, so only there is the arrival checked.
    function _pull(address erc20, uint256 amount, uint256 reserve) private {
        IERC20(erc20).safeTransferFrom(msg.sender, address(this), amount);
        if (erc20 != base) return;
        uint256 have = IERC20(erc20).balanceOf(address(this));
        require(have >= reserve, InputNotReceived(erc20, have, reserve));
    }

    function _push(address erc20, address to, uint256 amount) private {
        if (amount > 0) IERC20(erc20).safeTransfer(to, amount);
    }

    /// @dev What the pair holds above `reserve`, which must be there itself, and must fit into a reserve with it.
    function _surplus(address erc20, uint256 reserve) private view returns (uint256 amount) {
        uint256 have = IERC20(erc20).balanceOf(address(this));
        require(have >= reserve, InputNotReceived(erc20, have, reserve));
        amount = have - reserve;
        _checkRoom(amount, reserve);
    }

    /// @dev All the pair holds, which must do as a reserve.
    function _wholeBalance(address erc20) private view returns (uint256 have) {
        have = IERC20(erc20).balanceOf(address(this));
        require(have > 0, InsufficientLiquidity(0, 1));
        _checkRoom(have, 0);
    }

    /// @dev What the pair holds above `reserve`, however much or little that is.
    function _excess(address erc20, uint256 reserve) private view returns (uint256) {
        uint256 have = IERC20(erc20).balanceOf(address(this));
        return have > reserve ? have - reserve : 0;
    }

    /* CHECKS */

    function _checkDeadline(uint256 deadline) private view {
        require(block.timestamp <= deadline, Expired(deadline, block.timestamp));
    }

    function _checkRecipient(address to, address one, address other) private view {
        require(to != one && to != other && to != address(this), InvalidRecipient(to));
    }

    function _checkRoom(uint256 amount, uint256 reserve) private pure {
        uint256 room = MAX_RESERVE - reserve; // reserves are at most MAX_RESERVE
        require(amount <= room, ReserveOverflow(amount, room));
    }
}
