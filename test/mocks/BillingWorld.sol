// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ComputeBilling} from "../../contracts/ComputeBilling.sol";
import {ComputeTerms} from "../../contracts/types/ComputeTerms.sol";
import {ContributionKind, ContributionRecord} from "../../contracts/types/Contribution.sol";
import {Job, JobRequest, JobRuling, PayTerms, Payout, Settlement} from "../../contracts/types/Job.sol";
import {PayoutTree} from "../reference/PayoutTree.sol";
import {Attesters} from "./Attesters.sol";
import {CloneFactory} from "./CloneFactory.sol";
import {MockPair} from "./MockPair.sol";
import {MockPool} from "./MockPool.sol";
import {TestToken} from "./TestToken.sol";
import {Deploy} from "../utils/Deploy.sol";

/// @notice One dataset, three providers with a contribution each, a consumer and a coordinator, and their usual deeds.
abstract contract BillingWorld is Attesters {
    uint256 internal constant PRICE = 2 << 128; // 2 ALITA wei per Data Token wei
    uint96 internal constant UNIT_PRICE = 0.01e18; // ALITA wei
    uint96 internal constant FEE = 3e18; // ALITA wei
    uint64 internal constant MAX_UNITS = 1_000;
    uint256 internal constant BASE_ESCROW = 13e18; // 1,000 * 0.01 + 3 ALITA
    uint96 internal constant DATA_PRICE = 0.005e18; // Data Token wei per unit: UNIT_PRICE at 2 ALITA each
    uint256 internal constant DATA_ESCROW = 5e18; // for MAX_UNITS
    uint256 internal constant CONSUMER_KEY = 0xC0;

    ComputeBilling internal billing;
    CloneFactory internal factory;
    address internal poolImplementation;
    MockPool internal pool;
    MockPair internal pair;
    TestToken internal data;

    address internal consumer = vm.addr(CONSUMER_KEY);
    address internal coordinator = address(0xC00D);
    address[] internal providers;

    function _setUpWorld() internal {
        vm.warp(1_800_000_000);
        _setUpAttesters(3);
        data = new TestToken("DATA");
        factory = new CloneFactory();
        poolImplementation = address(new MockPool());
        pool = _newPool();
        pair = new MockPair(address(data), address(alita), PRICE);
        billing = _newBilling();
        pool.setTerms(_terms());
        for (uint160 i = 1; i <= 3; ++i) {
            providers.push(address(0xDA7A00 + i));
            _contribute(i - 1);
        }
        _fund(consumer, 1_000e18);
        data.mint(address(pair), 1_000e18);
    }

    /// @dev A pool that the factory made.
    function _newPool() internal returns (MockPool) {
        return MockPool(factory.make(poolImplementation, abi.encode(address(data))));
    }

    function _newBilling() internal returns (ComputeBilling) {
        return Deploy.billing(address(factory), poolImplementation, address(alita), address(registry));
    }

    /* ACTORS */

    function _terms() internal view returns (ComputeTerms memory) {
        return
            ComputeTerms({
                token: address(data),
                pair: address(pair),
                open: true,
                cohort: 3,
                minCohort: 2,
                burnBps: 1_000,
                unitPrice: UNIT_PRICE,
                epsilonPerJob: 1e18,
                epsilonPerPeriod: 3e18,
                privacyPeriod: 1 days,
                attesterSet: hashOf(attesterSet(2)),
                arbiter: address(0)
            });
    }

    function _tag(uint256 i) internal pure returns (bytes32) {
        return keccak256(abi.encode("content", i));
    }

    function _record(uint256 i) internal view returns (ContributionRecord memory record) {
        record.provider = providers[i];
        record.units = 100;
        record.number = uint32(i + 1);
        record.submittedAt = uint40(block.timestamp);
        record.quality = 9_000;
        record.kind = ContributionKind.Device;
    }

    function _contribute(uint256 i) internal {
        pool.setRecord(_tag(i), _record(i));
    }

    function _fund(address who, uint256 amount) internal {
        alita.mint(who, amount);
        data.mint(who, amount);
        vm.prank(who);
        alita.approve(address(billing), type(uint256).max);
        vm.prank(who);
        data.approve(address(billing), type(uint256).max);
    }

    /* JOBS */

    function _request() internal view returns (JobRequest memory) {
        return
            JobRequest({
                pool: address(pool),
                coordinator: coordinator,
                program: keccak256("program"),
                maxUnits: MAX_UNITS,
                minCohort: 2,
                epsilon: 0.5e18,
                deadline: uint40(block.timestamp + 2 days),
                coordinatorFee: FEE,
                maxBase: BASE_ESCROW,
                maxData: DATA_ESCROW,
                salt: keccak256("salt")
            });
    }

    /// @dev The job that the request becomes when the consumer opens it now, at the given Data Token wei per unit.
    function _jobOf(JobRequest memory request, uint96 dataPrice) internal view returns (Job memory) {
        ComputeTerms memory terms = pool.computeTerms();
        uint96 unitBurn = uint96((uint256(dataPrice) * terms.burnBps) / 1e4);
        return
            Job({
                pool: request.pool,
                token: terms.token,
                openedAt: uint40(block.timestamp),
                unitPrice: terms.unitPrice,
                unitData: dataPrice - unitBurn,
                unitBurn: unitBurn,
                consumer: consumer,
                coordinator: request.coordinator,
                program: request.program,
                maxUnits: request.maxUnits,
                minCohort: request.minCohort,
                epsilon: request.epsilon,
                deadline: request.deadline,
                coordinatorFee: request.coordinatorFee,
                attesterSet: terms.attesterSet,
                arbiter: terms.arbiter,
                salt: request.salt
            });
    }

    function _open() internal returns (Job memory job) {
        JobRequest memory request = _request();
        job = _jobOf(request, DATA_PRICE);
        vm.prank(consumer);
        billing.openJob(request);
    }

    function _id(Job memory job) internal pure returns (bytes32) {
        return keccak256(abi.encode(_termsOf(job)));
    }

    /// @dev What a claim brings along.
    function _termsOf(Job memory job) internal pure returns (PayTerms memory) {
        bytes memory first = abi.encode(
            job.unitBurn,
            job.consumer,
            job.coordinator,
            job.program,
            job.maxUnits,
            job.minCohort
        );
        bytes memory second = abi.encode(
            job.epsilon,
            job.deadline,
            job.coordinatorFee,
            job.attesterSet,
            job.arbiter,
            job.salt
        );
        bytes32 rest = keccak256(bytes.concat(first, second));
        return PayTerms(job.pool, job.token, job.openedAt, job.unitPrice, job.unitData, rest);
    }

    /* RESULTS */

    /// @dev 100 + 200 + 300 units.
    function _payouts() internal view returns (Payout[] memory leaves) {
        leaves = new Payout[](3);
        for (uint256 i = 0; i < 3; ++i) leaves[i] = _payout(i, uint64(100 * (i + 1)));
    }

    function _payout(uint256 i, uint64 units) internal view returns (Payout memory) {
        return Payout({index: uint32(i), provider: providers[i], contribution: _tag(i), units: units});
    }

    function _settlement() internal view returns (Settlement memory) {
        return Settlement({units: 600, resultDigest: keccak256("result"), payoutRoot: PayoutTree.root(_payouts())});
    }

    function _settle(Job memory job) internal {
        vm.prank(coordinator);
        billing.settle(job, _settlement(), "");
    }

    function _settleWith(Job memory job, Settlement memory settlement) internal {
        bytes memory consent = sign(CONSUMER_KEY, billing.consentDigest(_id(job), settlement));
        vm.prank(job.coordinator);
        billing.settle(job, settlement, consent);
    }

    function _settleConsented(Job memory job) internal {
        _settleWith(job, _settlement());
    }

    function _dispute(Job memory job) internal {
        vm.prank(consumer);
        billing.dispute(job);
    }

    function _ruling(Job memory job, uint64 units, bytes32 root) internal view returns (JobRuling memory) {
        return JobRuling(_id(job), units, root, uint40(block.timestamp + 1 hours));
    }

    function _resolve(Job memory job, JobRuling memory ruling) internal {
        billing.resolve(job, ruling, attesterSet(2), signatures(billing.rulingDigest(ruling), 2));
    }

    function _proof(uint256 i) internal view returns (bytes memory) {
        return PayoutTree.proof(_payouts(), i);
    }

    function _claim(Job memory job, uint256 i) internal {
        billing.claim(_termsOf(job), _payouts()[i], _proof(i));
    }

    function _skip(uint256 time) internal {
        vm.warp(block.timestamp + time);
    }
}
