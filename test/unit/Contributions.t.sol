// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DataPool} from "../../contracts/DataPool.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {IDatasetFactory} from "../../contracts/interfaces/IDatasetFactory.sol";
import {AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Assessment, Contribution, ContributionKind, ContributionRecord} from "../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../contracts/types/Dataset.sol";
import {System} from "../fixtures/System.sol";
import {MockGate} from "../mocks/MockGate.sol";

contract ContributionsTest is System {
    uint16 private constant FULL = 10_000; // bps

    /* SHARED */

    /// @dev The provider's attempt to contribute fails with `reason` and changes nothing.
    function _refuse(Contribution memory c, Assessment memory a, bytes memory reason) private {
        _refuse(c, a, 0, NEVER, reason);
    }

    function _refuse(
        Contribution memory c,
        Assessment memory a,
        uint256 minReward,
        uint256 deadline,
        bytes memory reason
    ) private {
        AttesterSignature[] memory signatures = _attest(c, a);
        uint256 escrow = pool.escrow();
        vm.prank(c.provider);
        vm.expectRevert(reason);
        pool.contribute(c, a, attesters, signatures, minReward, deadline, "");
        assertEq(pool.escrow(), escrow, "nothing changed");
    }

    function _contributeWith(Contribution memory c, Assessment memory a, uint256 minReward, uint256 deadline) private {
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.prank(c.provider);
        pool.contribute(c, a, attesters, signatures, minReward, deadline, "");
    }

    function _refuseRevoke(address caller, bytes32 tag, bytes memory reason) private {
        vm.prank(caller);
        vm.expectRevert(reason);
        pool.revoke(tag);
    }

    function _refuseClaim(address caller, bytes32[] memory tags, uint256 toStake, bytes memory reason) private {
        vm.prank(caller);
        vm.expectRevert(reason);
        pool.claim(tags, toStake);
    }

    function _launchWithoutStaking() private {
        DatasetParams memory p = _params();
        p.pool.staking = false;
        _launch(p);
    }

    function _cohort() private view returns (uint256) {
        return pool.computeTerms().cohort;
    }

    function _rewardOf(Contribution memory c) private view returns (uint256) {
        return pool.contributionOf(c.contentTag).reward;
    }

    /* FIRST CONTRIBUTIONS */

    function test_contribute_creditsMaxIncentiveTimesQuality() public {
        Contribution memory c = _contribution(alice);
        assertEq(_contribute(c, _assessment(8_000)), 80e18, "POOL-3: score 8 of 10, max 100");
        assertEq(pool.rewardOf(c.contentTag), 80e18);
        assertEq(pool.escrow(), ALLOCATION - 80e18);
        assertEq(pool.accountOf(alice).rewarded, 80e18);
        assertEq(factory.contentOwner(c.contentRoot), address(pool), "POOL-9");
        assertEq(token.balanceOf(alice), 0, "not paid yet");
    }

    function test_contribute_keepsARecord() public {
        _contribute(bob, FULL);
        Contribution memory c = _contribution(alice);
        c.kind = ContributionKind.Remote;
        _contribute(c, _assessment(7_000));
        ContributionRecord memory record = pool.contributionOf(c.contentTag);
        ContributionRecord memory expected = ContributionRecord({
            provider: alice,
            reward: 70e18,
            units: 100,
            number: 2,
            submittedAt: uint40(_now()),
            revokedAt: 0,
            quality: 7_000,
            kind: ContributionKind.Remote,
            isUpdate: false,
            slashed: false
        });
        assertEq(abi.encode(record), abi.encode(expected));
        assertEq(pool.sketchOf(c.contentTag), c.sketch);
    }

    function test_contribute_tellsWhatWasAccepted() public {
        Contribution memory update = _update(_earnAndStake(alice, FULL));
        Assessment memory a = _assessment(8_000, 5_000);
        AttesterSignature[] memory signatures = _attest(update, a);
        vm.expectEmit(address(pool));
        emit IDataPool.Contribute(update.contentTag, alice, update, 8_000, 5_000, 20e18, 2);
        vm.prank(alice);
        pool.contribute(update, a, attesters, signatures, 0, NEVER, "");
    }

    function test_contribute_keepsNoSketchWithoutStaking() public {
        _launchWithoutStaking();
        Contribution memory c = _contribute(alice, FULL);
        assertEq(pool.sketchOf(c.contentTag), 0);
    }

    function test_contribute_countsProvidersWithDevicesOnce() public {
        _contribute(alice, FULL);
        _contribute(alice, FULL);
        assertEq(_cohort(), 1);
        _contribute(bob, FULL);
        assertEq(_cohort(), 2);
        Contribution memory c = _contribution(carol);
        c.kind = ContributionKind.Remote;
        _contribute(c, _assessment(FULL));
        assertEq(_cohort(), 2, "a remote contribution serves no compute job");
        assertEq(pool.accountOf(alice).live, 2);
    }

    /* QUALITY */

    function test_contribute_passesAtTheBoundsOfQuality() public {
        assertEq(_contribute(_contribution(alice), _assessment(5_000)), 50e18);
        assertEq(_contribute(_contribution(bob), _assessment(FULL)), MAX_INCENTIVE);
    }

    function test_contribute_revertsIf_qualityIsOutOfBounds() public {
        Contribution memory c = _contribution(alice);
        _refuse(c, _assessment(4_999), abi.encodeWithSelector(IDataPool.QualityTooLow.selector, 4_999, 5_000));
        _refuse(c, _assessment(FULL + 1), abi.encodeWithSelector(IDataPool.OutOfRange.selector, FULL + 1, FULL));
        _refuse(c, _assessment(FULL, FULL + 1), abi.encodeWithSelector(IDataPool.OutOfRange.selector, FULL + 1, FULL));
    }

    function test_contribute_acceptsWorthlessData_whereThePoolDoes() public {
        DatasetParams memory p = _params();
        p.pool.minQuality = 0;
        _launch(p);
        assertEq(_contribute(_contribution(alice), _assessment(0)), 0);
        assertEq(_cohort(), 1);
    }

    /* CAPS */

    function test_contribute_creditsTheRestOfTheCap() public {
        _contribute(alice, 8_000);
        assertEq(_contribute(_contribution(alice), _assessment(FULL)), 20e18, "POOL-2");
        assertEq(_contribute(_contribution(alice), _assessment(FULL)), 0, "POOL-2");
        assertEq(_contribute(_contribution(bob), _assessment(FULL)), MAX_INCENTIVE, "the cap is each provider's own");
    }

    function testFuzz_contribute_neverPassesMaxIncentive(uint16[5] memory qualities) public {
        uint256 sum;
        for (uint256 i = 0; i < qualities.length; ++i) {
            uint16 quality = uint16(5_000 + (qualities[i] % 5_001));
            uint256 reward = _contribute(_contribution(alice), _assessment(quality));
            uint256 full = (uint256(MAX_INCENTIVE) * quality) / FULL;
            assertEq(reward, sum + full > MAX_INCENTIVE ? MAX_INCENTIVE - sum : full);
            sum += reward;
        }
        assertLe(sum, MAX_INCENTIVE, "POOL-2");
        assertEq(pool.accountOf(alice).rewarded, sum);
    }

    function testFuzz_contribute_roundsForTheEscrow(uint96 maxIncentive, uint16 quality) public {
        DatasetParams memory p = _params();
        p.pool.minQuality = 0;
        p.pool.maxIncentive = uint96(1 + (maxIncentive % ALLOCATION));
        _launch(p);
        quality = quality % (FULL + 1);
        uint256 reward = _contribute(_contribution(alice), _assessment(quality));
        assertLe(reward * FULL, uint256(p.pool.maxIncentive) * quality);
        assertGt((reward + 1) * FULL, uint256(p.pool.maxIncentive) * quality);
    }

    function test_contribute_creditsTheRestOfTheEscrow() public {
        DatasetParams memory p = _params();
        p.pool.allocation = 150e18;
        _launch(p);
        _contribute(alice, FULL);
        assertEq(_contribute(_contribution(bob), _assessment(FULL)), 50e18);
        assertEq(pool.escrow(), 0);
        bytes memory reason = abi.encodeWithSelector(IDataPool.AllocationExhausted.selector);
        _refuse(_contribution(carol), _assessment(FULL), reason);
    }

    function test_contribute_passesWithTheLastWeiOfTheEscrow() public {
        DatasetParams memory p = _params();
        p.pool.allocation = uint96(MAX_INCENTIVE) + 1;
        _launch(p);
        _contribute(alice, FULL);
        assertEq(_contribute(_contribution(bob), _assessment(FULL)), 1);
    }

    function test_contribute_revertsIf_rewardIsBelowWhatIsAccepted() public {
        Contribution memory c = _contribution(alice);
        Assessment memory a = _assessment(8_000);
        bytes memory reason = abi.encodeWithSelector(IDataPool.RewardTooLow.selector, 80e18, 80e18 + 1);
        _refuse(c, a, 80e18 + 1, NEVER, reason);
        _contributeWith(c, a, 80e18, NEVER);
    }

    /* WHAT MUST BE THERE */

    function test_contribute_revertsIf_somethingIsMissing() public {
        bytes memory reason = abi.encodeWithSelector(IDataPool.EmptyContribution.selector);
        Contribution memory c = _contribution(alice);
        c.units = 0;
        _refuse(c, _assessment(FULL), reason);
        c = _contribution(alice);
        c.contentRoot = 0;
        _refuse(c, _assessment(FULL), reason);
        c = _contribution(alice);
        c.contentTag = 0;
        _refuse(c, _assessment(FULL), reason);
    }

    /// @dev From a signature of zeros no key is recovered, and the zero address is what stands for none.
    function test_contribute_revertsIf_providerIsTheZeroAddress() public {
        Contribution memory c = _contribution(address(0));
        Assessment memory a = _assessment(FULL);
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotProvider.selector, bob, address(0)));
        vm.prank(bob);
        pool.contribute(c, a, attesters, signatures, 0, NEVER, new bytes(65));
    }

    function test_contribute_passesInTheLastSecond() public {
        Assessment memory a = _assessment(FULL);
        vm.warp(a.deadline);
        _contributeWith(_contribution(alice), a, 0, _now());
    }

    function test_contribute_revertsIf_deadlinePassed() public {
        Contribution memory c = _contribution(alice);
        Assessment memory a = _assessment(FULL);
        vm.warp(a.deadline + 1);
        _refuse(c, a, abi.encodeWithSelector(IDataPool.DeadlinePassed.selector, a.deadline, _now()));
        uint256 deadline = _now() - 1;
        bytes memory reason = abi.encodeWithSelector(IDataPool.DeadlinePassed.selector, deadline, _now());
        _refuse(c, _assessment(FULL), 0, deadline, reason);
    }

    /* DUPLICATES */

    function test_contribute_revertsIf_tagIsKnownInThePool() public {
        Contribution memory first = _contribute(alice, FULL);
        Contribution memory c = _contribution(bob);
        c.contentTag = first.contentTag;
        bytes memory reason = abi.encodeWithSelector(IDataPool.DuplicateContent.selector, c.contentTag);
        _refuse(c, _assessment(FULL), reason);

        vm.prank(alice);
        pool.revoke(first.contentTag);
        _refuse(c, _assessment(FULL), reason);
    }

    function test_contribute_acceptsATagOfAnotherPool() public {
        Contribution memory first = _contribute(alice, FULL);
        _launch(_params());
        Contribution memory c = _contribution(alice);
        c.contentTag = first.contentTag;
        assertEq(_contribute(c, _assessment(FULL)), MAX_INCENTIVE);
    }

    function test_contribute_revertsIf_rootIsKnownAnywhere() public {
        DataPool firstPool = pool;
        Contribution memory c = _contribution(bob);
        c.contentRoot = _contribute(alice, FULL).contentRoot;
        bytes memory reason = abi.encodeWithSelector(IDatasetFactory.ContentExists.selector, c.contentRoot, firstPool);
        _refuse(c, _assessment(FULL), reason);
        _launch(_params());
        _refuse(c, _assessment(FULL), reason);
        assertEq(pool.contributionOf(c.contentTag).provider, address(0), "POOL-9");
    }

    /* GATE */

    function test_contribute_asksTheGate() public {
        MockGate gate = new MockGate();
        DatasetParams memory p = _params();
        p.pool.gate = address(gate);
        _launch(p);
        gate.admit(alice, address(pool));
        gate.admit(bob, address(this));
        assertEq(_contribute(_contribution(alice), _assessment(FULL)), MAX_INCENTIVE);
        bytes memory reason = abi.encodeWithSelector(IDataPool.NotEligible.selector, bob, gate);
        _refuse(_contribution(bob), _assessment(FULL), reason);
    }

    /* CLOSING */

    function test_contribute_passesUntilTheNoticeEnds() public {
        vm.prank(maker);
        pool.announceClose();
        uint256 closingAt = _now() + 3 days;
        vm.warp(closingAt - 1);
        assertTrue(pool.contributionsOpen());
        _contribute(alice, FULL);
        vm.warp(closingAt);
        assertFalse(pool.contributionsOpen());
        bytes memory reason = abi.encodeWithSelector(IDataPool.ContributionsClosed.selector, closingAt);
        _refuse(_contribution(bob), _assessment(FULL), reason);
    }

    /* UPDATES */

    function test_contribute_creditsAnUpdateOutsideTheCap() public {
        Contribution memory first = _earnAndStake(alice, FULL);
        Contribution memory update = _update(first);
        assertEq(_contribute(update, _assessment(8_000, 5_000)), 20e18, "50 * 80 % * 50 %");
        assertEq(pool.accountOf(alice).rewarded, MAX_INCENTIVE);
        assertTrue(pool.contributionOf(update.contentTag).isUpdate);
    }

    function testFuzz_contribute_roundsUpdatesForTheEscrow(uint16 quality, uint16 novelty) public {
        (quality, novelty) = (5_000 + (quality % 5_001), novelty % 10_001);
        Contribution memory update = _update(_earnAndStake(alice, FULL));
        uint256 reward = _contribute(update, _assessment(quality, novelty));
        uint256 exact = uint256(UPDATE_MAX) * quality * novelty; // in 1e-8 wei
        assertLe(reward * 1e8, exact);
        assertGt((reward + 1) * 1e8, exact);
    }

    function test_contribute_boundsAnUpdateByTheEscrow() public {
        DatasetParams memory p = _params();
        p.pool.allocation = MAX_INCENTIVE + 1;
        _launch(p);
        Contribution memory update = _update(_earnAndStake(alice, FULL));
        assertEq(_contribute(update, _assessment(FULL, FULL)), 1);
        assertTrue(pool.contributionOf(update.contentTag).isUpdate, "for a single wei too");
    }

    function test_contribute_revertsIf_thePoolHasNoUpdates() public {
        _launchWithoutStaking();
        Contribution memory update = _update(_contribute(alice, FULL));
        _refuse(update, _assessment(FULL, FULL), abi.encodeWithSelector(IDataPool.StakingMode.selector, true));
    }

    function test_contribute_revertsIf_noveltyIsClaimedWithoutParent() public {
        bytes memory reason = abi.encodeWithSelector(IDataPool.NoveltyWithoutParent.selector, 1);
        _refuse(_contribution(alice), _assessment(FULL, 1), reason);
    }

    function test_contribute_revertsIf_parentIsNotUsable() public {
        Contribution memory own = _earnAndStake(alice, FULL);
        Contribution memory others = _contribute(bob, FULL);
        Contribution memory update = _update(own);

        update.parent = keccak256("unknown");
        _refuseParent(update);
        update.parent = others.contentTag;
        _refuseParent(update);
        update.parent = update.contentTag;
        _refuseParent(update);

        vm.prank(alice);
        pool.revoke(own.contentTag);
        update.parent = own.contentTag;
        _refuseParent(update);
    }

    function test_contribute_revertsIf_parentWasSlashed() public {
        Contribution memory original = _contribute(bob, FULL);
        Contribution memory copy = _contribution(alice);
        copy.sketch = original.sketch;
        _contribute(copy, _assessment(FULL));
        pool.slashDuplicate(original.contentTag, copy.contentTag);
        _refuseParent(_update(copy));
    }

    function _refuseParent(Contribution memory update) private {
        bytes memory reason = abi.encodeWithSelector(IDataPool.ParentNotUsable.selector, update.parent);
        _refuse(update, _assessment(FULL, FULL), reason);
    }

    function test_contribute_needsTheUpdatesRewardAtStake() public {
        Contribution memory first = _contribute(alice, FULL);
        _passWindow();
        _claim(first, UPDATE_MAX);
        vm.prank(alice);
        pool.unstake(1);
        bytes memory reason = abi.encodeWithSelector(IDataPool.InsufficientStake.selector, UPDATE_MAX - 1, UPDATE_MAX);
        _refuse(_update(first), _assessment(FULL, FULL), reason);

        vm.prank(alice);
        pool.stake(1);
        assertEq(_contribute(_update(first), _assessment(FULL, FULL)), UPDATE_MAX);
    }

    function test_contribute_letsOneUpdateAtATimeLeanOnAStake() public {
        Contribution memory first = _earnAndStake(alice, FULL);
        _contribute(_update(first), _assessment(FULL, 1));
        uint256 until = _now() + WINDOW;
        vm.warp(until);
        bytes memory reason = abi.encodeWithSelector(IDataPool.UpdateUnderChallenge.selector, until);
        _refuse(_update(first), _assessment(FULL, FULL), reason);
        vm.warp(until + 1);
        assertEq(_contribute(_update(first), _assessment(FULL, FULL)), UPDATE_MAX);
    }

    /* REVOKING */

    function test_revoke_givesTheRewardBackInTheWindow() public {
        Contribution memory c = _contribute(alice, FULL);
        _skip(WINDOW);
        vm.expectEmit(address(pool));
        emit IDataPool.Revoke(c.contentTag, alice, MAX_INCENTIVE);
        vm.prank(alice);
        pool.revoke(c.contentTag);
        assertEq(pool.escrow(), ALLOCATION);
        assertEq(_rewardOf(c), 0);
        assertEq(pool.contributionOf(c.contentTag).revokedAt, _now());
    }

    function test_revoke_leavesTheRewardAfterTheWindow() public {
        Contribution memory c = _contribute(alice, FULL);
        _passWindow();
        vm.expectEmit(address(pool));
        emit IDataPool.Revoke(c.contentTag, alice, 0);
        vm.prank(alice);
        pool.revoke(c.contentTag);
        assertEq(pool.escrow(), ALLOCATION - MAX_INCENTIVE);
        _claim(c, 0);
        assertEq(token.balanceOf(alice), MAX_INCENTIVE);
    }

    function test_revoke_takesTheCountersBack() public {
        Contribution memory first = _contribute(alice, FULL);
        Contribution memory second = _contribute(alice, FULL);
        Contribution memory remote = _contribution(alice);
        remote.kind = ContributionKind.Remote;
        _contribute(remote, _assessment(FULL));

        vm.startPrank(alice);
        pool.revoke(first.contentTag);
        assertEq(_cohort(), 1);
        pool.revoke(remote.contentTag);
        assertEq(_cohort(), 1);
        pool.revoke(second.contentTag);
        assertEq(_cohort(), 0);
        assertEq(pool.accountOf(alice).live, 0);
    }

    function test_revoke_doesNotRefillTheCap() public {
        Contribution memory c = _contribute(alice, FULL);
        vm.prank(alice);
        pool.revoke(c.contentTag);
        assertEq(_contribute(_contribution(alice), _assessment(FULL)), 0, "POOL-2: no second try");
    }

    function test_revoke_revertsIf_itIsNotTheCallersToRevoke() public {
        Contribution memory c = _contribute(alice, FULL);
        _refuseRevoke(maker, c.contentTag, abi.encodeWithSelector(IDataPool.NotProvider.selector, maker, alice));
        bytes32 unknown = keccak256("unknown");
        _refuseRevoke(alice, unknown, abi.encodeWithSelector(IDataPool.UnknownContribution.selector, unknown));
        vm.prank(alice);
        pool.revoke(c.contentTag);
        _refuseRevoke(alice, c.contentTag, abi.encodeWithSelector(IDataPool.AlreadyRevoked.selector, c.contentTag));
    }

    function test_consentOf_tellsWhatComputeMayUse() public {
        _assertConsent(_contribution(alice), 0, 0);
        Contribution memory c = _contribution(alice);
        c.kind = ContributionKind.Remote;
        _contribute(c, _assessment(FULL));
        uint256 submittedAt = _now();
        _assertConsent(c, submittedAt, 0);
        _skip(1);
        vm.prank(alice);
        pool.revoke(c.contentTag);
        _assertConsent(c, submittedAt, _now());
    }

    function _assertConsent(Contribution memory c, uint256 since, uint256 until) private view {
        (address provider, uint40 submittedAt, uint40 revokedAt, ContributionKind kind, bool slashed) = pool.consentOf(
            c.contentTag
        );
        assertEq(provider, since == 0 ? address(0) : c.provider);
        assertEq(submittedAt, since);
        assertEq(revokedAt, until);
        assertEq(uint8(kind), since == 0 ? 0 : uint8(c.kind));
        assertFalse(slashed);
    }

    /* CLAIMING */

    function test_claim_paysFromTheSecondAfterTheWindow() public {
        Contribution memory c = _contribute(alice, FULL);
        uint256 end = _now() + WINDOW;
        vm.warp(end);
        bytes memory reason = abi.encodeWithSelector(IDataPool.NotClaimable.selector, c.contentTag, end + 1);
        _refuseClaim(alice, _one(c.contentTag), 0, reason);
        vm.warp(end + 1);
        _claim(c, 0);
        assertEq(token.balanceOf(alice), MAX_INCENTIVE);
        assertEq(_earned(alice), MAX_INCENTIVE);
    }

    function test_claim_paysManyEachOnce() public {
        bytes32[] memory tags = new bytes32[](3);
        tags[0] = _contribute(alice, 6_000).contentTag;
        tags[1] = _contribute(alice, 8_000).contentTag;
        tags[2] = tags[0];
        _passWindow();
        vm.prank(alice);
        pool.claim(tags, 0);
        assertEq(token.balanceOf(alice), MAX_INCENTIVE);
        _refuseClaim(alice, tags, 0, abi.encodeWithSelector(IDataPool.NothingToClaim.selector));
        _refuseClaim(alice, new bytes32[](0), 0, abi.encodeWithSelector(IDataPool.NothingToClaim.selector));
    }

    function testFuzz_claim_stakesWhatIsAskedFor(uint96 toStake) public {
        toStake = toStake % (MAX_INCENTIVE + 1);
        Contribution memory c = _contribute(alice, FULL);
        _passWindow();
        vm.expectEmit();
        emit IDataPool.Claim(alice, _one(c.contentTag), MAX_INCENTIVE - toStake, toStake);
        _claim(c, toStake);
        assertEq(pool.positionOf(alice).staked, toStake, "POOL-5");
        assertEq(_earned(alice), MAX_INCENTIVE);
        assertEq(pool.totalStaked(), toStake);
        assertEq(token.balanceOf(alice), MAX_INCENTIVE - toStake);
    }

    function test_claim_revertsIf_moreIsStakedThanClaimed() public {
        Contribution memory c = _contribute(alice, FULL);
        _passWindow();
        bytes memory reason = abi.encodeWithSelector(IDataPool.OutOfRange.selector, MAX_INCENTIVE + 1, MAX_INCENTIVE);
        _refuseClaim(alice, _one(c.contentTag), MAX_INCENTIVE + 1, reason);
    }

    function test_claim_revertsIf_thePoolHasNoStaking() public {
        _launchWithoutStaking();
        Contribution memory c = _contribute(alice, FULL);
        _passWindow();
        bytes memory reason = abi.encodeWithSelector(IDataPool.StakingMode.selector, true);
        _refuseClaim(alice, _one(c.contentTag), 1, reason);
        _claim(c, 0);
        assertEq(pool.positionOf(alice).room, 0, "nothing may be staked, whatever was earned");
    }

    function test_claim_revertsIf_oneIsNotTheCallers() public {
        bytes32[] memory tags = new bytes32[](2);
        tags[0] = _contribute(alice, FULL).contentTag;
        tags[1] = _contribute(bob, FULL).contentTag;
        _passWindow();
        _refuseClaim(alice, tags, 0, abi.encodeWithSelector(IDataPool.NotProvider.selector, alice, bob));
        tags[1] = keccak256("unknown");
        _refuseClaim(alice, tags, 0, abi.encodeWithSelector(IDataPool.UnknownContribution.selector, tags[1]));
        assertEq(token.balanceOf(alice), 0);
        assertEq(pool.rewardOf(tags[0]), MAX_INCENTIVE);
    }

    /* SIGNED MESSAGES */

    string private constant CONTRIBUTION_TYPE =
        "Contribution(address provider,uint8 kind,bytes32 contentRoot,bytes32 contentTag,bytes32 sketch,"
        "bytes32 metadata,uint64 units,bytes32 parent)";

    function test_attestationDigest_isTypedData() public {
        Contribution memory c = _update(_contribution(alice));
        Assessment memory a = _assessment(8_000, 5_000);
        bytes32 kind = _typeHash(
            "Attestation(Contribution contribution,uint16 quality,uint16 novelty,uint40 deadline)"
        );
        bytes32 message = keccak256(abi.encode(kind, _hashOf(c), a.quality, a.novelty, a.deadline));
        assertEq(pool.attestationDigest(c, a), _digestOf(message));
    }

    function test_consentDigest_isTypedData() public {
        Contribution memory c = _update(_contribution(alice));
        bytes32 kind = _typeHash("Consent(Contribution contribution,uint256 minReward,uint256 deadline)");
        bytes32 message = keccak256(abi.encode(kind, _hashOf(c), 80e18, 1_900_000_000));
        assertEq(pool.consentDigest(c, 80e18, 1_900_000_000), _digestOf(message));
    }

    /// @dev Of a type with a contribution in it.
    function _typeHash(string memory outer) private pure returns (bytes32) {
        return keccak256(bytes(string.concat(outer, CONTRIBUTION_TYPE)));
    }

    function _hashOf(Contribution memory c) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    keccak256(bytes(CONTRIBUTION_TYPE)),
                    c.provider,
                    c.kind,
                    c.contentRoot,
                    c.contentTag,
                    c.sketch,
                    c.metadata,
                    c.units,
                    c.parent
                )
            );
    }

    /// @dev EIP-712, written out.
    function _digestOf(bytes32 message) private view returns (bytes32) {
        bytes32 kind = keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
        bytes32 domain = keccak256(
            abi.encode(kind, keccak256("Datawell"), keccak256("1"), block.chainid, address(pool))
        );
        return keccak256(abi.encodePacked(hex"1901", domain, message));
    }

    /* VIEWS */

    function test_rewardOf_isZeroForTheUnknown() public view {
        assertEq(pool.rewardOf(keccak256("unknown")), 0);
    }
}
