import type { User } from "../../../scripts/browser/user/createUser.ts";

/** Somebody who does by the keyboard alone what others do with a finger; only files are still given as before. */
export function byKeyboard(user: User): User {
  const { tabsTo, presses, writes, until, page } = user;

  /** Buttons that are busy or lack something take no focus. */
  const whenEnabled = (name: string) =>
    until(`${name} cannot be pressed`, async () => {
      const found = await page.$(`::-p-aria([name="${name}"])`);
      return found?.evaluate((one) => !(one as HTMLButtonElement).disabled);
    });

  return {
    ...user,
    clicks: async (name) => {
      await whenEnabled(name);
      await tabsTo(name);
      await presses("Enter");
    },
    clicksOn: async (beginning) => {
      await tabsTo(beginning);
      await presses("Space");
    },
    types: async (label, value) => {
      await tabsTo(label);
      await page.keyboard.down("Control");
      await presses("KeyA");
      await page.keyboard.up("Control");
      await writes(value);
    },
  };
}
