export interface CodeFaultProps {
  readonly retry: () => void;
}

/** Tells that a part of the page itself could not be loaded. Only a reload finds the files of a newer release. */
export const CodeFault = ({ retry }: CodeFaultProps) => (
  <div role="alert" class="card fault">
    <p>This part of the page could not be loaded. Perhaps you are offline, or the page was renewed meanwhile.</p>
    <button type="button" onClick={retry}>
      Try again
    </button>{" "}
    <button type="button" onClick={() => location.reload()}>
      Reload the page
    </button>
  </div>
);
