// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Never deployed: whoever links the code puts the number of the mutant where this address belongs.
library Number_ {}

/// @title Mutant_
/// @notice Tells the instrumented code which of its faults is on.
library Mutant_ {
    /// @dev As number: none is on, and every place that asks is reported as reached.
    uint256 private constant RECORD = type(uint160).max;

    /// @dev The test runner's coverage collector listens to calls of this address.
    address private constant COLLECTOR = 0xc0bEc0BEc0BeC0bEC0beC0bEC0bEC0beC0beC0BE;

    function on(uint256 asked) internal pure returns (bool) {
        return id(asked, asked) == asked;
    }

    /// @notice The number of the fault that is on, asked for by code that holds the faults `first` to `last`.
    function id(uint256 first, uint256 last) internal pure returns (uint256 number) {
        number = uint160(address(Number_));
        if (number == RECORD) for (uint256 i = first; i <= last; ++i) _asPure(_record)(i);
    }

    function _record(uint256 asked) private view {
        address collector = COLLECTOR;
        assembly ("memory-safe") {
            mstore(0x00, asked) // scratch space
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
