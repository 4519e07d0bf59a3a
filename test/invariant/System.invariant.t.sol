// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StdAssertions} from "forge-std/StdAssertions.sol";
import {StdInvariant} from "forge-std/StdInvariant.sol";
import {SystemHandler} from "./handlers/SystemHandler.sol";
import {SystemSteps} from "./handlers/SystemSteps.sol";

/// @notice Exchange, pools, billing and registry in one story: nothing appears or vanishes, all that is owed is there,
/// nobody loses by another's deed (T4), and at the end everybody can leave.
contract SystemInvariants is StdAssertions, StdInvariant {
    SystemHandler private handler;

    function setUp() public {
        handler = new SystemHandler();
        string[] memory interfaces = new string[](1);
        interfaces[0] = "SystemSteps";
        targetInterface(FuzzInterface(address(handler), interfaces));
        targetContract(address(handler)); // and nothing else that the runner may recognize
    }

    function invariant_nothingIsLostAndNobodyIsRobbed() public view {
        handler.checkSupplies();
        handler.checkSolvency();
        assertEq(handler.breach(), "");
    }

    /// @dev After every story.
    function afterInvariant() public {
        handler.finish();
        handler.checkSupplies();
        assertEq(handler.breach(), "");
    }

    /* REACH */

    /// @dev A long story does every deed; the promises hold after it, and everybody leaves.
    function test_handler_reachesEveryDeed() public {
        bytes4[39] memory deeds = _selectors();
        for (uint256 i = 0; i < 1_500; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("story", i)));
            (bool ok, ) = address(handler).call(abi.encodeWithSelector(deeds[(seed >> 200) % deeds.length], seed));
            ok; // a refusal is an answer, too
        }
        invariant_nothingIsLostAndNobodyIsRobbed();
        afterInvariant();

        string[40] memory names = _names();
        for (uint256 i = 0; i < names.length; ++i) assertGt(handler.count(names[i]), 0, names[i]);
    }

    function _selectors() private pure returns (bytes4[39] memory) {
        return
            [
                SystemSteps.sell.selector,
                SystemSteps.buyExactly.selector,
                SystemSteps.sellThroughRouter.selector,
                SystemSteps.swapAsV2.selector,
                SystemSteps.flash.selector,
                SystemSteps.addLiquidity.selector,
                SystemSteps.removeLiquidity.selector,
                SystemSteps.zapIn.selector,
                SystemSteps.collectMakerFee.selector,
                SystemSteps.donate.selector,
                SystemSteps.contribute.selector,
                SystemSteps.update.selector,
                SystemSteps.copy.selector,
                SystemSteps.slash.selector,
                SystemSteps.revoke.selector,
                SystemSteps.claim.selector,
                SystemSteps.stake.selector,
                SystemSteps.unstake.selector,
                SystemSteps.withdraw.selector,
                SystemSteps.buyLicence.selector,
                SystemSteps.claimRevenue.selector,
                SystemSteps.propose.selector,
                SystemSteps.vote.selector,
                SystemSteps.accept.selector,
                SystemSteps.claimVoteReward.selector,
                SystemSteps.topUp.selector,
                SystemSteps.setPrice.selector,
                SystemSteps.close.selector,
                SystemSteps.openJob.selector,
                SystemSteps.openJobWithBase.selector,
                SystemSteps.settle.selector,
                SystemSteps.dispute.selector,
                SystemSteps.resolve.selector,
                SystemSteps.claimWork.selector,
                SystemSteps.claimFee.selector,
                SystemSteps.refund.selector,
                SystemSteps.bond.selector,
                SystemSteps.steal.selector,
                SystemSteps.pass.selector
            ];
    }

    function _names() private pure returns (string[40] memory) {
        return
            [
                "sell",
                "buyExactly",
                "sellThroughRouter",
                "swapAsV2",
                "flash",
                "addLiquidity",
                "removeLiquidity",
                "zapIn",
                "collectMakerFee",
                "donate",
                "contribute",
                "update",
                "copy",
                "slash",
                "revoke",
                "claim",
                "stake",
                "unstake",
                "withdraw",
                "buyLicence",
                "claimRevenue",
                "propose",
                "vote",
                "accept",
                "claimVoteReward",
                "topUp",
                "setPrice",
                "close",
                "openJob",
                "openJobWithBase",
                "settle",
                "dispute",
                "resolve",
                "claimWork",
                "claimFee",
                "refund",
                "bond",
                "steal",
                "stealNothing",
                "pass"
            ];
    }
}
