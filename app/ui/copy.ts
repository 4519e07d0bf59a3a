/** Puts a text where it can be pasted from; answers whether the browser allowed it: only a page from https may. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
