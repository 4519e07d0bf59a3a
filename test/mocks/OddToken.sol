// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice A token that can be told to behave like any of the strange ones in use. What it is at first is standard.
contract OddToken is ERC20 {
    uint256 private constant BPS = 10_000;

    uint8 private immutable _decimals;

    bool public isSilent; // transfers answer nothing, as USDT's do
    bool public refusesZero; // as LEND did
    bool public takesMaxForAll; // as cUSDCv3 does
    bool public isPaused; // as USDC can be
    uint256 public feeBps; // kept from every transfer, as PAXG does
    uint256 public percent = 100; // of every balance, as AMPL and stETH change it
    mapping(address account => bool) public isBlocked; // as USDC and USDT do
    mapping(address account => address) public hookOf; // told when the account's tokens move, as ERC-777 does

    error Paused();
    error Blocked(address account);
    error ZeroTransfer();

    constructor(uint8 decimals_) ERC20("Odd", "ODD") {
        _decimals = decimals_;
    }

    /* MOODS */

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setSilent() external {
        isSilent = true;
    }

    function setRefusesZero() external {
        refusesZero = true;
    }

    function setTakesMaxForAll() external {
        takesMaxForAll = true;
    }

    function setPaused(bool paused) external {
        isPaused = paused;
    }

    function setFee(uint256 bps) external {
        feeBps = bps;
    }

    function rebase(uint256 percent_) external {
        percent = percent_;
    }

    function setBlocked(address account, bool blocked) external {
        isBlocked[account] = blocked;
    }

    function setHook(address account, address hook) external {
        hookOf[account] = hook;
    }

    /* ERC-20 */

    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return (super.balanceOf(account) * percent) / 100;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        super.transfer(to, _meant(msg.sender, value));
        return _answer();
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        super.transferFrom(from, to, _meant(from, value));
        return _answer();
    }

    function _meant(address from, uint256 value) private view returns (uint256) {
        return takesMaxForAll && value == type(uint256).max ? balanceOf(from) : value;
    }

    function _answer() private view returns (bool) {
        if (isSilent) {
            assembly ("memory-safe") {
                return(0, 0)
            }
        }
        return true;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!isPaused, Paused());
        require(!isBlocked[from], Blocked(from));
        require(!isBlocked[to], Blocked(to));
        require(value > 0 || !refusesZero, ZeroTransfer());
        _tell(from);
        uint256 fee = from == address(0) || to == address(0) ? 0 : (value * feeBps) / BPS;
        super._update(from, to, ((value - fee) * 100) / percent);
        if (fee > 0) super._update(from, address(0), fee);
        _tell(to);
    }

    function _tell(address account) private {
        address hook = hookOf[account];
        if (hook != address(0)) ITokenHook(hook).onMove();
    }
}

/// @notice What an account that wants to be told gives the token.
interface ITokenHook {
    function onMove() external;
}
