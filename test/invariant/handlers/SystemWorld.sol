// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {DataPool} from "../../../contracts/DataPool.sol";
import {DataToken} from "../../../contracts/DataToken.sol";
import {Pair} from "../../../contracts/Pair.sol";
import {Router} from "../../../contracts/Router.sol";
import {Contribution} from "../../../contracts/types/Contribution.sol";
import {DatasetParams} from "../../../contracts/types/Dataset.sol";
import {Compute} from "../../fixtures/Compute.sol";
import {FlashBorrower} from "../../mocks/FlashBorrower.sol";
import {Deploy} from "../../utils/Deploy.sol";

/// @notice One deployment with two datasets, the first paying rewards in its Data Token and the second in ALITA, the
/// people who use them, and the book of what nobody may lose.
/// @dev Four people each trade, provide, stake, vote, buy and consume; the maker, the coordinator, a prover and a thief
/// have their own parts. Deeds act by vm.prank alone: vm.startPrank would outlive a deed that is refused.
abstract contract SystemWorld is Compute {
    struct Market {
        DataToken token;
        Pair pair;
        DataPool pool;
    }

    struct Entry {
        uint256 market;
        bytes32 original; // tag of what this is a copy of, or 0
        Contribution content;
    }

    uint256 internal constant HOLDINGS = 9; // of each member
    uint256 internal constant MEMBERS = 8;
    uint256 internal constant SPARE_KEY = 0x5BA2E; // an attester of no pool

    Market[2] internal markets;
    Router internal router;
    FlashBorrower internal borrower;

    address[4] internal people;
    uint256[4] internal personKeys = [ALICE_KEY, 0xB0, 0xCA, 0xDA];
    address internal immutable prover = vm.addr(0xF0);
    address internal immutable thief = vm.addr(0x7F);
    address[MEMBERS] internal members;

    uint256 internal market; // of which token, pair and pool are
    Entry[] internal entries;
    uint256[2] internal minted; // Data Token wei at launch
    uint256[2] public burned; // Data Token wei that jobs burned
    string public breach; // the first promise that was broken
    mapping(string deed => uint256) public count; // how often each deed went through

    /* BIRTH */

    function setUp() public override {
        _deploySystem();
        router = Deploy.router(address(factory));
        borrower = new FlashBorrower();
        for (uint256 i = 0; i < 4; ++i) people[i] = vm.addr(personKeys[i]);
        members = [people[0], people[1], people[2], people[3], maker, coordinator, prover, thief];
        alita.transfer(people[3], FUNDS);
        alita.transfer(vm.addr(SPARE_KEY), FUNDS);
        alita.transfer(thief, FUNDS);

        _launchMarket(_params());
        _launchMarket(_paramsInBase());
        _deployBilling();
        for (uint256 i = 0; i < 2; ++i) _approveMembers(i);
        _skip(1 hours); // both pairs have a price
        for (uint256 i = 0; i < 2; ++i) _begin(i);
    }

    /// @dev So small an allocation that the stake of four decides votes.
    function _paramsInBase() private returns (DatasetParams memory p) {
        p = _params();
        p.pool.rewardInBase = true;
        p.pool.allocation = 400e18;
        p.pool.updateMax = 5e18;
        p.pool.burnBps = 0;
    }

    function _launchMarket(DatasetParams memory p) private {
        uint256 i = address(markets[0].token) == address(0) ? 0 : 1;
        if (i == 0) (p.pool.epsilonPerJob, p.pool.epsilonPerPeriod) = (0, 0); // and the other has a privacy policy
        _launch(p);
        markets[i] = Market(token, pair, pool);
        minted[i] = token.totalSupply();
    }

    function _approveMembers(uint256 i) private {
        _enter(i);
        for (uint256 j = 0; j < MEMBERS; ++j) {
            _approve(members[j]);
            _approveBilling(members[j]);
            vm.startPrank(members[j]);
            alita.approve(address(router), type(uint256).max);
            token.approve(address(router), type(uint256).max);
            pair.approve(address(router), type(uint256).max);
            vm.stopPrank();
        }
    }

    /// @dev Everybody has bought, provided and staked a first time.
    function _begin(uint256 i) private {
        _enter(i);
        for (uint256 j = 0; j < 4; ++j) {
            vm.prank(people[j]);
            pair.swapExactIn(address(alita), 500e18, 0, people[j], NEVER);
            entries.push(Entry(i, 0, _contribute(people[j], 9_000)));
        }
        _passWindow();
        for (uint256 j = 0; j < 4; ++j) {
            Contribution memory c = entries[entries.length - 4 + j].content;
            _claim(c, pool.rewardOf(c.contentTag));
        }
    }

    /* CHOICES */

    uint16 internal constant PERFECT = 10_000; // bps

    function _enter(uint256 i) internal {
        market = i % 2;
        (token, pair, pool) = (markets[market].token, markets[market].pair, markets[market].pool);
    }

    /// @dev The person and the market that a seed stands for.
    function _begins(uint256 seed) internal returns (address) {
        _enter(seed >> 4);
        return people[(seed >> 8) % 4];
    }

    function _coin(uint256 seed) internal view returns (IERC20) {
        return seed % 2 == 0 ? IERC20(address(alita)) : IERC20(address(token));
    }

    /// @dev A number from `min` to `max` that depends on all of `seed`.
    function _between(uint256 seed, uint256 min, uint256 max) internal pure returns (uint256) {
        return max <= min ? min : min + (uint256(keccak256(abi.encode(seed))) % (max - min + 1));
    }

    /// @dev One of the entries, and its market is entered.
    function _entry(uint256 seed) internal returns (Entry memory e) {
        e = entries[_between(seed, 0, entries.length - 1)];
        _enter(e.market);
    }

    function _keyOf(address person) internal view returns (uint256 key) {
        for (uint256 i = 0; i < 4; ++i) if (people[i] == person) key = personKeys[i];
    }

    /* THE BOOK */

    /// @dev What each member holds: ALITA, both Data Tokens, both liquidities, what is at stake and owed in both pools.
    function _holdings() internal view returns (uint256[] memory held) {
        held = new uint256[](MEMBERS * HOLDINGS);
        for (uint256 i = 0; i < MEMBERS; ++i) {
            held[i * HOLDINGS] = alita.balanceOf(members[i]);
            for (uint256 j = 0; j < 2; ++j) _hold(held, i * HOLDINGS + 1 + 4 * j, markets[j], members[i]);
        }
    }

    function _hold(uint256[] memory held, uint256 place, Market storage m, address account) private view {
        held[place] = m.token.balanceOf(account);
        held[place + 1] = m.pair.balanceOf(account);
        held[place + 2] = uint256(m.pool.positionOf(account).staked) + m.pool.accountOf(account).unbonding;
        held[place + 3] = m.pool.revenueOf(account);
    }

    /// @dev A deed went through: only its actor and who was proven a cheat may have less than before.
    function _did(string memory deed, uint256[] memory before, address actor, address cheat) internal {
        ++count[deed];
        uint256[] memory held = _holdings();
        for (uint256 i = 0; i < held.length; ++i) {
            address member = members[i / HOLDINGS];
            if (member == actor || member == cheat || held[i] >= before[i]) continue;
            _break(string.concat("T4: somebody lost by another's deed: ", deed));
        }
    }

    function _did(string memory deed, uint256[] memory before, address actor) internal {
        _did(deed, before, actor, address(0));
    }

    function _break(string memory what) internal {
        if (bytes(breach).length == 0) breach = what;
    }
}
