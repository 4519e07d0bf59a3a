import { reader } from "../../../chain/site.ts";
import { useLive } from "../../../chain/useLive.ts";
import { href } from "../../../route.ts";
import { Fault } from "../../../ui/Fault.tsx";
import { Money } from "../../../ui/Money.tsx";
import { exactMoney } from "../../../ui/money.ts";
import { shortAddress } from "../../../ui/shortAddress.ts";
import { dayAndTime } from "../../../ui/time.ts";
import { address } from "../../../wallet/account.ts";
import { pastJobs } from "./pastJobs.ts";

export interface HistoryProps {
  readonly symbolOf: (token: string) => string | undefined;
}

/** The connected account's jobs, newest first. */
export function History({ symbolOf }: HistoryProps) {
  const who = address.value;
  const { data: all, error, retry } = useLive(who && `jobs ${who}`, () => pastJobs(reader(), who ?? ""));
  return (
    <section class="card" aria-labelledby="compute-history">
      <h2 id="compute-history">Your jobs</h2>
      <Fault of={error} retry={retry} />
      {who === undefined && <p class="hint">Connect a wallet to see its jobs.</p>}
      {who !== undefined && all === undefined && error === undefined && <p class="skeleton compute-loading" />}
      {all?.length === 0 && <p class="hint">None yet.</p>}
      {all !== undefined && all.length > 0 && (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                {["Job", "Dataset", "State", "Opened", "Epsilon", "Paid"].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {all.map(({ jobId, token, stands, openedAt, epsilon, basePaid }) => (
                <tr key={jobId}>
                  <td>
                    <a class="compute-link" href={href(["compute", jobId])}>
                      <code>{shortAddress(jobId)}</code>
                    </a>
                  </td>
                  <td>{symbolOf(token) ?? shortAddress(token)}</td>
                  <td>{stands}</td>
                  <td>{dayAndTime(openedAt)}</td>
                  <td>{exactMoney(epsilon)}</td>
                  <td>
                    <Money wei={basePaid} of="ALITA" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
