import { SheetColumn, SheetWords } from './column';

const like = (column: SheetColumn): { zh: string; en: string } => (column.example ? { zh: `，例如 ${column.example}`, en: `, e.g. ${column.example}` } : { zh: '', en: '' });
const unitOf = (column: SheetColumn): string => (column.unit ? ` ${column.unit}` : '');
export const short = (typed: string): string => (typed.length > 30 ? `${typed.slice(0, 30)}…` : typed);

/** What is wrong with a cell and how to mend it in Excel. */
export const words = {
  missing: (column: SheetColumn): SheetWords => ({ code: 'missing', zh: `请填写${column.label.zh}${column.unit ? `，单位 ${column.unit}` : ''}${like(column).zh}`, en: `Enter ${column.label.en}${column.unit ? ` in ${column.unit}` : ''}${like(column).en}.` }),
  formulaError: (column: SheetColumn): SheetWords => ({ code: 'formula-error', zh: `公式出错了，请改正公式或直接填写${column.label.zh}`, en: `The formula fails. Mend it or type the value of ${column.label.en}.` }),
  uncomputed: (column: SheetColumn): SheetWords => ({ code: 'formula-empty', zh: `公式还没有计算结果，请用 Excel 打开并保存一次，或直接填写${column.label.zh}`, en: `The formula has no result yet. Open and save the file in Excel, or type the value of ${column.label.en}.` }),
  notNumber: (column: SheetColumn): SheetWords => ({ code: 'not-a-number', zh: `这不是数字，请只填${column.label.zh}的数值${like(column).zh}`, en: `Not a number. Enter digits only for ${column.label.en}${like(column).en}.` }),
  unitInCell: (column: SheetColumn, number: string): SheetWords => ({
    code: 'unit-in-cell',
    zh: column.unit ? `请只填数字，不要带单位；本栏单位固定为 ${column.unit}，单位不同的先换算。如果就是 ${column.unit}，填 ${number}` : `请只填数字，不要带单位；如果数值是 ${number}，就填 ${number}`,
    en: column.unit ? `Digits only, without a unit. This column is in ${column.unit}; convert other units first. If it is ${column.unit}, enter ${number}.` : `Digits only, without a unit: ${number}, if that is the value.`,
  }),
  percent: (column: SheetColumn, shown: string): SheetWords => ({
    code: 'percent',
    zh: `单元格是百分比格式（显示 ${shown}），平台无法判断指哪个数。请把格式改为“常规”，再填${unitOf(column) ? `以${unitOf(column)} 计的` : ''}数值`,
    en: `The cell is formatted as a percentage (${shown}), which is ambiguous here. Set the format to General and enter the value${column.unit ? ` in ${column.unit}` : ''}.`,
  }),
  lostDigits: (column: SheetColumn): SheetWords => ({ code: 'lost-digits', zh: `Excel 把长编码当成了数字，末尾的位数已经丢失。请把这一列的格式设为“文本”，再重新填写${column.label.zh}`, en: `Excel took a long code for a number and dropped its last digits. Format the column as text and enter ${column.label.en} again.` }),
  becameDate: (column: SheetColumn, date: string): SheetWords => ({ code: 'became-date', zh: `Excel 把它变成了日期（${date}）。请把单元格格式设为“${column.type === 'text' ? '文本' : '常规'}”，再重新填写${column.label.zh}`, en: `Excel turned this into a date (${date}). Format the cell as ${column.type === 'text' ? 'text' : 'General'} and enter ${column.label.en} again.` }),
  none: (column: SheetColumn): SheetWords => ({ code: 'none', zh: `${column.label.zh}不能填“/”，请填写数值`, en: `${column.label.en} cannot be “/”. Enter a value.` }),
  whole: (column: SheetColumn): SheetWords => ({ code: 'decimals', zh: `${column.label.zh}应为整数`, en: `${column.label.en} is a whole number.` }),
  decimals: (column: SheetColumn): SheetWords => ({ code: 'decimals', zh: `${column.label.zh}最多保留 ${column.decimals} 位小数`, en: `${column.label.en}: at most ${column.decimals} decimals.` }),
  low: (column: SheetColumn): SheetWords => ({ code: 'min', zh: `${column.label.zh}不能小于 ${column.min}${unitOf(column)}，请核对数值`, en: `${column.label.en} cannot be below ${column.min}${unitOf(column)}. Check the value.` }),
  high: (column: SheetColumn): SheetWords => ({ code: 'max', zh: `${column.label.zh}大于 ${column.max}${unitOf(column)}，疑似单位或小数点有误，请核对`, en: `${column.label.en} is above ${column.max}${unitOf(column)}. Check the unit and the decimal point.` }),
  date: (column: SheetColumn): SheetWords => ({ code: 'date', zh: `${column.label.zh}请写成真实的日期，形如 2026-01-31`, en: `${column.label.en}: a date that exists, like 2026-01-31.` }),
  choice: (column: SheetColumn, labels: readonly string[]): SheetWords => ({
    code: 'choice',
    zh: `不在${column.label.zh}的选项中，请从下拉列表选择：${labels.slice(0, 12).join('、')}${labels.length > 12 ? ` 等 ${labels.length} 项，见模板的“选项”页` : ''}`,
    en: `Not a choice of ${column.label.en}. Choose one of: ${labels.slice(0, 12).join(', ')}${labels.length > 12 ? ` … (${labels.length}, see the sheet 选项 of the template)` : ''}.`,
  }),
  yesNo: (column: SheetColumn): SheetWords => ({ code: 'choice', zh: `${column.label.zh}请填“是”或“否”`, en: `${column.label.en}: 是 (yes) or 否 (no).` }),
  merged: (range: string): SheetWords => ({ code: 'merged', zh: `${range} 是合并单元格，看不出每一行各是什么。请取消合并，每一行都填写`, en: `${range} are merged cells: it is unclear what each row holds. Unmerge them and fill in every row.` }),
  headingUnit: (column: SheetColumn): SheetWords => ({ code: 'heading-unit', zh: `标题里的单位与平台不同：${column.label.zh}的单位是 ${column.unit ?? '无'}。请换算后改回模板的标题`, en: `The unit in the heading differs: ${column.label.en} is in ${column.unit ?? 'no unit'} here. Convert the values and restore the heading of the template.` }),
  headingTwice: (column: SheetColumn): SheetWords => ({ code: 'heading-twice', zh: `“${column.label.zh}”出现了两列，请只保留一列`, en: `The column ${column.label.en} stands there twice. Keep one.` }),
  headingMissing: (column: SheetColumn): SheetWords => ({ code: 'heading-missing', zh: `缺少必填的列“${column.label.zh}”，请照模板补上`, en: `The required column ${column.label.en} is missing. Add it as in the template.` }),
  headingUnknown: (): SheetWords => ({ code: 'heading-unknown', zh: '平台没有这一列，它的内容不会导入；列名若是写错了，请照模板改正', en: 'There is no such column here; its content is left out. If the heading is mistyped, correct it as in the template.' }),
  headingAbsent: (column: SheetColumn): SheetWords => ({ code: 'heading-absent', zh: `没有“${column.label.zh}”这一列；原有的行保留已填的内容，新增的行此项为空`, en: `There is no column ${column.label.en}; existing rows keep what they have, new rows stay empty there.` }),
  hiddenRow: (): SheetWords => ({ code: 'hidden-row', zh: '这一行被隐藏或筛选掉了，但仍会导入；不要的请删除整行', en: 'This row is hidden or filtered out and will still be imported. Delete it if it is not meant.' }),
  hiddenSheet: (): SheetWords => ({ code: 'hidden-sheet', zh: '这张工作表是隐藏的，没有读取；需要的话请先取消隐藏', en: 'This sheet is hidden and was not read. Unhide it if it is needed.' }),
  example: (): SheetWords => ({ code: 'example-row', zh: `这一行还标着“示例”。如果是您自己的数据，请清空最后一列的“示例”二字；不是就删除整行`, en: 'This row is still marked as the example. Empty the mark in the last column if it is yours, or delete the row.' }),
} as const;
