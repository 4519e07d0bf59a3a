// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MockToken} from "./MockToken.sol";

/// @notice Has no permit, but a fallback that swallows the call as if it had worked.
contract PhantomPermitToken is MockToken {
    constructor() MockToken(18) {}

    fallback() external {}
}
