// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Hit_
/// @notice Tells the test runner which points of the instrumented code were passed.
library Hit_ {
    /// @dev The test runner's coverage collector listens to calls of this address.
    address private constant COLLECTOR = 0xc0bEc0BEc0BeC0bEC0beC0bEC0bEC0beC0beC0BE;

    function at(uint256 point) internal pure {
        _asPure(_record)(point);
    }

    /// @notice Passes `point` where `outcome` is true and the next one where it is false.
    function decide(uint256 point, bool outcome) internal pure returns (bool) {
        at(outcome ? point : point + 1);
        return outcome;
    }

    /// @notice Passes the points whose bits are set, counted from `first`: what assembly, which cannot call, noted.
    function bits(uint256 first, uint256 noted) internal pure {
        for (uint256 i = 0; i < 256; ++i) if ((noted >> i) & 1 == 1) at(first + i);
    }

    /// @dev Only scratch space is written: the code around may use memory that is not allocated.
    function _record(uint256 point) private view {
        address collector = COLLECTOR;
        assembly ("memory-safe") {
            mstore(0x00, point)
            pop(staticcall(gas(), collector, 0x00, 0x20, 0x00, 0x00))
        }
    }

    function _asPure(
        function(uint256) internal view input
    ) private pure returns (function(uint256) internal pure output) {
        assembly ("memory-safe") {
            output := input
        }
    }
}
