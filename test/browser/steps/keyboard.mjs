// A person who uses no mouse.
import assert from 'node:assert/strict';

const MOST = 60;

/** Presses Tab until the focus stands on `target`; it must be seen there. */
export async function tabTo(page, target, { key = 'Tab' } = {}) {
  await target.waitFor();
  const handle = await target.elementHandle();
  for (let presses = 0; presses <= MOST; presses++) {
    if (await page.evaluate(element => document.activeElement === element, handle)) return seen(page, handle);
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not lead to ${target} within ${MOST} presses`);
}

async function seen(page, handle) {
  assert.equal(await page.evaluate(element => element.matches(':focus-visible'), handle), true, 'the focus cannot be seen');
}

/** Tabs to an input and types. */
export async function typeInto(page, target, text) {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Tabs to a list that unfolds and walks to an option with the arrow keys. */
export async function pick(page, combobox, text) {
  await tabTo(page, combobox);
  await page.keyboard.press('ArrowDown');
  for (let presses = 0; presses <= MOST; presses++) {
    const id = await combobox.getAttribute('aria-activedescendant');
    const active = id ? await page.evaluate(each => document.getElementById(each)?.getAttribute('aria-label') ?? document.getElementById(each)?.textContent, id) : null;
    if (active === text) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`The arrow keys do not lead to ${text}`);
}
