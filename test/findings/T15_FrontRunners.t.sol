// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttesterRegistry} from "../../contracts/interfaces/IAttesterRegistry.sol";
import {IDataPool} from "../../contracts/interfaces/IDataPool.sol";
import {IDatasetFactory} from "../../contracts/interfaces/IDatasetFactory.sol";
import {DataPool} from "../../contracts/DataPool.sol";
import {AttesterSignature} from "../../contracts/types/Attestation.sol";
import {Assessment, Contribution} from "../../contracts/types/Contribution.sol";
import {System} from "../fixtures/System.sol";

/// @notice T14, T15: somebody reads a contribution before it is mined and tries to profit from it.
contract T15FrontRunnersTest is System {
    Contribution private c;
    Assessment private a;

    function setUp() public override {
        super.setUp();
        (c, a) = (_contribution(alice), _assessment(9_000));
    }

    /// @dev With the provider's name exchanged the attesters have signed something else.
    function test_T15_aCopyUnderAnotherNameIsNotAttested() public {
        AttesterSignature[] memory signatures = _attest(c, a);
        c.provider = stranger;
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IAttesterRegistry.BadSignature.selector, attesters.attesters[0]));
        pool.contribute(c, a, attesters, signatures, 0, NEVER, "");
    }

    /// @dev Without the provider's name exchanged it takes the provider's word, and pays the provider.
    function test_T15_theSameSubmittedByAnotherPaysItsProvider() public {
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.NotProvider.selector, stranger, alice));
        pool.contribute(c, a, attesters, signatures, 0, NEVER, "");

        bytes memory consent = _sign(ALICE_KEY, pool.consentDigest(c, 0, NEVER));
        vm.prank(stranger);
        uint256 reward = pool.contribute(c, a, attesters, signatures, 0, NEVER, consent);
        _passWindow();
        uint256 before = token.balanceOf(alice);
        _claim(c, 0);
        assertEq(token.balanceOf(alice), before + reward);
    }

    /// @dev Whoever owns a pool and its attesters can take a root that it saw and so delay its owner. It earns nothing
    /// where the owner contributes, and a new salt makes a new root of the same content.
    function test_T15_aTakenRootOnlyCostsAnotherAttestation() public {
        DataPool honest = pool;
        _launch(_params()); // the front-runner's, with attesters that sign what it likes
        Contribution memory stolen = _contribution(bob);
        stolen.contentRoot = c.contentRoot;
        _contribute(stolen, a);
        uint256 robbed = pool.escrow();

        DataPool theirs = pool;
        pool = honest;
        AttesterSignature[] memory signatures = _attest(c, a);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IDatasetFactory.ContentExists.selector, c.contentRoot, address(theirs)));
        pool.contribute(c, a, attesters, signatures, 0, NEVER, "");
        assertEq(pool.escrow(), ALLOCATION, "nothing was earned here");
        assertLt(robbed, ALLOCATION, "it paid itself from its own escrow");

        c.contentRoot = _unique("the same records under a new salt");
        assertEq(_contribute(c, a), (MAX_INCENTIVE * 9) / 10);
    }

    /// @dev The tag tells the content whatever the salt, so one content is paid once in a pool.
    function test_T15_aNewSaltDoesNotMakeNewContent() public {
        _contribute(c, a);
        Contribution memory again = _contribution(bob);
        again.contentTag = c.contentTag;
        AttesterSignature[] memory signatures = _attest(again, a);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDataPool.DuplicateContent.selector, c.contentTag));
        pool.contribute(again, a, attesters, signatures, 0, NEVER, "");
    }
}
