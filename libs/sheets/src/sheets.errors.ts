import { AppError } from '@huanbao/platform';

const unsupported = (code: string, zh: string, en: string): AppError => new AppError('unsupported-media', code, { zh, en });

export const notASheet = (): AppError => unsupported('sheet.type', '请上传 Excel（xlsx）或 CSV 文件。旧版 xls、WPS 的 et 请另存为 xlsx 后上传', 'Upload an Excel file (xlsx) or CSV. Save xls or et as xlsx first.');
export const oldWorkbook = (): AppError => unsupported('sheet.old-or-locked', '文件是旧版 Excel（xls）或加了打开密码，只改扩展名不行。请用 Excel 或 WPS 打开，取消密码并另存为 xlsx 后上传', 'The file is an old Excel file (xls) or protected by a password; renaming does not change that. Open it, remove the password, save as xlsx and upload again.');
export const noSheet = (titles: readonly string[]): AppError => new AppError('invalid', 'sheet.headings', { zh: `没有找到标题行。请用平台的模板填写，保留标题${titles.length > 0 ? `（如：${titles.slice(0, 4).join('、')}）` : ''}`, en: `No heading row was found. Use the template and keep its headings${titles.length > 0 ? ` (such as ${titles.slice(0, 4).join(', ')})` : ''}.` });
export const tooManyRows = (most: number): AppError => new AppError('rule', 'sheet.too-many-rows', { zh: `一张表最多 ${most} 行，请分成几个文件导入`, en: `At most ${most} rows in one sheet. Split the file.` }, { extra: { most } });
export const tooMuch = (): AppError => new AppError('rule', 'sheet.too-much', { zh: '工作簿内容过多，读不完。请删去空白的格式行和无关的工作表，只保留要导入的数据', en: 'The workbook holds too much to read. Remove empty formatted rows and unrelated sheets.' });
export const damagedWorkbook = (): AppError => unsupported('file.damaged', '文件不完整或已损坏，打不开。请检查后重新上传', 'The file is incomplete or damaged. Check it and upload again.');
export const noFile = (): AppError => new AppError('invalid', 'file.form', { zh: '没有收到文件，请选择文件后重新上传', en: 'No file arrived. Choose a file and send it as multipart form data.' });
