import { AppError, invalidFields } from '@huanbao/platform';

const field = (pointer: string, code: string, zh: string, en: string): AppError => invalidFields([{ pointer, code, zh, en }]);

/** The same for an enterprise that does not exist and for one that gave nothing: the answer tells nobody who is registered here. */
export const noAuthorization = (): AppError =>
  new AppError('not-found', 'bank.no-authorization', { zh: '没有可用的授权：请核对统一社会信用代码，或先向企业发出授权申请', en: 'There is no authorisation to use. Check the credit code, or ask the enterprise for an authorisation first.' });
export const authorizationEnded = (number: string, how: 'revoked' | 'expired' | 'not-begun', on: string): AppError => {
  const words = {
    revoked: { zh: `企业已撤销授权 ${number}（${on}），不能再查询；需要时请重新申请授权`, en: `The enterprise revoked ${number} on ${on}. Ask for a new authorisation if you need one.` },
    expired: { zh: `授权 ${number} 已于 ${on} 到期，不能再查询；需要时请重新申请授权`, en: `${number} ended on ${on}. Ask for a new authorisation if you need one.` },
    'not-begun': { zh: `授权 ${number} 自 ${on} 起生效，请届时再查询`, en: `${number} begins on ${on}. Ask then.` },
  }[how];
  return new AppError('forbidden', how === 'not-begun' ? 'bank.authorization-not-begun' : 'bank.authorization-ended', words, { extra: { authorizationNumber: number, reason: how, on } });
};

export const enterpriseNotFound = (): AppError => field('/uscc', 'enterprise', '没有找到可以申请的企业，请核对统一社会信用代码', 'No such enterprise can be asked. Check the credit code.');
export const bankNotFound = (): AppError => field('/bankId', 'bank', '请选择一家在本平台开户的银行', 'Choose a bank of this platform.');
export const requestOpen = (): AppError => new AppError('conflict', 'bank.request-open', { zh: '已经有一份申请在等企业答复，请等待答复或先撤回', en: 'A request is waiting for the enterprise. Wait, or withdraw it first.' });
export const authorizationOverlaps = (): AppError => new AppError('conflict', 'bank.authorization-overlaps', { zh: '这段时间里已有给该银行的有效授权，请先撤销原授权，或改期限', en: 'An authorisation for this bank holds in that time. Revoke it first, or change the term.' });
export const authorizationState = (state: string): AppError => new AppError('conflict', 'bank.authorization-state', { zh: '这份授权的状态已经变了，请刷新后查看', en: 'This authorisation is in another state now. Reload it.' }, { extra: { state } });
export const requestLapsed = (on: string): AppError => new AppError('conflict', 'bank.request-lapsed', { zh: `申请已过答复期限（${on}），请让银行重新申请，或直接授权`, en: `The request could be answered until ${on}. Let the bank ask again, or grant one unasked.` }, { extra: { on } });
export const termOrder = (): AppError => field('/toOn', 'order', '结束日期不能早于开始日期', 'The last day must not be before the first.');
export const termPast = (): AppError => field('/fromOn', 'past', '开始日期不能早于今天', 'The first day must not be before today.');
export const termTooLong = (most: number): AppError => field('/toOn', 'longest', `期限最长 ${most} 天，请缩短`, `At most ${most} days.`);
export const widerThanAsked = (): AppError => field('/scopes', 'asked', '只能在银行申请的范围内选择；想多给的，另行授权', 'Choose from what the bank asked for. Grant anything else separately.');
export const longerThanAsked = (): AppError => field('/toOn', 'asked', '期限不能超出银行申请的起止日期', 'The term must lie within what the bank asked for.');
export const purposeWordsNeeded = (): AppError => field('/purposeWords', 'purpose', '请写明用途', 'Say what for.');
export const scoreNeedsList = (): AppError => field('/scopes', 'blacklist', '绿色融资评分有名单硬门槛，请同时选择严重失信主体名单', 'The list of serious cases is a hard gate of the score: choose it too.');
export const scoreNeedsCredit = (): AppError => field('/scopes', 'credit', '绿色融资评分以环境信用为基础，请同时选择环境信用', 'The score rests on credit: choose credit too.');

export const clientNotProposed = (): AppError => new AppError('conflict', 'bank.client-state', { zh: '这个应用的状态已经变了，请刷新后查看', en: 'This client is in another state now. Reload it.' });
export const clientNotApproved = (): AppError => new AppError('conflict', 'bank.client-not-approved', { zh: '应用还没有批准或已停用，批准后可以生成密钥', en: 'The client is not approved, or was revoked. Secrets come after the approval.' });
export const clientTwoPersons = (): AppError => new AppError('forbidden', 'bank.client-two-persons', { zh: '提出申请的人不能自己批准', en: 'Who proposed it does not approve it.' });
export const tooManyClients = (most: number): AppError => new AppError('rule', 'bank.too-many-clients', { zh: `一家银行最多 ${most} 个在用的应用，请先停用不用的`, en: `A bank has at most ${most} clients. Revoke one that is not used.` });
export const tooManySecrets = (): AppError => new AppError('rule', 'bank.too-many-secrets', { zh: '新旧密钥正在交替，旧密钥到期后才能再换；急需时把交替时间设为 0', en: 'Two secrets overlap already. Wait until the old one ends, or rotate with an overlap of 0.' });
/** One answer for what is unknown, expired and revoked. */
export const accessTokenInvalid = (): AppError => new AppError('unauthenticated', 'bank.access-token', { zh: '访问令牌无效或已到期，请重新取得令牌', en: 'The access token does not hold or has expired. Ask for a new one.' });
export const certificateDiffers = (): AppError => new AppError('unauthenticated', 'bank.certificate', { zh: '令牌绑定了客户端证书，请用取得令牌时的证书连接', en: 'The token is bound to a client certificate. Connect with the certificate it was issued to.' });

export const batchNotDone = (): AppError => new AppError('conflict', 'bank.batch-not-done', { zh: '批量查询还没有完成，请稍后再下载', en: 'The batch is not done yet. Download it later.' });
export const batchTwice = (position: number): AppError => field(`/items/${position}`, 'twice', '同一家企业只写一次', 'Name each enterprise once.');

export const webhookUrl = (code: string, zh: string, en: string): AppError => field('/url', code, zh, en);
export const webhookClient = (): AppError => field('/clientId', 'client', '请选择本行已批准的应用', 'Choose an approved client of your bank.');
export const tooManyWebhooks = (most: number): AppError => new AppError('rule', 'bank.too-many-webhooks', { zh: `一家银行最多 ${most} 个推送地址，请先移除不用的`, en: `A bank has at most ${most} webhooks. Remove one that is not used.` });
export const webhookStopped = (): AppError => new AppError('conflict', 'bank.webhook-stopped', { zh: '推送已暂停或移除，恢复后再试', en: 'The webhook is paused or removed. Resume it first.' });
export const notToBeSent = (): AppError => new AppError('conflict', 'bank.delivery-state', { zh: '只有发送失败的推送可以重新发送', en: 'Only a delivery that failed can be sent again.' });
export const alertOutdated = (): AppError => new AppError('conflict', 'bank.delivery-superseded', { zh: '之后的变化已经送达，旧的不再发送；请查询企业的最新情况', en: 'A later change was delivered; the older one is not sent again. Ask for the current standing.' });
export const alertUnauthorized = (): AppError => new AppError('conflict', 'bank.delivery-unauthorized', { zh: '授权已结束，不再推送这家企业的变化', en: 'The authorisation has ended: changes of this enterprise are not sent any more.' });
export const figuresPeriod = (): AppError => field('/to', 'order', '结束日期不能早于开始日期，最长两年', 'The last day must not be before the first; two years at most.');
