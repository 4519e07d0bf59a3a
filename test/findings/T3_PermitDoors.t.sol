// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Router} from "../../contracts/Router.sol";
import {SelfPermit} from "../../contracts/libraries/SelfPermit.sol";
import {Compute} from "../fixtures/Compute.sol";
import {PhantomPermitToken} from "../mocks/PhantomPermitToken.sol";
import {Deploy} from "../utils/Deploy.sol";

/// @notice T3: at every contract that takes a permit, a permit that somebody submitted first blocks nothing, one that
/// proves nothing opens nothing, and nobody's permit pays for another.
contract T3PermitDoorsTest is Compute {
    address[5] private doors;

    function setUp() public override {
        super.setUp();
        _deployBilling();
        Router router = Deploy.router(address(factory));
        doors = [address(pair), address(pool), address(router), address(billing), address(factory)];
        for (uint256 i = 0; i < doors.length; ++i) {
            vm.prank(alice);
            alita.approve(doors[i], 0);
        }
    }

    function test_T3_aPermitSubmittedByAnotherBlocksNothing() public {
        for (uint256 i = 0; i < doors.length; ++i) {
            (uint8 v, bytes32 r, bytes32 s) = _permit(doors[i], 5e18);
            vm.prank(stranger);
            alita.permit(alice, doors[i], 5e18, NEVER, v, r, s);
            vm.prank(alice);
            SelfPermit(doors[i]).selfPermit(address(alita), 5e18, NEVER, v, r, s);
            assertEq(alita.allowance(alice, doors[i]), 5e18);
        }
    }

    /// @dev The precedent reverted at once; without the guard the second submission would, too.
    function test_T3_theTokenItselfRefusesTheSecondSubmission() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(doors[0], 5e18);
        alita.permit(alice, doors[0], 5e18, NEVER, v, r, s);
        vm.expectRevert();
        alita.permit(alice, doors[0], 5e18, NEVER, v, r, s);
    }

    function test_T3_anothersPermitIsNotTheCallers() public {
        for (uint256 i = 0; i < doors.length; ++i) {
            (uint8 v, bytes32 r, bytes32 s) = _permit(doors[i], 5e18);
            vm.prank(stranger);
            vm.expectRevert(_missing(address(alita), stranger));
            SelfPermit(doors[i]).selfPermit(address(alita), 5e18, NEVER, v, r, s);
            assertEq(alita.allowance(alice, doors[i]), 0);
        }
    }

    /// @dev A token with a fallback swallows any permit without allowing anything.
    function test_T3_aPhantomPermitProvesNothing() public {
        PhantomPermitToken phantom = new PhantomPermitToken();
        phantom.mint(alice, 5e18);
        for (uint256 i = 0; i < doors.length; ++i) {
            vm.prank(stranger);
            vm.expectRevert(_missing(address(phantom), stranger));
            SelfPermit(doors[i]).selfPermit(address(phantom), 5e18, NEVER, 27, "r", "s");
        }
        assertEq(phantom.balanceOf(alice), 5e18);
    }

    function _missing(address erc20, address owner) private pure returns (bytes memory) {
        return abi.encodeWithSelector(SelfPermit.PermitAllowance.selector, erc20, owner, 0, 5e18);
    }

    function _permit(address spender, uint256 value) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 permitType = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        uint256 nonce = alita.nonces(alice);
        bytes32 permit = keccak256(abi.encode(permitType, alice, spender, value, nonce, NEVER));
        bytes32 separator = IERC20Permit(address(alita)).DOMAIN_SEPARATOR();
        return vm.sign(ALICE_KEY, keccak256(abi.encodePacked(hex"1901", separator, permit)));
    }
}
