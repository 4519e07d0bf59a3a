// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Dataset, DatasetParams, LaunchTerms} from "../types/Dataset.sol";
import {Permit} from "../types/Permit.sol";

interface IDatasetFactory {
    function base() external view returns (address);
    function createDataset(DatasetParams calldata params, Permit calldata permit) external returns (Dataset memory);
    function predict(address maker, DatasetParams calldata params) external view returns (Dataset memory);
    function getPair(address tokenA, address tokenB) external view returns (address);
    function poolOf(address token) external view returns (address);
    function datasetOf(address token) external view returns (Dataset memory);
    function launchTerms(address token) external view returns (LaunchTerms memory);
    function registerContent(address token, bytes32 contentRoot) external;
    function release(address token) external;
}
