// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IPair} from "./interfaces/IPair.sol";
import {IUniswapV2Callee} from "./interfaces/IUniswapV2Callee.sol";
import {CloneArgs} from "./libraries/CloneArgs.sol";
import {ClonePermit} from "./libraries/ClonePermit.sol";
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
contract Pair is IPair, ClonePermit, Multicall, SelfPermit, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 private constant TOKEN = 0; // offset of the clone's argument

    /// @inheritdoc IPair
    uint256 public constant MINIMUM_LIQUIDITY = 1_000;

    /* IMMUTABLES */

    /// @inheritdoc IPair
    address public immutable base;

    /* STORAGE */

    struct Growth {
        uint176 kLast; // product of two 88-bit reserves; stays 0 without a maker's share
        uint40 createdAt; // unix seconds
    }

    PairState private _state;
    Growth private _growth;

    /* CONSTRUCTOR */

    constructor(address base_) ERC20("", "") {
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
        if (state.isEmpty()) {
            liquidity = _open(amount0, amount1);
            _mint(to, liquidity);
            _writeState(next0, next1, PriceOracle.lnPrice(baseAmount, dataAmount));
        } else {
            uint256 supply = _payMakerFee(state);
            liquidity = PairMath.liquidityDown(amount0, amount1, state.reserve0(), state.reserve1(), supply);
            require(liquidity > 0, InsufficientLiquidityMinted());
            _mint(to, liquidity);
            _setReserves(state, dataFirst, next0, next1);
        }
        _setKLast(next0, next1);
        emit Mint(msg.sender, amount0, amount1);
    }

    /// @dev The first deposit. Its minimum liquidity is nobody's (PAIR-3), which the total supply knows without a word.
    function _open(uint256 amount0, uint256 amount1) private returns (uint256 liquidity) {
        uint256 first = PairMath.firstLiquidityDown(amount0, amount1);
        require(first > MINIMUM_LIQUIDITY, InsufficientFirstLiquidity(first, MINIMUM_LIQUIDITY));
        _growth.createdAt = uint40(block.timestamp);
        emit Transfer(address(0), address(0), MINIMUM_LIQUIDITY);
        return first - MINIMUM_LIQUIDITY;
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
        uint256 supply = _payMakerFee(state);
        _burn(owner, liquidity);
        uint256 amount0 = PairMath.shareDown(liquidity, state.reserve0(), supply);
        uint256 amount1 = PairMath.shareDown(liquidity, state.reserve1(), supply);
        require(amount0 > 0 || amount1 > 0, InsufficientLiquidityBurned());
        _setReserves(state, dataFirst, state.reserve0() - amount0, state.reserve1() - amount1);
        _setKLast(state.reserve0() - amount0, state.reserve1() - amount1);
        emit Burn(msg.sender, amount0, amount1, to);
        (dataAmount, baseAmount) = dataFirst ? (amount0, amount1) : (amount1, amount0);
        _push(data, to, dataAmount);
        _push(base, to, baseAmount);
    }

    /// @notice Liquidity in existence, the locked minimum included.
    function totalSupply() public view override(ERC20, IERC20) returns (uint256) {
        return _supplyOf(_state);
    }

    function _supplyOf(PairState state) private view returns (uint256) {
        return state.isEmpty() ? 0 : super.totalSupply() + MINIMUM_LIQUIDITY;
    }

    /// @notice Liquidity of `account`; address(0) has the locked minimum.
    function balanceOf(address account) public view override(ERC20, IERC20) returns (uint256) {
        if (account == address(0) && !_state.isEmpty()) return MINIMUM_LIQUIDITY;
        return super.balanceOf(account);
    }

    /// @inheritdoc IERC20Metadata
    function name() public pure override(ERC20, IERC20Metadata) returns (string memory) {
        return "Datawell Liquidity";
    }

    /// @inheritdoc IERC20Metadata
    function symbol() public pure override(ERC20, IERC20Metadata) returns (string memory) {
        return "DW-LP";
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
        (address first, address second) = _tokens();
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
        (address first, address second) = _tokens();
        _checkRecipient(to, first, second);
        _push(first, to, _excess(first, _state.reserve0()));
        _push(second, to, _excess(second, _state.reserve1()));
    }

    /// @inheritdoc IPair
    function sync() external nonReentrant {
        PairState state = _state;
        (address first, address second) = _tokens();
        require(!state.isEmpty(), InsufficientLiquidity(0, 1));
        uint256 next0 = _wholeBalance(first);
        uint256 next1 = _wholeBalance(second);
        _payMakerFee(state); // what is taken in now was no fee and must not count as growth (PAIR-5)
        _setReserves(state, first != base, next0, next1);
        _setKLast(next0, next1);
    }

    /* MAKER FEE */

    /// @inheritdoc IPair
    function collectMakerFee() external nonReentrant returns (uint256 liquidity) {
        PairState state = _state;
        uint256 before = _supplyOf(state);
        liquidity = _payMakerFee(state) - before;
        _setKLast(state.reserve0(), state.reserve1());
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
        return _growth.kLast;
    }

    /// @dev Mints the maker its share of the growth since the last join or exit. The caller sets `kLast` afterwards.
    /// @return supply liquidity in existence, the maker's included
    function _payMakerFee(PairState state) private returns (uint256 supply) {
        supply = _supplyOf(state);
        uint256 product = state.reserve0() * state.reserve1();
        uint256 liquidity = PairMath.makerFeeDown(supply, product, _growth.kLast, makerFeeShare());
        if (liquidity > 0) {
            _mint(maker(), liquidity);
            supply += liquidity;
        }
    }

    /// @dev Without a maker's share the word is not touched.
    function _setKLast(uint256 next0, uint256 next1) private {
        // 88 + 88 bits
        if (makerFeeShare() > 0) _growth.kLast = uint176(next0 * next1);
    }

    /* ORACLE */

    /// @inheritdoc IPair
    function consult() external view returns (uint256) {
        PairState state = _state;
        uint256 born = _growth.createdAt;
        uint256 age = born == 0 ? 0 : block.timestamp - born;
        require(age >= PriceOracle.MIN_AGE, OracleTooYoung(age, PriceOracle.MIN_AGE));
        (uint256 reserveData, uint256 reserveBase) = _ordered(state, token() < base);
        return PriceOracle.toPriceX128(_averageNow(state, reserveBase, reserveData));
    }

    /// @inheritdoc IPair
    function createdAt() external view returns (uint256) {
        return _growth.createdAt;
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
        (first, ) = _tokens();
    }

    /// @inheritdoc IPair
    function token1() external view returns (address second) {
        (, second) = _tokens();
    }

    /// @inheritdoc IPair
    function factory() external view returns (address) {
        return TokenArgs.factory(token());
    }

    function _tokens() private view returns (address first, address second) {
        address data = token();
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
