import { useTitle } from "../../ui/useTitle.ts";
import { useLive } from "../../chain/useLive.ts";
import { reader } from "../../chain/site.ts";
import { href } from "../../route.ts";
import { list } from "#sdk/actions/dataset/list.ts";

/** All datasets, to search and choose from. */
export function Catalogue() {
  useTitle("Datasets");
  const { data } = useLive("datasets", () => list(reader()));
  return (
    <>
      <h1>Datasets</h1>
      <ul class="cards">
        {data?.map(({ token, name, symbol }) => (
          <li key={token} class="card">
            <h2>
              <a href={href(["dataset", token])}>{name}</a>
            </h2>
            {symbol}
          </li>
        ))}
      </ul>
    </>
  );
}
