import { AppError } from '@huanbao/platform';

const refuse = (code: string, zh: string, en: string): AppError => new AppError('unsupported-media', code, { zh, en });

export const emptyFile = (): AppError => refuse('file.empty', '文件是空的，请重新选择', 'The file is empty. Choose another one.');
export const unknownType = (): AppError => refuse('file.type', '只接受 PDF、Word（docx）、Excel（xlsx）、JPG、PNG 文件；请另存为其中一种格式', 'Only PDF, Word (docx), Excel (xlsx), JPG and PNG. Save it as one of these.');
export const executable = (): AppError => refuse('file.executable', '这个文件的内容是可执行程序，不能上传', 'The content of this file is a program and cannot be uploaded.');
export const wrongName = (found: string): AppError => refuse('file.name-differs', `文件内容是 ${found}，与扩展名不一致。请用正确的扩展名保存后上传`, `The content is ${found} and does not match the name. Save it with the right ending.`);
export const macros = (): AppError => refuse('file.macros', '文件带有宏，请另存为不含宏的 docx 或 xlsx 后上传', 'The file contains macros. Save it as docx or xlsx without macros.');
export const zipBomb = (): AppError => refuse('file.archive', '文件内部结构异常（展开后过大），不能上传', 'The inner structure of the file is abnormal (too large when unpacked).');
export const damaged = (): AppError => refuse('file.damaged', '文件已损坏，打不开。请检查后重新上传', 'The file is damaged. Check it and upload again.');
export const quota = (most: number): AppError => new AppError('rule', 'file.quota', { zh: `每个事项最多 ${most} 个文件，请先删除不需要的`, en: `At most ${most} files for one matter. Remove some first.` });
export const notMultipart = (): AppError => new AppError('invalid', 'file.form', { zh: '请用文件上传的方式提交', en: 'Send the file as multipart form data.' });
export const infected = (): AppError => new AppError('forbidden', 'file.infected', { zh: '文件带有病毒，已被隔离，不能打开。请联系上传单位重新提供', en: 'The file carries a virus and is blocked. Ask its owner for a clean one.' });
export const notScannedYet = (): AppError =>
  new AppError('conflict', 'file.scanning', { zh: '文件正在查毒，请稍候再打开', en: 'The file is being scanned. Try again in a moment.' }, { extra: { retryAfterSeconds: 5 } });
