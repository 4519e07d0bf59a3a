// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttesterRegistry} from "../../contracts/interfaces/IAttesterRegistry.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {AttesterSet, AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Assessment, Contribution} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {Parameter, ParameterProposal} from "../../contracts/types/Proposal.sol";
import {Notice} from "../../contracts/types/PoolState.sol";
import {PoolActions} from "../fixtures/PoolActions.sol";

/// @notice T19: a maker that decides alone takes the ground from under attestations that are signed but not submitted.
contract T19NoticeOfChangesTest is PoolActions {
    uint16 private constant LEAST = 5_000; // bps, at creation

    /* LEAST QUALITY */

    /// The maker could raise the least quality in front of a contribution that was attested below it.
    function test_T19_minQualityHasANoticeWithoutStaking() public {
        _launchUnstaked();
        _set(Parameter.MinQuality, abi.encode(uint16(9_000)));
        _assertQualityBoundary(9_000);
    }

    /// Above 60 % of the weight a proposal of the maker passes without a vote.
    function test_T19_minQualityHasANoticeByProposal() public {
        _execute(Parameter.MinQuality, abi.encode(uint16(9_000)));
        _assertQualityBoundary(9_000);
    }

    /// @dev Till the last second of the notice what was attested counts, from the next one it does not.
    function _assertQualityBoundary(uint16 next) private {
        uint256 from = _now() + NOTICE;
        assertEq(pool.minQuality(), LEAST);
        vm.warp(from - 1);
        assertEq(pool.minQuality(), LEAST);
        _contribute(alice, LEAST);

        vm.warp(from);
        assertEq(pool.minQuality(), next);
        _refuse(bob, next - 1, abi.encodeWithSelector(IDataPool.QualityTooLow.selector, next - 1, next));
        _contribute(bob, next);
    }

    function test_T19_loweringWaitsAsWell() public {
        _launchUnstaked();
        _set(Parameter.MinQuality, abi.encode(uint16(1)));
        _skip(NOTICE - 1);
        assertEq(pool.minQuality(), LEAST);
        _skip(1);
        assertEq(pool.minQuality(), 1);
    }

    function test_T19_aFurtherChangeReplacesTheComingOneAndStartsAnew() public {
        _launchUnstaked();
        _set(Parameter.MinQuality, abi.encode(uint16(9_000)));
        _skip(NOTICE - 1);
        _set(Parameter.MinQuality, abi.encode(uint16(6_000)));
        uint256 from = _now() + NOTICE;
        _assertNotice(Parameter.MinQuality, from, bytes32(uint256(LEAST)), bytes32(uint256(6_000)));
        _skip(1);
        assertEq(pool.minQuality(), LEAST, "the first never comes");
        vm.warp(from - 1);
        assertEq(pool.minQuality(), LEAST);
        vm.warp(from);
        assertEq(pool.minQuality(), 6_000);

        _set(Parameter.MinQuality, abi.encode(uint16(7_000)));
        assertEq(pool.minQuality(), 6_000, "what came stands while the next is announced");
    }

    /* ATTESTERS */

    /// The maker could replace the attesters in front of a contribution that the old ones signed.
    function test_T19_attestersHaveANoticeWithoutStaking() public {
        _launchUnstaked();
        AttesterSet memory next = _onlyFirst();
        _set(Parameter.Attesters, abi.encode(next));
        _assertAttestersBoundary(next);
    }

    function test_T19_attestersHaveANoticeByProposal() public {
        AttesterSet memory next = _onlyFirst();
        _execute(Parameter.Attesters, abi.encode(next));
        _assertAttestersBoundary(next);
    }

    function _assertAttestersBoundary(AttesterSet memory next) private {
        uint256 from = _now() + NOTICE;
        bytes32 old = registry.hashSet(attesters);
        bytes32 hash = registry.hashSet(next);
        _assertNotice(Parameter.Attesters, from, old, hash);
        assertEq(pool.minQuality(), LEAST, "the other term is not announced");
        vm.warp(from - 1);
        assertEq(pool.attesterSet(), old);
        assertEq(pool.computeTerms().attesterSet, old);
        _contribute(alice, LEAST);

        vm.warp(from);
        assertEq(pool.attesterSet(), hash);
        assertEq(pool.computeTerms().attesterSet, hash);
        _refuse(bob, LEAST, abi.encodeWithSelector(IAttesterRegistry.UnknownAttesterSet.selector, hash, old));
        attesters = next;
        _contribute(bob, LEAST);
    }

    function _onlyFirst() private view returns (AttesterSet memory next) {
        next = AttesterSet({threshold: 1, attesters: new address[](1)});
        next.attesters[0] = attesters.attesters[0];
    }

    /* BOTH */

    function test_T19_theTwoNoticesRunApart() public {
        _launchUnstaked();
        bytes32 old = pool.attesterSet();
        bytes32 next = registry.hashSet(_onlyFirst());
        _set(Parameter.Attesters, abi.encode(_onlyFirst()));
        _skip(NOTICE - 1);
        _set(Parameter.MinQuality, abi.encode(uint16(9_000)));
        assertEq(pool.attesterSet(), old);
        _skip(1);
        assertEq(pool.attesterSet(), next);
        assertEq(pool.minQuality(), LEAST);
        _skip(NOTICE - 1);
        assertEq(pool.minQuality(), 9_000);
    }

    function test_T19_thePriceOfComputeChangesAtOnce() public {
        _launchUnstaked();
        vm.expectEmit();
        emit IDataPool.SetParameter(Parameter.UnitPrice, 0, abi.encode(uint96(7)), _now());
        _set(Parameter.UnitPrice, abi.encode(uint96(7)));
        assertEq(pool.unitPrice(), 7);
        assertEq(pool.minQuality(), LEAST);
        _assertNotice(Parameter.MinQuality, 0, 0, 0);
    }

    function test_T19_theEventTellsFromWhen() public {
        _launchUnstaked();
        vm.expectEmit();
        emit IDataPool.SetParameter(Parameter.MinQuality, 0, abi.encode(uint16(0)), _now() + NOTICE);
        _set(Parameter.MinQuality, abi.encode(uint16(0)));
        vm.expectEmit();
        emit IDataPool.SetParameter(Parameter.Attesters, 0, abi.encode(_onlyFirst()), _now() + NOTICE);
        _set(Parameter.Attesters, abi.encode(_onlyFirst()));
    }

    /* DEEDS */

    function _launchUnstaked() private {
        DatasetParams memory p = _params();
        p.pool.staking = false;
        _launch(p);
    }

    function _set(Parameter parameter, bytes memory data) private {
        vm.prank(maker);
        pool.setParameter(parameter, data);
    }

    function _execute(Parameter parameter, bytes memory data) private {
        ParameterProposal memory p = _change(parameter, data);
        _propose(p);
        pool.executeParameter(p);
    }

    function _refuse(address provider, uint16 quality, bytes memory reason) private {
        Contribution memory c = _contribution(provider);
        Assessment memory a = _assessment(quality);
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.expectRevert(reason);
        vm.prank(provider);
        pool.contribute(c, a, attesters, signatures, 0, NEVER, "");
    }

    function _assertNotice(Parameter parameter, uint256 from, bytes32 current, bytes32 next) private view {
        Notice memory expected = Notice({from: from, current: current, next: next});
        assertEq(abi.encode(pool.noticeOf(parameter)), abi.encode(expected));
    }
}
