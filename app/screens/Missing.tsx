import { href } from "../route.ts";
import { useTitle } from "../ui/useTitle.ts";

/** An address that leads nowhere. */
export function Missing() {
  useTitle("Not found");
  return (
    <section>
      <h1>There is nothing here</h1>
      <p>
        The address leads nowhere. <a href={href([])}>All datasets</a>
      </p>
    </section>
  );
}
