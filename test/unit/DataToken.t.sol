// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {DataToken} from "../../contracts/DataToken.sol";
import {IDataToken} from "../../contracts/interfaces/IDataToken.sol";
import {ShortText} from "../../contracts/libraries/ShortText.sol";
import {TokenArgs} from "../../contracts/libraries/TokenArgs.sol";
import {MarketTest} from "../utils/MarketTest.sol";
import {Deploy} from "../utils/Deploy.sol";

/// @dev This contract plays the factory.
contract DataTokenTest is MarketTest {
    bytes32 private constant DIGEST = keccak256("first document");

    DataToken private implementation;

    function setUp() public {
        implementation = Deploy.dataToken();
        token = _clone("Weather", "DATA");
    }

    function _clone(string memory name, string memory symbol) private returns (DataToken) {
        bytes memory args = TokenArgs.pack(address(this), maker, SHARE, DIGEST, name, symbol);
        return DataToken(Clones.cloneWithImmutableArgs(address(implementation), args));
    }

    function _initialize(uint256 supply) private {
        (address[] memory to, uint256[] memory amounts) = _one(alice, supply);
        token.initialize(to, amounts);
    }

    /* INITIALIZE */

    function test_initialize_mintsEveryAmount() public {
        address[] memory to = new address[](2);
        uint256[] memory amounts = new uint256[](2);
        (to[0], to[1], amounts[0], amounts[1]) = (alice, bob, 3, 4);
        token.initialize(to, amounts);
        assertEq(token.balanceOf(alice), 3);
        assertEq(token.balanceOf(bob), 4);
        assertEq(token.totalSupply(), 7);
    }

    function test_initialize_tellsOfNoTransferOfNothing() public {
        address[] memory to = new address[](3);
        uint256[] memory amounts = new uint256[](3);
        (to[0], to[1], to[2], amounts[0], amounts[2]) = (alice, bob, maker, 3, 1);
        vm.recordLogs();
        token.initialize(to, amounts);
        assertEq(vm.getRecordedLogs().length, 2);
    }

    function test_initialize_revertsIf_callerIsNotFactory() public {
        (address[] memory to, uint256[] memory amounts) = _one(alice, 1);
        vm.prank(maker);
        vm.expectRevert(abi.encodeWithSelector(IDataToken.OnlyFactory.selector, maker, address(this)));
        token.initialize(to, amounts);
    }

    function test_initialize_revertsOnTheImplementation() public {
        (address[] memory to, uint256[] memory amounts) = _one(alice, 1);
        address nobody = implementation.factory();
        assertEq(nobody.code.length, 0, "T5: a piece of code, not an account");
        vm.expectRevert(abi.encodeWithSelector(IDataToken.OnlyFactory.selector, address(this), nobody));
        implementation.initialize(to, amounts);
    }

    function test_initialize_revertsIf_lengthsDiffer() public {
        (, uint256[] memory amounts) = _one(alice, 1);
        vm.expectRevert(abi.encodeWithSelector(IDataToken.LengthMismatch.selector, 0, 1));
        token.initialize(new address[](0), amounts);
    }

    function test_initialize_revertsIf_supplyIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IDataToken.InvalidSupply.selector, 0, type(uint88).max));
        _initialize(0);
        vm.expectRevert(abi.encodeWithSelector(IDataToken.InvalidSupply.selector, 0, type(uint88).max));
        token.initialize(new address[](0), new uint256[](0));
    }

    function test_initialize_acceptsASingleWei() public {
        _initialize(1);
        assertEq(token.totalSupply(), 1);
    }

    function test_initialize_acceptsAtMost88Bits() public {
        uint256 tooMuch = 2 ** 88;
        vm.expectRevert(abi.encodeWithSelector(IDataToken.InvalidSupply.selector, tooMuch, tooMuch - 1));
        _initialize(tooMuch);
        _initialize(tooMuch - 1);
        assertEq(token.totalSupply(), tooMuch - 1);
    }

    function test_initialize_revertsIf_amountsOverflow() public {
        address[] memory to = new address[](2);
        uint256[] memory amounts = new uint256[](2);
        (to[0], to[1], amounts[0], amounts[1]) = (alice, bob, type(uint256).max, 1);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        token.initialize(to, amounts);
        assertEq(token.totalSupply(), 0);
    }

    function test_initialize_revertsIf_recipientIsZero() public {
        (address[] memory to, uint256[] memory amounts) = _one(address(0), 5);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        token.initialize(to, amounts);
    }

    function test_initialize_revertsIf_calledAgain() public {
        _initialize(5);
        vm.expectRevert(IDataToken.AlreadyInitialized.selector);
        _initialize(5);
    }

    function test_initialize_revertsIf_everythingWasBurned() public {
        _initialize(5);
        vm.prank(alice);
        token.burn(5);
        assertEq(token.totalSupply(), 0);
        vm.expectRevert(IDataToken.AlreadyInitialized.selector);
        _initialize(5);
    }

    function test_initialize_revertsIf_theLastWeiWasBurnedAlone() public {
        _initialize(5);
        vm.startPrank(alice);
        token.burn(4);
        token.burn(1);
        vm.stopPrank();
        vm.expectRevert(IDataToken.AlreadyInitialized.selector);
        _initialize(5);
    }

    function test_initialize_isNotSpoiledByBurningNothingBefore() public {
        token.burn(0);
        _initialize(5);
        assertEq(token.totalSupply(), 5);
    }

    /* BURN */

    function test_burn_lowersBalanceAndSupply() public {
        _initialize(5);
        vm.prank(alice);
        token.burn(2);
        assertEq(token.balanceOf(alice), 3);
        assertEq(token.totalSupply(), 3);
    }

    function test_burn_revertsIf_balanceIsExceeded() public {
        _initialize(5);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, 5, 6));
        vm.prank(alice);
        token.burn(6);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, bob, 0, 1));
        vm.prank(bob);
        token.burn(1);
        assertEq(token.totalSupply(), 5);
    }

    function test_burnFrom_revertsIf_balanceIsExceeded() public {
        _initialize(5);
        vm.prank(alice);
        token.approve(bob, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, 5, 6));
        vm.prank(bob);
        token.burnFrom(alice, 6);
    }

    function test_burnFrom_usesTheAllowance() public {
        _initialize(5);
        vm.prank(alice);
        token.approve(bob, 2);
        vm.prank(bob);
        token.burnFrom(alice, 2);
        assertEq(token.allowance(alice, bob), 0);
        assertEq(token.totalSupply(), 3);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, bob, 0, 1));
        token.burnFrom(alice, 1);
    }

    /* METADATA */

    function test_metadataAt_beginsWithTheLaunchDigest() public view {
        assertEq(token.metadataVersion(), 1);
        assertEq(token.metadataAt(1), DIGEST);
    }

    function test_metadataAt_revertsIf_versionIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IDataToken.UnknownVersion.selector, 0, 1));
        token.metadataAt(0);
        vm.expectRevert(abi.encodeWithSelector(IDataToken.UnknownVersion.selector, 2, 1));
        token.metadataAt(2);
    }

    function test_publishMetadata_addsAVersion() public {
        vm.expectEmit(true, true, true, true, address(token));
        emit IDataToken.MetadataPublished(2, "second");
        vm.expectEmit(true, true, true, true, address(token));
        emit IDataToken.ContractURIUpdated();
        vm.prank(maker);
        assertEq(token.publishMetadata("second"), 2);
        vm.prank(maker);
        assertEq(token.publishMetadata("third"), 3);
        assertEq(token.metadataAt(1), DIGEST);
        assertEq(token.metadataAt(2), "second");
        assertEq(token.metadataAt(3), "third");
    }

    function test_publishMetadata_revertsIf_callerIsNotMaker() public {
        vm.expectRevert(abi.encodeWithSelector(IDataToken.OnlyMaker.selector, address(this), maker));
        token.publishMetadata("second");
        assertEq(token.metadataVersion(), 1);
    }

    function test_publishMetadata_revertsOnTheImplementation() public {
        address nobody = implementation.maker();
        vm.expectRevert(abi.encodeWithSelector(IDataToken.OnlyMaker.selector, address(this), nobody));
        implementation.publishMetadata("second");
    }

    function test_contractURI_isTheAddressOfTheNewestDigest() public {
        // sha2-256 of nothing, whose raw CIDv1 is well known
        bytes32 digest = sha256("");
        vm.prank(maker);
        token.publishMetadata(digest);
        assertEq(token.contractURI(), "ipfs://bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
    }

    /* IDENTITY */

    function test_identity_comesFromTheArguments() public view {
        assertEq(token.factory(), address(this));
        assertEq(token.maker(), maker);
        assertEq(token.name(), "Weather");
        assertEq(token.symbol(), "DATA");
        assertEq(token.decimals(), 18);
    }

    function test_name_readsTextsOfAnyLength() public {
        string[3] memory texts = ["a", unicode"天気", "1234567890123456789012345678901"];
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = 0; j < 3; ++j) {
                DataToken odd = _clone(texts[i], texts[j]);
                assertEq(odd.name(), texts[i]);
                assertEq(odd.symbol(), texts[j]);
                uint256 fixedPart = 45 + 74;
                assertEq(address(odd).code.length, fixedPart + bytes(texts[i]).length + 1 + bytes(texts[j]).length);
            }
        }
    }

    function testFuzz_args_areReadAsPacked(address factory_, address maker_, uint16 share, bytes32 digest) public {
        bytes memory args = TokenArgs.pack(factory_, maker_, share, digest, "Weather", "DATA");
        address odd = Clones.cloneWithImmutableArgs(address(implementation), args);
        assertEq(TokenArgs.factory(odd), factory_);
        assertEq(TokenArgs.maker(odd), maker_);
        assertEq(TokenArgs.makerFeeShare(odd), share);
        assertEq(TokenArgs.metadata(odd), digest);
        assertEq(DataToken(odd).factory(), factory_);
        assertEq(DataToken(odd).maker(), maker_);
        assertEq(DataToken(odd).metadataAt(1), digest);
    }

    function testFuzz_text_endsAtTheFirstZeroByte(bytes32 word) public pure {
        bytes memory text = bytes(ShortText.toText(word));
        for (uint256 i = 0; i < text.length; ++i) assertTrue(text[i] != 0 && text[i] == word[i]);
        if (text.length < 32) assertTrue(word[text.length] == 0);
    }
}
