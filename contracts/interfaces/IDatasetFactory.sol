// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Dataset, DatasetParams, LaunchTerms} from "../types/Dataset.sol";
import {Permit} from "../types/Permit.sol";

/// @title IDatasetFactory
/// @notice Creates a dataset (Data Token, Pair, DataPool) in one transaction, keeps the maker's tokens locked, and
/// remembers every content root of the deployment.
/// @dev Safety assumes a standard ERC-20 as ALITA. Nobody has a special role here.
interface IDatasetFactory {
    /* EVENTS */

    /// @notice A dataset was created; everything an indexer needs to know of its terms. These events are the catalogue:
    /// a list in storage would cost every launch 27,000 gas.
    event CreateDataset(
        address indexed token,
        address indexed maker,
        address indexed pool,
        address pair,
        DatasetParams params
    );
    /// @notice The lock of a dataset ended and the maker got what was locked.
    event Release(address indexed token, address indexed maker, uint256 data, uint256 liquidity);
    /// @notice A pool took a content root for good.
    event RegisterContent(bytes32 indexed contentRoot, address indexed pool);

    /* ERRORS */

    /// @notice The same maker already launched a dataset with these words and this fee share.
    error DatasetExists(address token);
    /// @notice The factory made no dataset of this token.
    error UnknownDataset(address token);
    /// @notice Only the dataset's own pool registers content.
    error NotPool(address caller, address pool);
    /// @notice The content root is taken, by `pool`.
    error ContentExists(bytes32 contentRoot, address pool);
    /// @notice The maker's tokens stay locked until `lockedUntil` (unix seconds), that moment included.
    error StillLocked(uint256 lockedUntil);
    /// @notice Nothing of this dataset is locked any more.
    error NothingToRelease(address token);

    /* LAUNCH */

    /// @notice Creates a dataset: deploys its three contracts at the addresses of `predict`, mints the whole supply,
    /// escrows the allocation, adds the first liquidity and locks the maker's liquidity tokens and remaining supply.
    /// @dev Takes liquidityBase, and the allocation if rewards are in ALITA, from the caller.
    /// @param permit ERC-2612 permit of ALITA, or deadline 0
    function createDataset(DatasetParams calldata params, Permit calldata permit) external returns (Dataset memory);

    /// @notice Gives the maker what was locked, once lockedUntil has passed; anyone may call, any number of times.
    function release(address token) external;

    /* CONTENT */

    /// @notice Takes a content root for the calling pool; each root once in the whole deployment (POOL-9).
    function registerContent(address token, bytes32 contentRoot) external;

    /* VIEWS */

    /// @notice ALITA.
    function base() external view returns (address);
    /// @notice What every pair is a clone of; with the factory and the token it gives the pair's address (CREATE2).
    function pairImplementation() external view returns (address);
    /// @notice Where `createDataset(params)` by `maker` puts the three contracts.
    function predict(address maker, DatasetParams calldata params) external view returns (Dataset memory);
    /// @notice Uniswap v2's view: the pair of a Data Token and ALITA in either order, or 0.
    function getPair(address tokenA, address tokenB) external view returns (address);
    /// @notice The pool of a Data Token, or 0.
    function poolOf(address token) external view returns (address);
    /// @notice The three contracts of a Data Token's dataset; `UnknownDataset` if it has none.
    function datasetOf(address token) external view returns (Dataset memory);
    /// @notice The pool that holds a content root, or 0.
    function contentOwner(bytes32 contentRoot) external view returns (address);
    /// @notice What bounds the maker: fixed supply, lock, and the worst price its exit can cause.
    function launchTerms(address token) external view returns (LaunchTerms memory);
}
