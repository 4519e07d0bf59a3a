import { useMemo } from "preact/hooks";
import { list } from "#sdk/actions/dataset/list.ts";
import { show } from "#sdk/actions/dataset/show.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { useImitations } from "../../data/catalogue/useImitations.ts";
import { shownNames } from "../../data/words/shownNames.ts";
import { go, href, route } from "../../route.ts";
import { Fault } from "../../ui/Fault.tsx";
import { useTitle } from "../../ui/useTitle.ts";
import { History } from "./history/History.tsx";
import { OrderForm } from "./order/OrderForm.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Waiting } from "./payouts/Waiting.tsx";

/** Orders a computation over any dataset, and shows those that were ordered: `#/compute?dataset=<token>`. */
export function Start() {
  useTitle("Compute");
  const { data: listed, error, retry } = useLive("datasets", () => list(reader()));
  const alike = useImitations(listed !== undefined);
  const all = listed?.map((one) => shownNames(one, alike?.get(one.token)));
  const token = route.value.query.get("dataset") ?? "";
  const isKnown = all?.some((one) => one.token === token) ?? false;
  const options = all?.map((one) => [one.token, `${one.name} (${one.symbol})`] as const) ?? [];
  return (
    <div class="form">
      <div>
        <h1>Compute</h1>
        <p>
          Your program goes to the devices that keep the records. Only the sum of what they answer comes back, with
          noise that protects every provider.
        </p>
      </div>
      <Fault of={error} retry={retry} />
      <section class="form" aria-labelledby="compute-new">
        <h2 id="compute-new">New job</h2>
        <SelectField
          label="Dataset"
          value={isKnown ? token : ""}
          options={[["", "Choose a dataset"], ...options]}
          onValue={(chosen) => go(href(["compute"], { dataset: chosen }), true)}
        />
        {isKnown && <Order key={token} token={token} />}
      </section>
      <History symbolOf={(of) => all?.find((one) => one.token === of)?.symbol} />
      <Waiting datasets={all ?? []} />
    </div>
  );
}

function Order({ token }: { readonly token: string }) {
  const { data, error, retry } = useLive(`dataset ${token}`, () => show(reader(), { token }));
  const imitation = useImitations()?.get(token);
  const dataset = useMemo(() => data && shownNames(data, imitation), [data, imitation]);
  return (
    <>
      <Fault of={error} retry={retry} />
      {dataset === undefined && error === undefined && <p class="card compute-loading skeleton" />}
      {dataset && <OrderForm dataset={dataset} />}
    </>
  );
}
