// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Assessment, Contribution} from "../../../contracts/types/Contribution.sol";
import {Attesters} from "../../mocks/Attesters.sol";
import {AttestationTwin} from "../../reference/AttestationTwin.sol";

/// @notice Attesters bond, leave and contradict themselves, strangers try their luck, in any order; a book of its own
/// says what everybody's bond must be.
contract RegistryHandler is Attesters {
    /// @dev What a bond must be by what happened alone.
    struct Book {
        uint256 bond; // ALITA wei
        uint256 leavesAt; // unix seconds, from when it may be withdrawn; 0: not leaving
        bool barred;
    }

    uint256 public constant ATTESTERS = 4;
    address public constant NOWHERE = 0x000000000000000000000000000000000000dEaD;
    address public constant STRANGER = address(0x57A6E4);
    address private constant POOL = address(0x9001);

    mapping(address attester => Book) public books;
    uint256 public held; // ALITA wei that the registry must have
    uint256 public rewarded; // ALITA wei that reporters got
    uint256 public destroyed; // ALITA wei out of circulation
    string public breach; // what went through and must not, or was refused and must not
    mapping(string deed => uint256) public count; // how often each deed went through

    constructor() {
        vm.warp(1_800_000_000);
        _setUpAttesters(ATTESTERS);
        for (uint256 i = 0; i < ATTESTERS; ++i) books[attester(i)].bond = MIN_BOND;
        held = ATTESTERS * MIN_BOND;
    }

    /* WHAT ATTESTERS DO */

    function register(uint256 who, uint256 amount) external {
        address one = attester(who % ATTESTERS);
        Book storage book = books[one];
        amount = amount % (2 * MIN_BOND);
        bool isAllowed = amount > 0 && !book.barred && book.leavesAt == 0 && book.bond + amount >= MIN_BOND;
        alita.mint(one, amount);
        vm.prank(one);
        alita.approve(address(registry), amount);
        if (!_try("register", one, abi.encodeCall(registry.register, (amount)), isAllowed)) return;
        book.bond += amount;
        held += amount;
    }

    function exit(uint256 who) external {
        address one = attester(who % ATTESTERS);
        Book storage book = books[one];
        bool isAllowed = book.bond > 0 && book.leavesAt == 0;
        if (!_try("exit", one, abi.encodeCall(registry.exit, ()), isAllowed)) return;
        book.leavesAt = _now() + UNBONDING;
    }

    function withdraw(uint256 who) external {
        address one = attester(who % ATTESTERS);
        Book storage book = books[one];
        bool isAllowed = book.leavesAt != 0 && _now() >= book.leavesAt;
        uint256 before = alita.balanceOf(one);
        if (!_try("withdraw", one, abi.encodeCall(registry.withdraw, ()), isAllowed)) return;
        if (alita.balanceOf(one) != before + book.bond) breach = "withdraw paid something else than the bond";
        held -= book.bond;
        (book.bond, book.leavesAt) = (0, 0);
    }

    /* WHAT STRANGERS DO */

    /// @dev Two true signatures over two assessments, which may be the same.
    function slash(uint256 who, uint16 quality, uint16 other, bool byNovelty) external {
        address one = attester(who % ATTESTERS);
        Book storage book = books[one];
        (Assessment memory a, Assessment memory b) = _assessments(quality % 4, other % 4, byNovelty);
        bool isAllowed = book.bond > 0 && (a.quality != b.quality || a.novelty != b.novelty);
        uint256 key = keys[who % ATTESTERS];
        if (!_try("slash", STRANGER, _evidence(one, a, b, key, key, POOL), isAllowed)) return;
        rewarded += book.bond / 2;
        destroyed += book.bond - book.bond / 2;
        held -= book.bond;
        (book.bond, book.leavesAt, book.barred) = (0, 0, true);
    }

    /// @dev Evidence of which one part is another key's, or signed for another pool: never good enough.
    function forge(uint256 who, uint256 how) external {
        uint256 i = who % ATTESTERS;
        (Assessment memory a, Assessment memory b) = _assessments(1, 2, false);
        uint256 foreign = keys[(i + 1) % ATTESTERS];
        uint256 one = how % 3 == 0 ? foreign : keys[i];
        uint256 other = how % 3 == 1 ? foreign : keys[i];
        address pool = how % 3 == 2 ? address(0xBAD) : POOL;
        _try("forge", STRANGER, _evidence(attester(i), a, b, one, other, pool), false);
        ++count["forge"];
    }

    function intrude(uint256 how) external {
        bytes[3] memory calls = [
            abi.encodeCall(registry.exit, ()),
            abi.encodeCall(registry.withdraw, ()),
            abi.encodeCall(registry.register, (MIN_BOND)) // without an allowance
        ];
        _try("intrude", STRANGER, calls[how % 3], false);
        ++count["intrude"];
    }

    /// @dev ALITA that comes without a call is nobody's bond.
    function donate(uint256 amount) external {
        amount = amount % MIN_BOND;
        alita.mint(address(registry), amount);
        held += amount;
        ++count["donate"];
    }

    function wait(uint256 time) external {
        vm.warp(_now() + (time % (UNBONDING / 2)));
        ++count["wait"];
    }

    /* READING */

    function attesterAt(uint256 i) external view returns (address) {
        return attester(i);
    }

    function contracts() external view returns (address token, address registry_) {
        return (address(alita), address(registry));
    }

    /* HELPERS */

    /// @dev Calls the registry, and notes a breach where it answers otherwise than the book says.
    function _try(string memory deed, address who, bytes memory data, bool isAllowed) private returns (bool ok) {
        vm.prank(who);
        (ok, ) = address(registry).call(data);
        if (ok != isAllowed) breach = string.concat(deed, ok ? " went through" : " was refused");
        if (ok) ++count[deed];
    }

    function _assessments(
        uint16 one,
        uint16 other,
        bool byNovelty
    ) private pure returns (Assessment memory, Assessment memory) {
        if (byNovelty) return (Assessment(9_000, one, 1), Assessment(9_000, other, 2));
        return (Assessment(one, 0, 1), Assessment(other, 0, 2));
    }

    function _evidence(
        address who,
        Assessment memory a,
        Assessment memory b,
        uint256 keyA,
        uint256 keyB,
        address pool
    ) private view returns (bytes memory) {
        Contribution memory c;
        (c.contentTag, c.units) = (keccak256("tag"), 100);
        return _accuse(c, a, _signed(keyA, pool, c, a), b, _signed(keyB, pool, c, b), who);
    }

    function _signed(
        uint256 key,
        address pool,
        Contribution memory c,
        Assessment memory assessment
    ) private view returns (bytes memory) {
        return sign(key, AttestationTwin.digest(pool, block.chainid, c, assessment));
    }

    function _accuse(
        Contribution memory c,
        Assessment memory a,
        bytes memory signatureA,
        Assessment memory b,
        bytes memory signatureB,
        address who
    ) private view returns (bytes memory) {
        return abi.encodeCall(registry.slashEquivocation, (POOL, c, a, signatureA, b, signatureB, who));
    }

    function _now() private view returns (uint256) {
        return vm.getBlockTimestamp();
    }
}
