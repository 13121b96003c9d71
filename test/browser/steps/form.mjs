// Fills forms as a person does: by the words that stand beside the inputs, never by ids or classes of the page.

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name of an input: its label, then unit and 选填 where they stand. */
const named = ({ label, unit }) => new RegExp(`^${escaped(label.zh)}\\s*${unit ? escaped(unit) : ''}\\s*(（选填）)?$`);

/** Chooses one option of a list that unfolds. @param {string | RegExp} text all of its words, or a part of them */
export async function choose(page, combobox, text) {
  await combobox.click();
  const popup = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  const option = popup.getByText(text, { exact: true });
  // long lists hold only what is in sight; typing brings the rest there
  if (await combobox.isEditable()) await combobox.pressSequentially(text instanceof RegExp ? text.source : text);
  await option.click();
}

/** One input, in a form (`scope`) or in a row of a table, where each name ends with the row's number. */
async function fillField(page, scope, field, value, row) {
  if (value === undefined || value === null || value === '') return;
  const name = row === undefined ? named(field) : new RegExp(`^${escaped(field.label.zh)} ${row}$`);
  const optionText = chosen => field.options.find(option => option.value === chosen).zh;
  if (field.type === 'boolean') return scope.getByRole('group', { name }).getByRole('radio', { name: value ? '是' : '否', exact: true }).check();
  if (field.type === 'coordinates') {
    const point = scope.getByRole('group', { name });
    await point.getByRole('textbox', { name: '经度' }).fill(value.longitude);
    return point.getByRole('textbox', { name: '纬度' }).fill(value.latitude);
  }
  if (field.type === 'select') return choose(page, scope.getByRole('combobox', { name }), optionText(value));
  if (field.type === 'multiselect') return fillMany(page, scope, name, value.map(optionText));
  await scope.getByRole('textbox', { name }).or(scope.getByLabel(name)).first().fill(String(value));
}

async function fillMany(page, scope, name, texts) {
  const boxes = scope.getByRole('group', { name });
  const combobox = scope.getByRole('combobox', { name });
  await boxes.or(combobox).waitFor();
  for (const text of texts) {
    if (await boxes.isVisible()) await boxes.getByRole('checkbox', { name: text, exact: true }).check();
    else await choose(page, combobox, text);
  }
  if (await combobox.isVisible()) await combobox.press('Escape');
}

/** All rows of a table: typed in place, or in the drawer where the table is broad. */
async function fillTable(page, field, rows) {
  const table = page.getByRole('group', { name: new RegExp(`^${escaped(field.label.zh)}\\s`) });
  for (const [index, row] of rows.entries()) {
    await table.getByRole('button', { name: '添加一行' }).click();
    const drawer = page.getByRole('dialog', { name: `${field.label.zh} · 第 ${index + 1} 行` });
    const first = table.getByLabel(`${field.columns[0].label.zh} ${index + 1}`, { exact: true });
    await drawer.or(first).first().waitFor();
    const broad = await drawer.isVisible();
    // the focus follows into the new row; a click before it has arrived would be undone by it
    if (!broad) await page.waitForFunction(input => document.activeElement === input, await first.elementHandle());
    for (const column of field.columns) await fillField(page, broad ? drawer : table, column, row[column.name], broad ? undefined : index + 1);
    if (!broad) continue;
    await drawer.getByRole('button', { name: '关闭' }).last().click();
    await drawer.waitFor({ state: 'hidden' });
  }
}

/** A whole section by its field table, in the order of the page; fields appear as the answers before them ask for it. */
export async function fillSection(page, definition, data) {
  for (const field of definition.fields) {
    const value = data[field.name];
    if (field.type === 'table') await fillTable(page, field, value ?? []);
    else await fillField(page, page.getByRole('main'), field, value);
  }
}
