import { href } from "../../route.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { OrderForm } from "./order/OrderForm.tsx";

/** Computing over one dataset, as a part of its page. */
export const ComputeTab = ({ dataset }: TabProps) => (
  <section class="form" aria-labelledby="compute-title">
    <div>
      <h2 id="compute-title">Compute</h2>
      <p class="hint">
        Your program goes to the devices that keep the records; only a noisy sum comes back.{" "}
        <a href={href(["compute"])}>Your jobs</a>
      </p>
    </div>
    <OrderForm dataset={dataset} />
  </section>
);
