// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What people can do on one deployment; the runner picks the order and the numbers.
interface SystemSteps {
    /* EXCHANGE */

    function sell(uint256 seed) external;
    function buyExactly(uint256 seed) external;
    function sellThroughRouter(uint256 seed) external;
    function swapAsV2(uint256 seed) external;
    function flash(uint256 seed) external;
    function addLiquidity(uint256 seed) external;
    function removeLiquidity(uint256 seed) external;
    function zapIn(uint256 seed) external;
    function collectMakerFee(uint256 seed) external;
    function donate(uint256 seed) external;

    /* POOL */

    function contribute(uint256 seed) external;
    function update(uint256 seed) external;
    function copy(uint256 seed) external;
    function slash(uint256 seed) external;
    function revoke(uint256 seed) external;
    function claim(uint256 seed) external;
    function stake(uint256 seed) external;
    function unstake(uint256 seed) external;
    function withdraw(uint256 seed) external;
    function buyLicence(uint256 seed) external;
    function claimRevenue(uint256 seed) external;
    function propose(uint256 seed) external;
    function vote(uint256 seed) external;
    function accept(uint256 seed) external;
    function claimVoteReward(uint256 seed) external;
    function topUp(uint256 seed) external;
    function setPrice(uint256 seed) external;
    function close(uint256 seed) external;

    /* BILLING */

    function openJob(uint256 seed) external;
    function openJobWithBase(uint256 seed) external;
    function settle(uint256 seed) external;
    function dispute(uint256 seed) external;
    function resolve(uint256 seed) external;
    function claimWork(uint256 seed) external;
    function claimFee(uint256 seed) external;
    function refund(uint256 seed) external;

    /* OTHERS */

    function bond(uint256 seed) external;
    function steal(uint256 seed) external;
    function pass(uint256 seed) external;
}
