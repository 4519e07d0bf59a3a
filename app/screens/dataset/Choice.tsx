import { useId } from "preact/hooks";

export interface ChoiceProps<K extends string> {
  readonly name: string;
  readonly options: Readonly<Record<K, string>>;
  readonly chosen: K;
  readonly choose: (option: K) => void;
}

/** One of a few. */
export function Choice<K extends string>({ name, options, chosen, choose }: ChoiceProps<K>) {
  const id = useId();
  return (
    <span class="ds-choice">
      <label for={id}>{name}</label>
      <select id={id} value={chosen} onChange={(event) => choose(event.currentTarget.value as K)}>
        {(Object.keys(options) as K[]).map((option) => (
          <option key={option} value={option}>
            {options[option]}
          </option>
        ))}
      </select>
    </span>
  );
}
