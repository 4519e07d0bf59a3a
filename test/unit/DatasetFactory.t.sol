// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Alita} from "../../contracts/Alita.sol";
import {DatasetFactory} from "../../contracts/DatasetFactory.sol";
import {DataToken} from "../../contracts/DataToken.sol";
import {Pair} from "../../contracts/Pair.sol";
import {IDatasetFactory} from "../../contracts/interfaces/IDatasetFactory.sol";
import {IDataToken} from "../../contracts/interfaces/IDataToken.sol";
import {IPair} from "../../contracts/interfaces/IPair.sol";
import {ExactTransfer} from "../../contracts/libraries/ExactTransfer.sol";
import {PairAddress} from "../../contracts/libraries/PairAddress.sol";
import {LaunchRules} from "../../contracts/libraries/LaunchRules.sol";
import {ShortText} from "../../contracts/libraries/ShortText.sol";
import {Dataset, DatasetParams, LaunchTerms} from "../../contracts/types/Dataset.sol";
import {Permit} from "../../contracts/types/Permit.sol";
import {System} from "../fixtures/System.sol";
import {Reentrant} from "../mocks/Reentrant.sol";
import {TestToken} from "../mocks/TestToken.sol";

contract DatasetFactoryTest is System {
    uint256 private constant Q128 = 2 ** 128;
    uint256 private constant SUPPLY = 1_000_000e18; // Data Token wei
    uint256 private constant LOCKED = 400_000e18; // Data Token wei left after liquidity and allocation

    function setUp() public override {
        _deploySystem();
        vm.prank(maker);
        alita.approve(address(factory), type(uint256).max);
    }

    /* SHARED */

    function _refuse(DatasetParams memory p, bytes memory reason) private {
        uint256 funds = alita.balanceOf(maker);
        vm.prank(maker);
        vm.expectRevert(reason);
        factory.createDataset(p, _noPermit());
        assertEq(alita.balanceOf(maker), funds, "nothing changed");
    }

    function _useTestToken() private returns (TestToken coin) {
        coin = new TestToken("ALITA");
        coin.mint(maker, FUNDS);
        alita = Alita(address(coin));
        factory = _newFactory(address(coin));
        vm.prank(maker);
        alita.approve(address(factory), type(uint256).max);
    }

    function _liquidity() private pure returns (uint256) {
        return Math.sqrt(100_000e18 * 50_000e18) - 1_000;
    }

    function _lockEnd() private view returns (uint256) {
        return factory.launchTerms(address(token)).lockedUntil;
    }

    /* LAUNCH */

    function test_createDataset_happensWherePredicted() public {
        DatasetParams memory p = _params();
        Dataset memory expected = factory.predict(maker, p);
        _launch(p);
        assertEq(abi.encode(factory.datasetOf(address(token))), abi.encode(expected));
        assertEq(factory.poolOf(expected.token), expected.pool);
        assertEq(token.name(), "Weather");
        assertEq(token.symbol(), "WTHR");
        assertEq(token.metadataAt(1), p.metadata);
        assertEq(pair.makerFeeShare(), p.makerFeeShare);
    }

    function test_createDataset_tellsAllTerms() public {
        DatasetParams memory p = _params();
        Dataset memory d = factory.predict(maker, p);
        vm.expectEmit();
        emit IDatasetFactory.CreateDataset(d.token, maker, d.pool, d.pair, p);
        vm.prank(maker);
        factory.createDataset(p, _noPermit());
    }

    function test_createDataset_splitsTheWholeSupply() public {
        _launch(_params());
        assertEq(token.totalSupply(), SUPPLY);
        assertEq(token.balanceOf(address(pair)), 100_000e18);
        assertEq(token.balanceOf(address(pool)), ALLOCATION);
        assertEq(token.balanceOf(address(factory)), LOCKED);
        assertEq(alita.balanceOf(address(pair)), 50_000e18);
        assertEq(alita.balanceOf(maker), FUNDS - 50_000e18);
        assertEq(pair.balanceOf(address(factory)), _liquidity());
        assertEq(pool.escrow(), ALLOCATION);
    }

    function test_createDataset_takesAnAllocationInAlita() public {
        DatasetParams memory p = _params();
        p.pool.rewardInBase = true;
        _launch(p);
        assertEq(alita.balanceOf(address(pool)), ALLOCATION);
        assertEq(alita.balanceOf(maker), FUNDS - ALLOCATION - 50_000e18);
        assertEq(token.balanceOf(address(factory)), SUPPLY - 100_000e18);
        assertEq(pool.rewardToken(), address(alita));
        assertEq(pool.escrow(), ALLOCATION);
    }

    function test_createDataset_passesWithNothingLeftToLock() public {
        DatasetParams memory p = _params();
        p.supply = uint96(100_000e18) + ALLOCATION;
        _launch(p);
        assertEq(token.balanceOf(address(factory)), 0);
        vm.warp(_lockEnd() + 1);
        factory.release(address(token));
        assertEq(pair.balanceOf(maker), _liquidity());
    }

    function testFuzz_createDataset_conservesSupply(uint96 supply, uint96 liquidity, uint96 allocation) public {
        DatasetParams memory p = _params();
        p.supply = uint96(2_000 + (supply % (type(uint88).max - 1_999)));
        p.liquidityData = uint96(1_000 + (liquidity % (p.supply - 1_000)));
        p.pool.allocation = uint96(1 + (allocation % (p.supply - p.liquidityData)));
        _launch(p);
        uint256 locked = p.supply - p.liquidityData - p.pool.allocation;
        assertEq(token.balanceOf(address(factory)), locked);
        assertEq(token.totalSupply(), p.supply);
        LaunchTerms memory t = factory.launchTerms(address(token));
        assertLe(t.floorPriceX128, t.priceX128);
        assertLe(t.exitFloorPriceX128, t.floorPriceX128);
    }

    /// @dev T5: what strangers send to the addresses beforehand is the maker's gain.
    function test_createDataset_isNotBotheredByTokensSentBefore() public {
        DatasetParams memory p = _params();
        Dataset memory d = factory.predict(maker, p);
        vm.startPrank(bob);
        alita.transfer(d.token, 1);
        alita.transfer(d.pair, 1e18);
        alita.transfer(d.pool, 1e18);
        alita.transfer(address(factory), 1e18);
        vm.stopPrank();
        vm.deal(d.pair, 1 ether);
        _launch(p);
        assertEq(pool.escrow(), ALLOCATION);
        assertEq(pair.balanceOf(address(factory)), Math.sqrt(100_000e18 * 50_001e18) - 1_000);
        vm.warp(_lockEnd() + 1);
        factory.release(address(token));
        assertEq(token.balanceOf(maker), LOCKED);
    }

    function test_createDataset_revertsIf_aTermIsOutOfBounds() public {
        DatasetParams memory p = _params();
        p.lockedUntil = uint40(_now());
        bytes4 bad = LaunchRules.BadTerm.selector;
        uint256 now_ = _now();
        _refuse(p, abi.encodeWithSelector(bad, "lockedUntil", now_, now_ + 1, type(uint40).max));
    }

    function test_createDataset_revertsIf_aNameIsHostile() public {
        string[4] memory names = ["", "12345678901234567890123456789012", "line\nbreak", "null\x00byte"];
        for (uint256 i = 0; i < names.length; ++i) {
            DatasetParams memory p = _params();
            p.name = names[i];
            _refuse(p, abi.encodeWithSelector(ShortText.BadText.selector, names[i]));
            p = _params();
            p.symbol = names[i];
            _refuse(p, abi.encodeWithSelector(ShortText.BadText.selector, names[i]));
        }
    }

    function test_createDataset_revertsIf_theWordsWereLaunchedBefore() public {
        DatasetParams memory p = _params();
        _launch(p);
        address first = address(token);
        p.supply += 1;
        p.pool.price = 1;
        _refuse(p, abi.encodeWithSelector(IDatasetFactory.DatasetExists.selector, first));

        p.metadata = keccak256("another document");
        _launch(p);
        assertTrue(address(token) != first);
        p.makerFeeShare = 0;
        _launch(p);
        assertEq(pair.makerFeeShare(), 0);
    }

    function test_createDataset_spendsAPermitInstead() public {
        (address signer, DatasetParams memory p) = (vm.addr(0x5163), _params());
        alita.transfer(signer, p.liquidityBase);
        Permit memory permit = _signedPermit(0x5163, p.liquidityBase, _now());

        vm.warp(_now() + 1);
        vm.prank(signer);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, factory, 0, p.liquidityBase)
        );
        factory.createDataset(p, permit); // an expired one helps nobody

        vm.warp(_now() - 1);
        vm.prank(signer);
        Dataset memory d = factory.createDataset(p, permit);
        assertEq(alita.balanceOf(d.pair), p.liquidityBase);
        assertEq(alita.balanceOf(signer) + alita.allowance(signer, address(factory)), 0);
    }

    function _signedPermit(uint256 key, uint256 value, uint256 deadline) private view returns (Permit memory permit) {
        bytes32 typeHash = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 hash = keccak256(abi.encode(typeHash, vm.addr(key), factory, value, 0, deadline));
        (permit.value, permit.deadline) = (value, deadline);
        bytes32 digest = MessageHashUtils.toTypedDataHash(alita.DOMAIN_SEPARATOR(), hash);
        (permit.v, permit.r, permit.s) = vm.sign(key, digest);
    }

    function test_createDataset_leavesTheWordsToOthers() public {
        DatasetParams memory p = _params();
        _launch(p);
        vm.startPrank(bob);
        alita.approve(address(factory), type(uint256).max);
        Dataset memory expected = factory.predict(bob, p);
        Dataset memory d = factory.createDataset(p, _noPermit());
        assertEq(abi.encode(d), abi.encode(expected), "T5: bound to the sender");
        assertTrue(d.token != address(token) && d.pair != address(pair) && d.pool != address(pool));
    }

    function test_createDataset_needsEnoughFirstLiquidity() public {
        DatasetParams memory p = _params();
        (p.liquidityData, p.liquidityBase) = (1_000, 1_000);
        _refuse(p, abi.encodeWithSelector(IPair.InsufficientFirstLiquidity.selector, 1_000, 1_000));
        (p.liquidityData, p.liquidityBase) = (1_001, 1_001);
        _launch(p);
        assertEq(pair.balanceOf(address(factory)), 1);
    }

    function test_createDataset_revertsIf_makerHasTooLittle() public {
        DatasetParams memory p = _params();
        p.liquidityBase = uint96(FUNDS + 1);
        bytes4 short = IERC20Errors.ERC20InsufficientBalance.selector;
        _refuse(p, abi.encodeWithSelector(short, maker, FUNDS, FUNDS + 1));
        vm.prank(maker);
        alita.approve(address(factory), 1);
        bytes4 notAllowed = IERC20Errors.ERC20InsufficientAllowance.selector;
        _refuse(p, abi.encodeWithSelector(notAllowed, factory, 1, FUNDS + 1));
    }

    function test_createDataset_revertsIf_alitaKeepsAFee() public {
        TestToken coin = _useTestToken();
        coin.setFee(1);
        DatasetParams memory p = _params();
        uint256 sent = p.liquidityBase;
        bytes4 inexact = ExactTransfer.InexactTransfer.selector;
        _refuse(p, abi.encodeWithSelector(inexact, coin, sent - sent / 10_000, sent));
    }

    /* REENTRANCY */

    function test_createDataset_refusesToBeEnteredAgain() public {
        TestToken coin = _useTestToken();
        DatasetParams memory p = _params();
        address launched = factory.predict(maker, p).token;
        bytes[2] memory entries = [
            abi.encodeCall(IDatasetFactory.createDataset, (_params(), _noPermit())),
            abi.encodeCall(IDatasetFactory.release, (launched))
        ];
        for (uint256 i = 0; i < entries.length; ++i) {
            Reentrant inner = new Reentrant();
            inner.arm(address(factory), entries[i]);
            coin.setHook(address(inner));
            _launch(_params());
            assertEq(inner.answer(), ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector, "T9");
        }
    }

    /* LOCK */

    function test_release_waitsForTheLock() public {
        _launch(_params());
        uint256 end = _lockEnd();
        vm.warp(end);
        vm.prank(maker);
        vm.expectRevert(abi.encodeWithSelector(IDatasetFactory.StillLocked.selector, end));
        factory.release(address(token));

        vm.warp(end + 1);
        vm.expectEmit(address(factory));
        emit IDatasetFactory.Release(address(token), maker, LOCKED, _liquidity());
        vm.prank(stranger);
        factory.release(address(token));
        assertEq(token.balanceOf(maker), LOCKED);
        assertEq(pair.balanceOf(maker), _liquidity());
    }

    function test_release_givesNothingTwice() public {
        _launch(_params());
        vm.warp(_lockEnd() + 1);
        factory.release(address(token));
        vm.expectRevert(abi.encodeWithSelector(IDatasetFactory.NothingToRelease.selector, token));
        factory.release(address(token));
        vm.prank(maker);
        token.transfer(address(factory), 1);
        factory.release(address(token));
        assertEq(token.balanceOf(maker), LOCKED, "what arrives later is the maker's as well");
    }

    /// @dev Neither of the two tokens calls the maker, or anybody: nothing can come in between.
    function test_release_callsNobody() public {
        _launch(_params());
        vm.etch(maker, hex"fe"); // refuses every call
        vm.warp(_lockEnd() + 1);
        factory.release(address(token));
        assertEq(token.balanceOf(maker), LOCKED);
        assertEq(pair.balanceOf(maker), _liquidity());
    }

    function test_release_touchesNoOtherDataset() public {
        DatasetParams memory p = _params();
        p.lockedUntil = uint40(_now() + 1);
        _launch(p);
        address early = address(token);
        _launch(_params());
        _skip(2);
        factory.release(early);
        assertEq(token.balanceOf(address(factory)), LOCKED);
        assertEq(pair.balanceOf(address(factory)), _liquidity());
    }

    function test_release_revertsIf_datasetIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IDatasetFactory.UnknownDataset.selector, alita));
        factory.release(address(alita));
    }

    /* CONTENT */

    function test_registerContent_tellsWhoTookTheRoot() public {
        _launch(_params());
        vm.expectEmit();
        emit IDatasetFactory.RegisterContent(keccak256("root"), address(pool));
        vm.prank(address(pool));
        factory.registerContent(address(token), keccak256("root"));
        assertEq(factory.contentOwner(keccak256("root")), address(pool));
    }

    function test_registerContent_revertsIf_callerIsNotTheDatasetsPool() public {
        _launch(_params());
        address firstToken = address(token);
        address firstPool = address(pool);
        _launch(_params());
        _refuseContent(maker, firstToken, firstPool);
        _refuseContent(address(pool), firstToken, firstPool);
        _refuseContent(stranger, address(alita), address(0));
        assertEq(factory.contentOwner(keccak256("root")), address(0));
    }

    function _refuseContent(address caller, address ofToken, address itsPool) private {
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IDatasetFactory.NotPool.selector, caller, itsPool));
        factory.registerContent(ofToken, keccak256("root"));
    }

    /* LAUNCH TERMS */

    function test_launchTerms_atLaunch() public {
        DatasetParams memory p = _params();
        _launch(p);
        LaunchTerms memory t = factory.launchTerms(address(token));
        assertEq(t.maker, maker);
        assertEq(t.lockedUntil, p.lockedUntil);
        assertEq(t.supply, SUPPLY);
        assertEq(t.lockedData, LOCKED);
        assertEq(t.lockedLiquidity, _liquidity());
        assertEq(t.priceX128, Q128 / 2, "50,000 for 100,000");
        assertEq(t.floorPriceX128, (Q128 * 5) / 1_000, "k / supply^2 = 5e9 / 1e12");
        assertLt(t.exitFloorPriceX128, t.floorPriceX128 / 1e20, "nobody else holds liquidity");
    }

    /// @dev Without a maker's share the pair keeps no kLast: all of k is the holders'.
    function test_launchTerms_countGrowthThatNoMakerTakesPartOf() public {
        DatasetParams memory p = _params();
        p.makerFeeShare = 0;
        _launch(p);
        vm.startPrank(alice);
        alita.approve(address(pair), type(uint256).max);
        token.approve(address(pair), type(uint256).max);
        uint256 bought = pair.swapExactIn(address(alita), 1_000e18, 0, alice, _now());
        pair.addLiquidity(bought, 10_000e18, 0, 0, alice, _now());
        vm.stopPrank();

        assertEq(pair.kLast(), 0);
        (uint256 r0, uint256 r1, ) = pair.getReserves();
        uint256 floor = Math.mulDiv(r0 * r1, Q128, SUPPLY) / SUPPLY;
        uint256 left = pair.totalSupply() - _liquidity(); // alice's and the locked minimum
        uint256 exit = Math.mulDiv(Math.mulDiv(floor, left, pair.totalSupply()), left, pair.totalSupply());
        assertEq(factory.launchTerms(address(token)).exitFloorPriceX128, exit);
    }

    /// @dev Half of what k grew by since alice joined may go to the maker, so none of it counts.
    function test_launchTerms_countNoGrowthThatTheMakerTakesPartOf() public {
        DatasetParams memory p = _params();
        p.makerFeeShare = 5_000;
        _launch(p);
        vm.startPrank(alice);
        uint256 bought = pair.swapExactIn(address(alita), 1_000e18, 0, alice, _now());
        pair.addLiquidity(bought, 10_000e18, 0, 0, alice, _now());
        uint256 kLast = pair.kLast();
        pair.swapExactIn(address(alita), 100_000e18, 0, alice, _now());
        vm.stopPrank();

        (uint256 r0, uint256 r1, ) = pair.getReserves();
        assertGt(r0 * r1, kLast);
        uint256 floor = Math.mulDiv(kLast, Q128, SUPPLY) / SUPPLY;
        uint256 shares = pair.totalSupply();
        uint256 left = shares - _liquidity() - pair.balanceOf(maker);
        uint256 exit = Math.mulDiv(Math.mulDiv(floor, left, shares), left, shares);
        assertEq(factory.launchTerms(address(token)).exitFloorPriceX128, exit);
    }

    function test_launchTerms_areTheSameInBothOrdersOfAddresses() public {
        bool[2] memory seen;
        while (!seen[0] || !seen[1]) {
            _launch(_params());
            seen[address(token) < address(alita) ? 0 : 1] = true;
            assertEq(factory.launchTerms(address(token)).priceX128, Q128 / 2);
        }
    }

    function test_launchTerms_revertIf_datasetIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IDatasetFactory.UnknownDataset.selector, alita));
        factory.launchTerms(address(alita));
        vm.expectRevert(abi.encodeWithSelector(IDatasetFactory.UnknownDataset.selector, alita));
        factory.datasetOf(address(alita));
    }

    /// @dev After any trades the whole rest of the supply is sold: the price stays above what the view said before.
    function testFuzz_launchTerms_boundTheWorstSale(uint96 bought, uint96 joined) public {
        _launch(_params());
        _trade(bought, joined);
        uint256 floor = factory.launchTerms(address(token)).floorPriceX128;
        _sellTheRest();
        assertGe(_spot(), floor);
    }

    /// @dev The same with the maker's liquidity leaving first.
    function testFuzz_launchTerms_boundTheMakersExit(uint96 bought, uint96 joined) public {
        _launch(_params());
        _trade(bought, joined);
        uint256 floor = factory.launchTerms(address(token)).exitFloorPriceX128;
        vm.warp(_lockEnd() + 1);
        factory.release(address(token));
        uint256 liquidity = pair.balanceOf(maker);
        vm.prank(maker);
        pair.removeLiquidity(liquidity, 0, 0, maker, NEVER);
        _sellTheRest();
        assertGe(_spot(), floor);
    }

    /// @dev Bob buys, joins with what he bought, and buys again, so that a maker's fee is pending.
    function _trade(uint96 bought, uint96 joined) private {
        vm.startPrank(bob);
        uint256 data = pair.swapExactIn(address(alita), 1e18 + (bought % 1_000_000e18), 0, bob, NEVER);
        pair.addLiquidity(1e9 + (joined % (data - 1e9)), 5_000_000e18, 0, 0, bob, NEVER);
        pair.swapExactIn(address(alita), 1_000e18, 0, bob, NEVER);
        vm.stopPrank();
    }

    /// @dev Everybody's Data Tokens, those of lock and pool included, are sold at once.
    function _sellTheRest() private {
        address[4] memory holders = [maker, bob, address(pool), address(factory)];
        for (uint256 i = 0; i < holders.length; ++i) {
            uint256 balance = token.balanceOf(holders[i]);
            vm.prank(holders[i]);
            token.transfer(carol, balance);
        }
        uint256 all = token.balanceOf(carol);
        vm.prank(carol);
        pair.swapExactIn(address(token), all, 0, carol, NEVER);
        assertEq(token.balanceOf(address(pair)), token.totalSupply());
    }

    function _spot() private view returns (uint256) {
        return factory.launchTerms(address(token)).priceX128;
    }

    /* ADDRESSES */

    function test_datasetOf_namesWhatWasLaunched() public {
        _launch(_params());
        address first = address(token);
        address firstPair = address(pair);
        address firstPool = address(pool);
        _launch(_params());
        assertEq(abi.encode(factory.datasetOf(first)), abi.encode(Dataset(first, firstPair, firstPool)));
        Dataset memory second = factory.datasetOf(address(token));
        assertEq(abi.encode(second), abi.encode(Dataset(address(token), address(pair), address(pool))));
    }

    function testFuzz_pairFor_isWhereTheFactoryPutsThePair(uint16 share) public {
        DatasetParams memory p = _params();
        p.makerFeeShare = share % 5_001;
        _launch(p);
        address implementation = factory.pairImplementation();
        assertEq(PairAddress.pairFor(address(factory), implementation, address(token)), address(pair));
        assertTrue(PairAddress.pairFor(address(this), implementation, address(token)) != address(pair));
        assertEq(address(pair).code.length, 45 + 20);
    }

    function test_getPair_knowsBothOrders() public {
        _launch(_params());
        address first = address(token);
        _launch(_params());
        assertEq(factory.getPair(address(token), address(alita)), address(pair));
        assertEq(factory.getPair(address(alita), address(token)), address(pair));
        assertEq(factory.getPair(first, address(token)), address(0), "two Data Tokens have no pair");
        assertEq(factory.getPair(address(alita), address(alita)), address(0));
        assertEq(factory.getPair(address(alita), stranger), address(0));
        assertEq(factory.poolOf(stranger), address(0));
    }

    /* CLONES */

    function test_clones_cannotBeInitializedAgain() public {
        _launch(_params());
        address[] memory to = new address[](1);
        uint256[] memory amounts = new uint256[](1);
        (to[0], amounts[0]) = (maker, 1);
        vm.prank(maker);
        vm.expectRevert(abi.encodeWithSelector(IDataToken.OnlyFactory.selector, maker, factory));
        token.initialize(to, amounts);
        vm.prank(address(factory));
        vm.expectRevert(IDataToken.AlreadyInitialized.selector);
        token.initialize(to, amounts);
    }
}
