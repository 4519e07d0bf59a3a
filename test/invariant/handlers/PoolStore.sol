// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IDataPool} from "../../../contracts/interfaces/IDataPool.sol";
import {AttesterSet} from "../../../contracts/types/Attestation.sol";
import {ComputeTerms} from "../../../contracts/types/ComputeTerms.sol";
import {Contribution} from "../../../contracts/types/Contribution.sol";
import {ParameterProposal, PriceProposal} from "../../../contracts/types/Proposal.sol";

/// @notice What the handlers share: the two pools, who acts on them, and what ought to be true of them by now.
contract PoolStore {
    /// @notice A contribution that was accepted, and what it ought to have earned so far.
    struct Entry {
        Contribution content;
        uint256 reward; // reward-token wei credited at acceptance and neither taken nor lost since
    }

    /// @notice A proposal and the weights at its snapshot.
    struct Motion {
        PriceProposal price; // if isPrice
        ParameterProposal change; // else
        bytes32 id;
        bool isPrice;
        uint256 owner; // reward-token wei
        uint256 staked; // reward-token wei
        uint256 yes; // reward-token wei
        uint256 budgetLeft; // ALITA wei
    }

    IDataPool[2] public pools; // with staking and rewards in ALITA; without staking and with rewards in its Data Token
    IERC20 public immutable alita;
    address public immutable maker;
    address[4] public providers;
    address[2] public buyers;
    uint256[] public attesterKeys;
    AttesterSet private _attesters;
    bytes32[2] public launchTerms;

    mapping(IDataPool pool => Entry[]) private _entries;
    mapping(IDataPool pool => Motion[]) private _motions;
    mapping(IDataPool pool => mapping(address provider => uint256)) public earned; // claimed less slashed, wei
    mapping(IDataPool pool => mapping(address provider => uint256)) public firstRewards; // wei ever credited
    mapping(IDataPool pool => mapping(address buyer => uint256)) public licensedUntil; // unix seconds
    mapping(IDataPool pool => uint256) public roundings; // how often a wei or two may have been left over

    mapping(IDataPool pool => bool) public isClosing; // it was announced

    string[] private _violations;
    string[] private _deeds;
    mapping(string deed => uint256) public count;

    constructor(
        IDataPool[2] memory pools_,
        IERC20 alita_,
        address maker_,
        address[4] memory providers_,
        address[2] memory buyers_,
        uint256[] memory keys,
        AttesterSet memory set
    ) {
        (pools, alita, maker, providers, buyers) = (pools_, alita_, maker_, providers_, buyers_);
        (attesterKeys, _attesters) = (keys, set);
        for (uint256 i = 0; i < 2; ++i) launchTerms[i] = fixedTerms(pools_[i]);
    }

    /* DEEDS AND VIOLATIONS */

    function did(string memory deed) external {
        if (count[deed]++ == 0) _deeds.push(deed);
    }

    function deeds() external view returns (string[] memory) {
        return _deeds;
    }

    /// @notice Remembers that something happened that must not. A handler cannot fail: its reverts count as refusals.
    function violate(string memory what) external {
        _violations.push(what);
    }

    function violations() external view returns (string[] memory) {
        return _violations;
    }

    /* CONTRIBUTIONS */

    function addEntry(IDataPool pool, Contribution memory content, uint256 reward) external {
        _entries[pool].push(Entry(content, reward));
        if (content.parent == 0) firstRewards[pool][content.provider] += reward;
    }

    function entry(IDataPool pool, uint256 i) external view returns (Entry memory) {
        return _entries[pool][i];
    }

    function entryCount(IDataPool pool) external view returns (uint256) {
        return _entries[pool].length;
    }

    function setReward(IDataPool pool, uint256 i, uint256 reward) external {
        _entries[pool][i].reward = reward;
    }

    function setEarned(IDataPool pool, address provider, uint256 amount) external {
        earned[pool][provider] = amount;
    }

    /* MOTIONS */

    function addMotion(IDataPool pool, Motion memory added) external {
        _motions[pool].push(added);
    }

    function motion(IDataPool pool, uint256 i) external view returns (Motion memory) {
        return _motions[pool][i];
    }

    function motionCount(IDataPool pool) external view returns (uint256) {
        return _motions[pool].length;
    }

    function addYes(IDataPool pool, uint256 i, uint256 weight) external {
        _motions[pool][i].yes += weight;
    }

    function takeBudget(IDataPool pool, uint256 i, uint256 amount) external {
        _motions[pool][i].budgetLeft -= amount;
    }

    /* LICENCES AND CLOSING */

    function setLicence(IDataPool pool, address buyer, uint256 until) external {
        licensedUntil[pool][buyer] = until;
    }

    function announce(IDataPool pool) external {
        isClosing[pool] = true;
    }

    function addRounding(IDataPool pool) external {
        roundings[pool] += 1;
    }

    /* VIEWS */

    function attesters() external view returns (AttesterSet memory) {
        return _attesters;
    }

    /// @notice Hash of all terms that nothing may change.
    function fixedTerms(IDataPool pool) public view returns (bytes32) {
        ComputeTerms memory t = pool.computeTerms();
        (t.open, t.cohort, t.unitPrice) = (false, 0, 0);
        return keccak256(abi.encode(t, pool.maker(), pool.rewardToken(), pool.attesterSet()));
    }
}
