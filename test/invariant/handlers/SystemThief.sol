// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AttesterSignature} from "../../../contracts/types/Attestation.sol";
import {Contribution} from "../../../contracts/types/Contribution.sol";
import {Job, Settlement} from "../../../contracts/types/Job.sol";
import {SystemBilling} from "./SystemBilling.sol";

/// @notice Somebody without any right, who tries every door.
abstract contract SystemThief is SystemBilling {
    /// @dev Nothing the thief tries makes it richer. Some of it may go through: what anybody may do harms nobody.
    function steal(uint256 seed) external {
        address victim = _begins(seed);
        (address target, bytes memory data) = _attempt(seed, victim);
        uint256[] memory before = _holdings();
        uint256 wealth = _wealth();
        vm.prank(thief);
        (bool ok, ) = target.call(data);
        if (_wealth() > wealth) _break("T4: a thief got something");
        _did(ok ? "stealNothing" : "steal", before, thief);
    }

    function _wealth() private view returns (uint256 sum) {
        sum = alita.balanceOf(thief);
        for (uint256 i = 0; i < 2; ++i) {
            sum += markets[i].token.balanceOf(thief) + markets[i].pair.balanceOf(thief);
        }
    }

    function _attempt(uint256 seed, address victim) private returns (address target, bytes memory data) {
        uint256 kind = (seed >> 16) % 4;
        if (kind == 0) return _onTokens(seed, victim);
        if (kind == 1) return (address(pool), _onPool(seed));
        if (kind == 2) return (address(pair), _onPair(seed, victim));
        return _onOthers(seed);
    }

    function _onTokens(uint256 seed, address victim) private view returns (address target, bytes memory data) {
        address[3] memory coins = [address(alita), address(token), address(pair)];
        target = coins[seed % 3];
        if (seed % 5 == 0) return (address(token), abi.encodeCall(token.burnFrom, (victim, 1)));
        if (seed % 5 == 1) return (address(token), abi.encodeCall(token.publishMetadata, (bytes32("mine"))));
        if (seed % 5 == 2) return (address(token), _initialize());
        data = abi.encodeCall(IERC20.transferFrom, (victim, thief, 1));
    }

    function _initialize() private view returns (bytes memory) {
        address[] memory to = new address[](1);
        uint256[] memory amounts = new uint256[](1);
        (to[0], amounts[0]) = (thief, 1e18);
        return abi.encodeCall(token.initialize, (to, amounts));
    }

    function _onPool(uint256 seed) private returns (bytes memory) {
        bytes32 tag = entries[_between(seed, 0, entries.length - 1)].content.contentTag;
        bytes[10] memory calls = [
            abi.encodeCall(pool.claim, (_one(tag), 0)),
            abi.encodeCall(pool.revoke, (tag)),
            abi.encodeCall(pool.withdraw, ()),
            abi.encodeCall(pool.stake, (1)),
            abi.encodeCall(pool.unstake, (1)),
            abi.encodeCall(pool.close, ()),
            abi.encodeCall(pool.setPrice, (0)),
            abi.encodeCall(pool.claimRevenue, ()),
            abi.encodeCall(pool.announceClose, ()),
            _contributeForAnother(seed)
        ];
        return calls[seed % 10];
    }

    /// @dev True signatures of the attesters, and none of the provider.
    function _contributeForAnother(uint256 seed) private returns (bytes memory) {
        Contribution memory c = _contribution(people[seed % 4]);
        AttesterSignature[] memory signatures = _attest(c, _assessment(PERFECT));
        return abi.encodeCall(pool.contribute, (c, _assessment(PERFECT), attesters, signatures, 0, NEVER, ""));
    }

    function _onPair(uint256 seed, address victim) private view returns (bytes memory) {
        bytes[6] memory calls = [
            abi.encodeCall(pair.burn, (thief)),
            abi.encodeCall(pair.mint, (thief)),
            abi.encodeCall(pair.skim, (thief)),
            abi.encodeCall(pair.swap, (1, 0, thief, "")),
            abi.encodeWithSignature("permit(address,address,uint256,uint256,bytes)", victim, thief, 1, NEVER, ""),
            abi.encodeWithSignature(
                "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
                address(0),
                thief,
                1,
                NEVER,
                27,
                bytes32(uint256(1)),
                bytes32(uint256(1))
            )
        ];
        return calls[seed % 6];
    }

    function _onOthers(uint256 seed) private view returns (address, bytes memory) {
        if (seed % 5 == 0) return (address(factory), abi.encodeCall(factory.release, (address(token))));
        if (seed % 5 == 1) {
            return (address(factory), abi.encodeCall(factory.registerContent, (address(token), bytes32("root"))));
        }
        if (seed % 5 == 2) return (address(registry), abi.encodeCall(registry.withdraw, ()));
        if (seed % 5 == 3) return (address(billing), abi.encodeCall(billing.rule, (1, 1)));
        Job memory job;
        if (books.length > 0) job = books[books.length - 1].job;
        return (address(billing), abi.encodeCall(billing.settle, (job, Settlement(1, "result", "root"), "")));
    }
}
