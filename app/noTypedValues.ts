/*
 * Stands in the build for the values that ethers lets one mark with their types: they tell apart functions of one name and
 * as many arguments, of which the page calls none.
 */
export const Typed = {
  isTyped: (): boolean => false,
  dereference: <T>(value: T): T => value,
};
