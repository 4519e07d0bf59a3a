import { getAddress, isAddress } from "ethers";
import { useState } from "preact/hooks";
import { burn } from "#sdk/actions/dataset/burn.ts";
import { transfer } from "#sdk/actions/dataset/transfer.ts";
import { run } from "../../intents/run.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { shortAddress } from "../../ui/shortAddress.ts";
import { TextField } from "../../ui/TextField.tsx";

/** A token in the wallet. */
export interface Purse {
  readonly token: string;
  readonly symbol: string;
  readonly balance: bigint; // token wei
}

export interface MoveTokensProps {
  readonly purses: readonly [Purse, ...Purse[]]; // ALITA first
}

/** Sends tokens of the wallet to somebody, or destroys Data Tokens. */
export function MoveTokens({ purses }: MoveTokensProps) {
  const [token, choose] = useState(purses[0].token);
  const [text, setText] = useState("");
  const [to, setTo] = useState("");
  const [isSure, setSure] = useState(false);
  const purse = purses.find((one) => one.token === token) ?? purses[0];
  const { symbol, balance } = purse;
  const amount = amountOf(text);
  const receiver = to.trim();
  const type = (typed: string) => {
    setText(typed);
    setSure(false);
  };

  function missing(): string | undefined {
    if (amount === undefined) return "Enter an amount";
    return amount > balance ? `Not enough ${symbol}` : undefined;
  }

  async function send(): Promise<void> {
    const title = `Send ${text} ${symbol} to ${shortAddress(receiver)}`;
    const given = { token: purse.token, to: getAddress(receiver), amount: amount ?? 0n };
    if ((await run({ title, act: (client) => transfer(client, given) })) !== undefined) type("");
  }

  async function destroy(): Promise<void> {
    if (!isSure) return setSure(true);
    const given = { token: purse.token, amount: amount ?? 0n };
    const title = `Destroy ${text} ${symbol}`;
    if ((await run({ title, act: (client) => burn(client, given) })) !== undefined) type("");
  }

  return (
    <details class="settings">
      <summary>Send or destroy tokens</summary>
      <div class="form">
        <div class="field">
          <label for="move-token">Token</label>
          <select
            id="move-token"
            value={purse.token}
            onChange={(event) => {
              choose(event.currentTarget.value);
              setSure(false);
            }}
          >
            {purses.map((one) => (
              <option key={one.token} value={one.token}>
                {one.symbol}
              </option>
            ))}
          </select>
        </div>
        <AmountField label="Amount" symbol={symbol} text={text} onText={type} balance={balance} />
        <TextField
          label="Receiver"
          hint="Its address; nothing brings back what was sent to a wrong one"
          text={to}
          onText={setTo}
          fault={isAddress(receiver) ? undefined : "This is no address"}
        />
        <NextStep
          label={`Send ${symbol}`}
          missing={missing() ?? (isAddress(receiver) ? undefined : "Name the receiver")}
          act={send}
        />
        {purse !== purses[0] && (
          <NextStep
            label={isSure ? "Destroy them: this cannot be undone" : `Destroy ${symbol}`}
            missing={missing() === undefined ? undefined : `Destroy ${symbol}: ${missing()?.toLowerCase()}`}
            act={destroy}
          />
        )}
      </div>
    </details>
  );
}
