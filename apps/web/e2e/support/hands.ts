import { expect, type Locator, type Page } from '@playwright/test';

/** How a person works a page. */
export type Hands = {
  press(target: Locator): Promise<void>;
  /** Takes one answer of a group of radio buttons, or ticks a box. */
  choose(target: Locator): Promise<void>;
  select(target: Locator, value: string): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
};

export function byMouse(): Hands {
  return {
    press: (target) => target.click(),
    choose: (target) => target.check(),
    select: async (target, value) => void (await target.selectOption(value)),
    write: (target, text) => target.fill(text),
  };
}

/** No page has more stops than this between two places a person goes to in turn. */
const MOST_TABS = 150;

/** A ring around what has the focus, or around the label that it fills. */
function showsFocus(): boolean {
  const focused = document.activeElement;
  return [focused, focused?.closest('label')].some((element) => {
    if (!element || !focused?.matches(':focus-visible')) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
}

/** Nothing but keys: Tab, Enter, Space and arrows. Fails where a thing cannot be reached, or shows no focus. */
export function byKeyboard(page: Page): Hands {
  const isFocused = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement);
  async function reach(arrived: () => Promise<boolean>, what: Locator): Promise<void> {
    await what.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await arrived())
        return expect.poll(() => page.evaluate(showsFocus), `no focus shown at ${String(what)}`).toBe(true);
      await page.keyboard.press('Tab');
    }
    throw new Error(`Not reached by Tab: ${String(what)}`);
  }
  const groupHasFocus = (target: Locator): Promise<boolean> =>
    target.evaluate(
      (element: HTMLInputElement) =>
        document.activeElement instanceof HTMLInputElement &&
        document.activeElement.name === element.name &&
        document.activeElement.type === 'radio',
    );
  return {
    async press(target) {
      await reach(() => isFocused(target), target);
      await page.keyboard.press('Enter');
    },
    async choose(target) {
      const radio = (await target.getAttribute('type')) === 'radio';
      await reach(() => (radio ? groupHasFocus(target) : isFocused(target)), target);
      if (!radio || (await isFocused(target))) {
        if (!(await target.isChecked())) await page.keyboard.press('Space');
        return;
      }
      for (let steps = 0; steps < 12 && !(await target.isChecked()); steps++) await page.keyboard.press('ArrowDown');
    },
    async select(target, value) {
      await reach(() => isFocused(target), target);
      for (let steps = 0; steps < 20 && (await target.inputValue()) !== value; steps++)
        await page.keyboard.press('ArrowDown');
    },
    async write(target, text) {
      await reach(() => isFocused(target), target);
      await page.keyboard.type(text);
    },
  };
}
