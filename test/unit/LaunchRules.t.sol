// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {Vm} from "forge-std/Vm.sol";
import {LaunchRules} from "../../contracts/libraries/LaunchRules.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";

contract LaunchRulesTest is StdAssertions {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant NOW = 1_800_000_000; // unix seconds

    /* SOUND TERMS */

    function _sound() private pure returns (DatasetParams memory d) {
        d.supply = 1_000;
        d.liquidityData = 400;
        d.liquidityBase = 1;
        d.lockedUntil = uint40(NOW + 1);
        d.pool.allocation = 600;
        d.pool.maxIncentive = 1;
        d.pool.similarityLanes = 32;
        d.pool.licencePeriod = 1;
        d.pool.privacyPeriod = 1;
        d.pool.minCohort = 1;
        d.pool.attesterSet = bytes32(uint256(1));
    }

    function _largest() private pure returns (DatasetParams memory d) {
        d.supply = type(uint88).max;
        d.liquidityData = type(uint88).max;
        d.liquidityBase = type(uint88).max;
        d.makerFeeShare = 5_000;
        d.lockedUntil = type(uint40).max;
        d.pool.rewardInBase = true;
        d.pool.allocation = type(uint96).max;
        d.pool.maxIncentive = type(uint96).max;
        d.pool.updateMax = type(uint96).max;
        d.pool.price = type(uint96).max;
        d.pool.unitPrice = type(uint96).max;
        d.pool.minQuality = 10_000;
        d.pool.slashBps = 10_000;
        d.pool.burnBps = 5_000;
        d.pool.similarityLanes = 64;
        d.pool.challengeWindow = 90 days;
        d.pool.unbonding = 365 days;
        d.pool.licencePeriod = type(uint32).max;
        d.pool.privacyPeriod = type(uint32).max;
        d.pool.minCohort = type(uint32).max;
        d.pool.epsilonPerJob = type(uint64).max;
        d.pool.epsilonPerPeriod = type(uint64).max;
        d.pool.attesterSet = bytes32(type(uint256).max);
    }

    function test_check_acceptsTheLeastTerms() public view {
        this.check(_sound());
    }

    function test_check_acceptsTheGreatestTerms() public view {
        this.check(_largest());
    }

    /* ONE BELOW, ONE ABOVE */

    function test_check_revertsBelowTheLeast() public {
        DatasetParams memory d = _sound();
        d.lockedUntil = uint40(NOW);
        _expect(d, "lockedUntil", NOW, NOW + 1, type(uint40).max);

        d = _sound();
        d.supply = 0;
        _expect(d, "supply", 0, 1, type(uint88).max);

        d = _sound();
        d.liquidityData = 0;
        _expect(d, "liquidityData", 0, 1, 1_000);

        d = _sound();
        d.liquidityBase = 0;
        _expect(d, "liquidityBase", 0, 1, type(uint88).max);

        d = _sound();
        d.pool.allocation = 0;
        _expect(d, "allocation", 0, 1, type(uint96).max);

        d = _sound();
        d.pool.maxIncentive = 0;
        _expect(d, "maxIncentive", 0, 1, type(uint96).max);
    }

    function test_check_revertsBelowTheLeast_ofThePoolsRules() public {
        DatasetParams memory d = _sound();
        d.pool.similarityLanes = 31;
        _expect(d, "similarityLanes", 31, 32, 64);

        d = _sound();
        d.pool.licencePeriod = 0;
        _expect(d, "licencePeriod", 0, 1, type(uint32).max);

        d = _sound();
        d.pool.privacyPeriod = 0;
        _expect(d, "privacyPeriod", 0, 1, type(uint32).max);

        d = _sound();
        d.pool.minCohort = 0;
        _expect(d, "minCohort", 0, 1, type(uint32).max);

        d = _sound();
        d.pool.attesterSet = 0;
        _expect(d, "attesterSet", 0, 1, type(uint256).max);

        d = _sound();
        (d.pool.challengeWindow, d.pool.unbonding) = (2, 1);
        _expect(d, "unbonding", 1, 2, 365 days);
    }

    function test_check_revertsAboveTheGreatest() public {
        DatasetParams memory d = _largest();
        d.makerFeeShare = 5_001;
        _expect(d, "makerFeeShare", 5_001, 0, 5_000);

        d = _largest();
        d.supply = uint96(type(uint88).max) + 1;
        _expect(d, "supply", d.supply, 1, type(uint88).max);

        d = _largest();
        d.supply = type(uint88).max - 1;
        _expect(d, "liquidityData", d.liquidityData, 1, d.supply);

        d = _largest();
        d.liquidityBase = uint96(type(uint88).max) + 1;
        _expect(d, "liquidityBase", d.liquidityBase, 1, type(uint88).max);

        d = _largest();
        d.pool.minQuality = 10_001;
        _expect(d, "minQuality", 10_001, 0, 10_000);

        d = _largest();
        d.pool.slashBps = 10_001;
        _expect(d, "slashBps", 10_001, 0, 10_000);
    }

    function test_check_revertsAboveTheGreatest_ofThePoolsRules() public {
        DatasetParams memory d = _largest();
        d.pool.burnBps = 5_001;
        _expect(d, "burnBps", 5_001, 0, 5_000);

        d = _largest();
        d.pool.similarityLanes = 65;
        _expect(d, "similarityLanes", 65, 32, 64);

        d = _largest();
        d.pool.challengeWindow = 90 days + 1;
        _expect(d, "challengeWindow", 90 days + 1, 0, 90 days);

        d = _largest();
        d.pool.unbonding = 365 days + 1;
        _expect(d, "unbonding", 365 days + 1, 90 days, 365 days);

        d = _largest();
        d.pool.epsilonPerPeriod -= 1;
        _expect(d, "epsilonPerJob", type(uint64).max, 0, type(uint64).max - 1);
    }

    /* SUPPLY */

    function test_check_revertsIf_partsNeedMoreThanTheSupply() public {
        DatasetParams memory d = _sound();
        d.pool.allocation = 601;
        vm.expectRevert(abi.encodeWithSelector(LaunchRules.SupplyTooSmall.selector, 1_000, 1_001));
        this.check(d);
        d.pool.rewardInBase = true;
        this.check(d);
    }

    function test_check_countsLargePartsWithoutOverflow() public {
        DatasetParams memory d = _largest();
        d.pool.rewardInBase = false;
        uint256 needed = uint256(type(uint88).max) + type(uint96).max;
        vm.expectRevert(abi.encodeWithSelector(LaunchRules.SupplyTooSmall.selector, d.supply, needed));
        this.check(d);
    }

    /* SHARED */

    /// @dev An external call, so that its revert can be expected.
    function check(DatasetParams calldata d) external pure {
        LaunchRules.check(d, NOW);
    }

    function _expect(DatasetParams memory d, string memory term, uint256 value, uint256 min, uint256 max) private {
        vm.expectRevert(abi.encodeWithSelector(LaunchRules.BadTerm.selector, term, value, min, max));
        this.check(d);
    }
}
