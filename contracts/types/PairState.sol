// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A pair's one storage word, lowest bits first: reserve0 uint88, reserve1 uint88 (token wei), the time of the
/// last touch uint32 (unix seconds modulo 2^32) and int48, the moving average of ln(price) in 2^-40.
type PairState is uint256;

using {reserve0, reserve1, touchedAt, lnPriceAverage, isEmpty} for PairState global;

uint256 constant MAX_RESERVE = type(uint88).max; // token wei

/// @notice Packs a state; the caller has checked that both reserves are at most MAX_RESERVE.
function toPairState(uint256 r0, uint256 r1, uint32 time, int48 average) pure returns (PairState) {
    // casting to uint48 keeps the average's bits and drops the sign's extension
    return PairState.wrap(r0 | (r1 << 88) | (uint256(time) << 176) | (uint256(uint48(average)) << 208));
}

/// @notice Reserve of token0, token wei.
function reserve0(PairState state) pure returns (uint256) {
    return uint88(PairState.unwrap(state));
}

/// @notice Reserve of token1, token wei.
function reserve1(PairState state) pure returns (uint256) {
    return uint88(PairState.unwrap(state) >> 88);
}

/// @notice Unix seconds modulo 2^32 of the last change.
function touchedAt(PairState state) pure returns (uint32) {
    return uint32(PairState.unwrap(state) >> 176);
}

/// @notice Moving average of ln(ALITA wei per Data Token wei) up to `touchedAt`, in 2^-40.
function lnPriceAverage(PairState state) pure returns (int48) {
    return int48(uint48(PairState.unwrap(state) >> 208));
}

/// @notice True until the first liquidity. Afterwards both reserves stay above zero for ever, because the locked
/// minimum liquidity owns a part of each that rounds up.
function isEmpty(PairState state) pure returns (bool) {
    return PairState.unwrap(state) == 0;
}
