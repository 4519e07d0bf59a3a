// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IDatasetFactory} from "./interfaces/IDatasetFactory.sol";
import {IDataToken} from "./interfaces/IDataToken.sol";
import {IPair} from "./interfaces/IPair.sol";
import {ExactTransfer} from "./libraries/ExactTransfer.sol";
import {LaunchRules} from "./libraries/LaunchRules.sol";
import {PairAddress} from "./libraries/PairAddress.sol";
import {PoolArgs} from "./libraries/PoolArgs.sol";
import {SelfPermit} from "./libraries/SelfPermit.sol";
import {TokenArgs} from "./libraries/TokenArgs.sol";
import {Dataset, DatasetParams, LaunchTerms} from "./types/Dataset.sol";
import {Permit} from "./types/Permit.sol";

/// @title DatasetFactory
contract DatasetFactory is IDatasetFactory, SelfPermit, ReentrancyGuardTransient {
    using ExactTransfer for IERC20;
    using SafeERC20 for IERC20;

    struct Entry {
        address pool;
        uint40 lockedUntil;
    }

    uint256 private constant Q128 = 2 ** 128;

    /* IMMUTABLES */

    address public immutable base;
    address public immutable pairImplementation;
    address private immutable TOKEN;
    address private immutable POOL;

    /* STORAGE */

    mapping(address token => Entry) private _entries;
    mapping(bytes32 contentRoot => address pool) public contentOwner;

    /* CONSTRUCTOR */

    /// @param token implementation of DataToken, likewise `pair` and `pool`
    constructor(address base_, address token, address pair, address pool) {
        (base, TOKEN, pairImplementation, POOL) = (base_, token, pair, pool);
    }

    /* LAUNCH */

    /// @inheritdoc IDatasetFactory
    function createDataset(
        DatasetParams calldata params,
        Permit calldata permit
    ) external nonReentrant returns (Dataset memory dataset) {
        LaunchRules.check(params, block.timestamp);
        dataset = _deploy(params);
        _entries[dataset.token] = Entry(dataset.pool, params.lockedUntil);
        emit CreateDataset(dataset.token, msg.sender, dataset.pool, dataset.pair, params);

        if (permit.deadline != 0) _tryPermit(base, permit.value, permit.deadline, permit.v, permit.r, permit.s);
        if (params.pool.rewardInBase) IERC20(base).sendExactly(msg.sender, dataset.pool, params.pool.allocation);
        // last of all foreign calls: nothing comes between its check and the mint, so nobody can skim the payment or
        // take the first liquidity in the factory's place
        IERC20(base).sendExactly(msg.sender, dataset.pair, params.liquidityBase);
        _mintSupply(dataset, params);
        IPair(dataset.pair).mint(address(this));
    }

    /// @dev The token's address commits to the maker, its fee share, the metadata and the words; the pair's and the
    /// pool's follow from it, and the pool's commits to the pool's terms too. So nobody can take a maker's addresses.
    /// Supply, liquidity and lock stand in no address: the maker may launch with others than it predicted with.
    function _deploy(DatasetParams calldata p) private returns (Dataset memory d) {
        bytes memory args = _tokenArgs(msg.sender, p);
        d.token = Clones.predictDeterministicAddressWithImmutableArgs(TOKEN, args, 0);
        require(_entries[d.token].pool == address(0), DatasetExists(d.token));
        Clones.cloneDeterministicWithImmutableArgs(TOKEN, args, 0);
        d.pair = Clones.cloneDeterministicWithImmutableArgs(pairImplementation, PairAddress.argsFor(d.token), 0);
        args = PoolArgs.pack(address(this), msg.sender, d, p.pool);
        d.pool = Clones.cloneDeterministicWithImmutableArgs(POOL, args, 0);
    }

    /// @dev Pair and pool get their parts; what remains of the supply stays here, locked.
    function _mintSupply(Dataset memory dataset, DatasetParams calldata p) private {
        uint256 toPool = p.pool.rewardInBase ? 0 : p.pool.allocation;
        address[] memory to = new address[](3);
        uint256[] memory amounts = new uint256[](3);
        (to[0], to[1], to[2]) = (dataset.pair, dataset.pool, address(this));
        (amounts[0], amounts[1], amounts[2]) = (p.liquidityData, toPool, p.supply - p.liquidityData - toPool);
        IDataToken(dataset.token).initialize(to, amounts);
    }

    function _tokenArgs(address maker, DatasetParams calldata p) private view returns (bytes memory) {
        return TokenArgs.pack(address(this), maker, p.makerFeeShare, p.metadata, p.name, p.symbol);
    }

    function _pairOf(address token) private view returns (address) {
        return PairAddress.pairFor(address(this), pairImplementation, token);
    }

    /* LOCK */

    /// @inheritdoc IDatasetFactory
    function release(address token) external nonReentrant {
        Entry memory entry = _entry(token);
        require(block.timestamp > entry.lockedUntil, StillLocked(entry.lockedUntil));
        // the factory holds nothing of this token and its liquidity but what was locked at launch
        IERC20 pair = IERC20(_pairOf(token));
        uint256 data = IERC20(token).balanceOf(address(this));
        uint256 liquidity = pair.balanceOf(address(this));
        require(data + liquidity > 0, NothingToRelease(token));
        address maker = TokenArgs.maker(token);
        emit Release(token, maker, data, liquidity);
        IERC20(token).safeTransfer(maker, data);
        pair.safeTransfer(maker, liquidity);
    }

    /* CONTENT */

    /// @inheritdoc IDatasetFactory
    function registerContent(address token, bytes32 contentRoot) external {
        address pool = _entries[token].pool;
        require(msg.sender == pool, NotPool(msg.sender, pool));
        address owner = contentOwner[contentRoot];
        require(owner == address(0), ContentExists(contentRoot, owner));
        contentOwner[contentRoot] = pool;
        emit RegisterContent(contentRoot, pool);
    }

    /* VIEWS */

    /// @inheritdoc IDatasetFactory
    function predict(address maker, DatasetParams calldata p) external view returns (Dataset memory d) {
        d.token = Clones.predictDeterministicAddressWithImmutableArgs(TOKEN, _tokenArgs(maker, p), 0);
        d.pair = _pairOf(d.token);
        bytes memory args = PoolArgs.pack(address(this), maker, d, p.pool);
        d.pool = Clones.predictDeterministicAddressWithImmutableArgs(POOL, args, 0);
    }

    /// @inheritdoc IDatasetFactory
    function getPair(address tokenA, address tokenB) external view returns (address) {
        if (tokenA != base && tokenB != base) return address(0);
        address token = tokenA == base ? tokenB : tokenA;
        return _entries[token].pool == address(0) ? address(0) : _pairOf(token);
    }

    /// @inheritdoc IDatasetFactory
    function poolOf(address token) external view returns (address) {
        return _entries[token].pool;
    }

    /// @inheritdoc IDatasetFactory
    function datasetOf(address token) external view returns (Dataset memory) {
        return Dataset(token, _pairOf(token), _entry(token).pool);
    }

    /// @inheritdoc IDatasetFactory
    function launchTerms(address token) external view returns (LaunchTerms memory t) {
        Entry memory entry = _entry(token);
        IPair pair = IPair(_pairOf(token));
        t.maker = TokenArgs.maker(token);
        t.lockedUntil = entry.lockedUntil;
        t.supply = IERC20(token).totalSupply();
        t.lockedData = IERC20(token).balanceOf(address(this));
        t.lockedLiquidity = pair.balanceOf(address(this));
        _floorPrices(t, pair, token);
    }

    /// @dev Selling everything into x*y=k leaves at least k/supply ALITA beside `supply` Data Tokens: price k/supply^2.
    /// Removing a share f of the liquidity first scales k by (1-f)^2; the maker also takes its part of what k grew by
    /// since `kLast`, so only k up to there counts. Fees only raise the result; all rounded down.
    function _floorPrices(LaunchTerms memory t, IPair pair, address token) private view {
        (uint256 data, uint256 alita, ) = pair.getReserves();
        if (pair.token0() != token) (data, alita) = (alita, data);
        t.priceX128 = Math.mulDiv(alita, Q128, data);
        uint256 k = alita * data;
        t.floorPriceX128 = _priceAfterSelling(t.supply, k);
        uint256 kLast = pair.kLast(); // rounded up, and with it what is surely not the maker's
        uint256 shares = pair.totalSupply();
        uint256 left = shares - t.lockedLiquidity - pair.balanceOf(t.maker);
        uint256 floor = _priceAfterSelling(t.supply, kLast == 0 ? k : Math.min(k, kLast));
        t.exitFloorPriceX128 = Math.mulDiv(Math.mulDiv(floor, left, shares), left, shares);
    }

    function _priceAfterSelling(uint256 supply, uint256 k) private pure returns (uint256 priceX128) {
        return Math.mulDiv(k, Q128, supply) / supply;
    }

    function _entry(address token) private view returns (Entry memory entry) {
        entry = _entries[token];
        require(entry.pool != address(0), UnknownDataset(token));
    }
}
