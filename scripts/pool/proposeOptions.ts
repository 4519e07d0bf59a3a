/** What `pool propose` takes. */
export interface ProposeArgs {
  readonly dataset: string;
  readonly buyer: string | undefined;
  readonly price: string | undefined;
  readonly duration: string;
  readonly minQuality: string | undefined;
  readonly unitPrice: string | undefined;
  readonly attesters: string | undefined;
  readonly threshold: string | undefined;
  readonly voteBudget: string;
  readonly expires: string;
}
