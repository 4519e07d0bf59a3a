// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title JobMoney
/// @notice The arithmetic of a job's two legs: ALITA by units, Data Token by its value in ALITA when the job opened.
/// @dev BILL-1 per leg: escrow = charged + unused, charged = burn + providers', providers' >= sum of the leaves.
library JobMoney {
    uint256 internal constant BPS = 1e4; // 100 %, basis points
    uint256 private constant Q128 = 1 << 128;

    /// @notice ALITA wei for `units` units.
    function baseFor(uint256 units, uint256 unitPrice) internal pure returns (uint256) {
        return units * unitPrice; // below 2^56 * 2^96
    }

    /// @notice Data Token wei worth `baseAmount` ALITA wei, rounded up: never zero unless `baseAmount` is.
    /// @param priceX128 ALITA wei per Data Token wei, Q128, more than zero.
    /// @return All there can be, if the price is so small that the number does not exist.
    function dataForUp(uint256 baseAmount, uint256 priceX128) internal pure returns (uint256) {
        if (baseAmount >> 128 >= priceX128) return type(uint256).max;
        return Math.mulDiv(baseAmount, Q128, priceX128, Math.Rounding.Ceil);
    }

    /// @notice Data Token wei charged for `units` of `maxUnits`, rounded up; all of `dataEscrow` when all are used.
    function chargedDataUp(uint256 dataEscrow, uint256 units, uint256 maxUnits) internal pure returns (uint256) {
        return Math.ceilDiv(dataEscrow * units, maxUnits); // below 2^96 * 2^56
    }

    /// @notice Data Token wei of the charge that are burned, rounded down.
    function burnDown(uint256 charged, uint256 burnBps) internal pure returns (uint256) {
        return (charged * burnBps) / BPS;
    }

    /// @notice Data Token wei for a leaf of `leafUnits` out of `units`, rounded down: leaves never exceed `pot`.
    function leafDataDown(uint256 pot, uint256 leafUnits, uint256 units) internal pure returns (uint256) {
        return (pot * leafUnits) / units; // below 2^96 * 2^56
    }
}
