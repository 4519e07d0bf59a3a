// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What can happen to compute jobs; the runner picks the order and the numbers.
interface BillingSteps {
    function openJob(uint64 units, uint64 price, uint96 fee, bool withBase) external;
    function settle(uint256 pick, uint64 first, uint64 second, bool consented) external;
    function dispute(uint256 pick) external;
    function resolve(uint256 pick, uint64 first, uint64 second, bool uphold) external;
    function claim(uint256 pick, uint256 leaf) external;
    function claimFee(uint256 pick) external;
    function refund(uint256 pick) external;
    function changeTerms(uint96 unitPrice, uint16 burnBps) external;
    function changeRecord(uint256 i, bool slashed, bool revoked) external;
    function pass(uint32 time, bool long) external;
}
