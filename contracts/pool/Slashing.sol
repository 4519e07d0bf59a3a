// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDataPool} from "../interfaces/IDataPool.sol";
import {PoolArgs} from "../libraries/PoolArgs.sol";
import {Sketch} from "../libraries/Sketch.sol";
import {ContributionRecord} from "../types/Contribution.sol";
import {Account, Position} from "../types/PoolState.sol";
import {Contributions} from "./Contributions.sol";

/// @title Slashing
/// @notice Near copies are proven by two stored sketches, in one transaction, with no jury and no bond.
abstract contract Slashing is Contributions {
    /// @dev Share of slashed stake for whoever proves a copy. Far below 100 %, so proving one's own copy is a loss.
    uint256 private constant BOUNTY_BPS = 2_000;

    /// @inheritdoc IDataPool
    function slashDuplicate(bytes32 older, bytes32 newer) external nonReentrant {
        _requireStaking(true);
        ContributionRecord storage copy = _known(newer);
        uint256 lanes = _requireCopy(older, newer, copy);

        copy.slashed = true;
        if (copy.revokedAt == 0) _retire(copy);
        uint256 forfeited = _forfeit(copy);
        uint256 slashed = _slashStake(copy.provider);
        uint256 bounty = (slashed * BOUNTY_BPS) / BPS;
        _ledger.committed -= uint96(slashed - bounty); // POOL-10: slash = bounty + returned; at most what was committed
        emit SlashDuplicate(older, newer, copy.provider, msg.sender, lanes, forfeited, slashed, bounty);
        _payReward(msg.sender, bounty);
    }

    /// @dev Reverts unless the stored sketches prove that `copy` is a paid near copy of an older contribution.
    function _requireCopy(
        bytes32 older,
        bytes32 newer,
        ContributionRecord storage copy
    ) private view returns (uint256 lanes) {
        ContributionRecord storage original = _known(older);
        (uint256 first, uint256 second) = (original.number, copy.number);
        require(first < second, WrongOrder(first, second));
        require(!copy.slashed, AlreadySlashed(newer));
        uint256 end = _challengeEnd(copy);
        require(block.timestamp <= end, ChallengeOver(end));
        // one's own older data may be repeated, but not as a paid update, even if it was revoked when found out
        require(original.provider != copy.provider || copy.isUpdate, SameProvider(copy.provider));
        lanes = Sketch.agreement(_sketches[older], _sketches[newer]);
        uint256 needed = PoolArgs.similarityLanes();
        require(lanes >= needed, NotDuplicate(lanes, needed));
    }

    /// @dev Takes slashBps of all stake behind the provider, the unbonding part first: it was about to leave.
    function _slashStake(address provider) private returns (uint256 slashed) {
        Position storage position = _positions[provider];
        Account storage account = _accounts[provider];
        uint256 unbonding = account.unbonding;
        slashed = ((uint256(position.staked) + unbonding) * PoolArgs.slashBps()) / BPS;
        if (slashed == 0) return 0;
        uint256 fromUnbonding = slashed < unbonding ? slashed : unbonding;
        // slashed counts against what was earned as it did at stake, so the room for stake stays (POOL-5)
        account.unbonding = uint96(unbonding - fromUnbonding);
        if (slashed > fromUnbonding) _setStake(provider, position.staked - (slashed - fromUnbonding));
    }
}
