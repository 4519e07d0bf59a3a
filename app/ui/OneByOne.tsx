import { type ComponentChildren, Fragment, toChildArray } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Shows its children one after the other, each in a turn of its own: a slow phone answers its owner in between. */
export function OneByOne({ children }: { readonly children: ComponentChildren }) {
  const all = toChildArray(children);
  const [count, setCount] = useState(1);
  const isMore = count < all.length;
  useEffect(() => {
    if (!isMore) return undefined;
    const timer = setTimeout(() => setCount(count + 1));
    return () => clearTimeout(timer);
  }, [isMore, count]);
  return (
    <>
      {all.slice(0, count).map((child, place) => (
        <Fragment key={place}>{child}</Fragment>
      ))}
      {isMore && <span aria-busy="true" />}
    </>
  );
}
