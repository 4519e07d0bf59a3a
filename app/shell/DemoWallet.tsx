import { connectDemo, demoAccounts } from "../wallet/demo.ts";

/** On a local chain, accounts to play with; elsewhere nothing. */
export function DemoWallet({ onChosen }: { readonly onChosen: () => void }) {
  const accounts = demoAccounts();
  if (accounts.length === 0) return null;
  return (
    <section>
      <h3>
        Demo wallet <span class="tag">local chain only</span>
      </h3>
      <p>Everybody knows the keys of these accounts. They sign without asking and are worth nothing.</p>
      <ul class="choices">
        {accounts.map((one) => (
          <li key={one.name}>
            <button
              type="button"
              onClick={() => {
                void connectDemo(one).then(onChosen);
              }}
            >
              <strong>{one.name}</strong> <span>{one.role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
