// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC7821} from "@openzeppelin/contracts/account/extensions/draft-ERC7821.sol";

/// @notice What a wallet lets its accounts delegate to (EIP-7702), so that calls go out together: only the account itself
/// may tell it to, and all calls succeed or none.
contract BatchAccount is ERC7821 {
    receive() external payable {}
}
