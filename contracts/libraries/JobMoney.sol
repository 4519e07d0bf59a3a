// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title JobMoney
/// @notice A job's prices for one compute unit: ALITA, and Data Token of the same value when the job opened, a part of
/// which is burned.
/// @dev BILL-1 per leg: whatever is paid, burned or refunded is a number of units times a price of whole wei, so parts
/// add up exactly and nothing is rounded once the job is open.
library JobMoney {
    uint256 internal constant BPS = 1e4; // 100 %, basis points
    uint256 private constant Q128 = 1 << 128;

    /// @notice Token wei for `units` units at `perUnit` token wei each.
    function amountFor(uint256 units, uint256 perUnit) internal pure returns (uint256) {
        return units * perUnit; // below 2^64 * 2^96
    }

    /// @notice Data Token wei worth `baseAmount` ALITA wei, rounded up: never zero unless `baseAmount` is.
    /// @param priceX128 ALITA wei per Data Token wei, Q128, more than zero.
    function dataForUp(uint96 baseAmount, uint256 priceX128) internal pure returns (uint256) {
        return Math.ceilDiv(baseAmount * Q128, priceX128); // below 2^96 * 2^128
    }

    /// @notice Data Token wei of a unit's charge that are burned, rounded down.
    function burnDown(uint256 charged, uint256 burnBps) internal pure returns (uint256) {
        return (charged * burnBps) / BPS; // below 2^96 * 2^14
    }
}
