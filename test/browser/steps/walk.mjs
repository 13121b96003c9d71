// A journey in the browser: steps in order, each one a test. After a failed step the following ones are not walked.
import { assertAccessible, assertQuiet, settled } from '../../harness/browser.mjs';

/**
 * @param {import('../../harness/browser.mjs').Browser} browser
 * @param {[title: string, act: () => Promise<import('playwright-core').Page>][]} steps each answers the page it ended on;
 * that page must settle, be without barriers and without complaint
 */
export async function walk(context, browser, steps) {
  let broken = null;
  for (const [title, act] of steps) {
    await context.test(title, async () => {
      if (broken) throw new Error(`not walked, because “${broken}” failed`);
      try {
        const page = await act();
        await settled(page);
        await assertAccessible(page);
        await assertQuiet(page);
      } catch (error) {
        broken = title;
        await browser.picture(title);
        error.message += `\nshows: ${await browser.alerts()}`;
        throw error;
      }
    });
  }
}

export const button = (scope, name) => scope.getByRole('button', { name, exact: true });

/** The words are there to be read. @param {string | RegExp} text */
export const said = (scope, text) => scope.getByText(text).filter({ visible: true }).first().waitFor();

/** The dialog that asks once more: filled in, confirmed, gone. */
export async function confirm(page, title, act, fill = async () => {}) {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  await fill(dialog);
  await button(dialog, act).click();
  await dialog.waitFor({ state: 'hidden' });
}
