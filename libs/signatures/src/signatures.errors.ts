import { AppError } from '@huanbao/platform';

export const alreadyRepudiated = (): AppError =>
  new AppError('conflict', 'signature.already-repudiated', { zh: '这份签署已经有人否认，正在由生态环境部门核实，不需要再提', en: 'This signature has been repudiated already; the bureau is looking into it.' });

export const notRepudiated = (): AppError =>
  new AppError('conflict', 'signature.not-repudiated', { zh: '没有人否认这份签署，没有需要处理的', en: 'Nobody has repudiated this signature.' });

export const alreadyRuled = (): AppError =>
  new AppError('conflict', 'signature.ruled', { zh: '这份否认已经处理完毕，请刷新页面查看结果', en: 'This repudiation has been decided. Reload the page.' });

/** A step that would build on a signature somebody says is not theirs has to wait. */
export const signatureContested = (recordId: string): AppError =>
  new AppError(
    'conflict',
    'signature.contested',
    { zh: '这件事项的签署被否认，尚未处理。请先在“签署存证”里核实并作出处理，再继续办理', en: 'The signature on this matter is contested. Decide on that first, under Signatures.' },
    { extra: { recordId } },
  );

export const paperPending = (): AppError =>
  new AppError('conflict', 'signature.paper-pending', { zh: '存证文件正在生成，请稍后再下载', en: 'The paper is being drawn. Try again shortly.' }, { extra: { retryAfterSeconds: 5 } });
