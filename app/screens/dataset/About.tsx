import type { Shown } from "#sdk/actions/dataset/show.ts";
import type { Description, Reference } from "../../data/metadata/describe.ts";
import { Facts } from "../../ui/Facts.tsx";
import { count } from "./numbers.ts";
import { Columns } from "./Columns.tsx";
import { SampleTable } from "./SampleTable.tsx";
import type { Described } from "./useDescription.ts";

export interface AboutProps {
  readonly dataset: Shown;
  readonly described: Described;
}

/** What the maker says of the dataset, once it is certain that the maker said it. */
export function About({ dataset, described }: AboutProps) {
  const { state, description } = described;
  return (
    <section class="card ds-about" aria-labelledby="about-title">
      <h2 id="about-title">About</h2>
      {state.kind === "no store" && (
        <p>
          This deployment has no metadata store, so the page cannot show the description. Any IPFS gateway that has the
          document can: its address is below.
        </p>
      )}
      {state.kind === "refused" && (
        <p role="status">The description cannot be shown: {state.why} The rest of this page comes from the chain.</p>
      )}
      {state.kind === "reading" && <span class="skeleton ds-text-room" aria-label="loading" />}
      {description?.paragraphs.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      <Facts
        of={[
          description && ["By", description.makers.join(", ")],
          description && ["Licence", description.licences.map((one) => <Link key={one.text} to={one} />)],
          description && ["Keywords", description.keywords.map((word) => <span key={word} class="tag">{word}</span>)], // prettier-ignore
          description && ["Version", `${description.version}, of ${description.published}`],
          description?.site && ["More", <Link to={description.site} />],
          ["Published versions", count(dataset.metadataVersion)],
          ["Content address", <code>{dataset.contractUri}</code>],
        ]}
      />
      {description && <Rest of={description} />}
    </section>
  );
}

function Rest({ of }: { readonly of: Description }) {
  return (
    <>
      <Columns of={of.fields} />
      {of.sample && <SampleTable of={of.sample} />}
      <Listed title="What a contribution must satisfy" lines={of.requirements} />
      <Listed title="What it can be used for" lines={of.uses} />
      <Listed title="For whom" lines={of.audience} />
      {of.files.length > 0 && (
        <>
          <h3>Files</h3>
          <ul>
            {of.files.map((file, index) => (
              <li key={index}>
                <Link to={file} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface ListedProps {
  readonly title: string;
  readonly lines: readonly string[];
}

const Listed = ({ title, lines }: ListedProps) => (
  <>
    <h3>{title}</h3>
    <ul>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  </>
);

/** A stranger's link: where it does not say so itself, the host that it leads to stands behind it. */
function Link({ to: { text, link, host } }: { readonly to: Reference }) {
  if (link === undefined) return <span>{text} </span>;
  return (
    <a href={link} rel="noopener noreferrer nofollow ugc" target="_blank">
      {text}
      {host && ` (${host})`}
    </a>
  );
}
