import { AppError } from '@huanbao/platform';

const refuse = (code: string, zh: string, en: string): AppError => new AppError('unsupported-media', code, { zh, en });

/** What a file turned out to be, in words for people. */
export interface Found {
  readonly zh: string;
  readonly en: string;
}

const ALLOWED = { zh: 'PDF、Word（docx）、Excel（xlsx）、JPG、PNG', en: 'PDF, Word (docx), Excel (xlsx), JPG and PNG' };

export const emptyFile = (): AppError => refuse('file.empty', '文件是空的，请重新选择', 'The file is empty. Choose another one.');
export const unknownType = (found?: Found): AppError =>
  refuse('file.type', `${found ? `文件内容是${found.zh}。` : ''}只接受 ${ALLOWED.zh} 文件；请另存为其中一种格式后上传`, `${found ? `The content is ${found.en}. ` : ''}Only ${ALLOWED.en} are accepted. Save it as one of these.`);
export const executable = (found: Found): AppError => refuse('file.executable', `文件内容是${found.zh}，属于可执行程序或脚本，不能上传`, `The content is ${found.en}, a program or script, and cannot be uploaded.`);
export const wrongName = (found: string): AppError => refuse('file.name-differs', `文件内容是 ${found}，与扩展名不一致。请用正确的扩展名保存后上传`, `The content is ${found} and does not match the name. Save it with the right ending.`);
export const twoFilesInOne = (found: string): AppError => refuse('file.two-in-one', `文件里还藏着另一个文件（${found}），请重新导出一份干净的文件后上传`, `Another file (${found}) is hidden inside. Export a clean copy and upload that.`);
export const macros = (): AppError => refuse('file.macros', '文件带有宏，请另存为不含宏的 docx 或 xlsx 后上传', 'The file contains macros. Save it as docx or xlsx without macros.');
export const programInside = (name: string): AppError => refuse('file.program-inside', `文件里嵌有程序或压缩包（${name}），请删除后重新保存并上传`, `The file contains a program or archive (${name}). Remove it, save and upload again.`);
export const zipBomb = (): AppError => refuse('file.archive', '文件内部结构异常（展开后过大），请重新导出后上传', 'The inner structure of the file is abnormal (too large when unpacked). Export it anew.');
export const damaged = (): AppError => refuse('file.damaged', '文件不完整或已损坏，打不开。请检查后重新上传', 'The file is incomplete or damaged. Check it and upload again.');
export const tooManyFiles = (most: number): AppError => new AppError('rule', 'file.quota', { zh: `每个事项最多 ${most} 个文件，请先删除不需要的`, en: `At most ${most} files for one matter. Remove some first.` });
export const tooManyBytes = (mostMb: number): AppError => new AppError('rule', 'file.quota', { zh: `每个事项的文件总共不超过 ${mostMb} MB，请先删除不需要的`, en: `At most ${mostMb} MB of files for one matter. Remove some first.` });
export const notMultipart = (): AppError => new AppError('invalid', 'file.form', { zh: '没有收到文件，请选择文件后重新上传', en: 'No file arrived. Choose a file and send it as multipart form data.' });
export const infected = (): AppError => new AppError('forbidden', 'file.infected', { zh: '文件带有病毒，已被隔离，不能打开。请联系上传单位重新提供', en: 'The file carries a virus and is blocked. Ask its owner for a clean one.' });
export const notScannedYet = (): AppError =>
  new AppError('conflict', 'file.scanning', { zh: '文件正在查毒，请稍候再打开', en: 'The file is being scanned. Try again in a moment.' }, { extra: { retryAfterSeconds: 5 } });

export const fileHeld = (): AppError =>
  new AppError('conflict', 'file.held', { zh: '这份文件已作为凭证使用，不能删除。填错的，请撤回引用它的登记后重新上传', en: 'A record rests on this file: it cannot be removed. Withdraw that record and upload another file.' });
