import { AppError, invalidFields } from '@huanbao/platform';
import type { Holder } from '@huanbao/sealing';
import { HOLDER_WORDS } from './opening.rules';

export const sharesOnly = (): AppError =>
  invalidFields([{ pointer: '/shares', code: 'shares-needed', zh: '本任务由多方共同开标：请在任务页选择钥匙文件，由本页算出份额后提交', en: 'Several holders open this task: choose the key file on its page, which computes the shares.' }]);

export const keyNeeded = (): AppError => invalidFields([{ pointer: '/privateKey', code: 'key-needed', zh: '请选择发布任务时保存的钥匙文件', en: 'Choose the key file saved at the publication.' }]);

export const notThisHolder = (holder: Holder): AppError =>
  new AppError('forbidden', 'task.not-this-holder', { zh: `这一份由${HOLDER_WORDS[holder].zh}交出，您不能代办`, en: `This share is given by ${HOLDER_WORDS[holder].en}, not by you.` });

export const shareGiven = (holder: Holder): AppError =>
  new AppError('conflict', 'task.share-given', { zh: `${HOLDER_WORDS[holder].zh}的份额已经交出，不用再交。请刷新页面查看还在等谁`, en: `The share of ${HOLDER_WORDS[holder].en} was given already. Reload to see who is awaited.` });

export const samePerson = (): AppError =>
  new AppError('rule', 'task.share-same-person', { zh: '一个人只能交出一份。另一份请由另一名保管人登录后交出', en: 'One person gives one share. Another keeper gives the other one.' });

export const recoveryClosed = (): AppError =>
  new AppError('rule', 'task.recovery-closed', { zh: '恢复份额只在有一方钥匙遗失或份额解不开时使用。确有遗失的，请先在任务页登记遗失和原因', en: 'The recovery share steps in when a key is lost or a share does not unwrap. Record the loss and its reason first.' });

export const wrongShare = (pointer: string): AppError =>
  invalidFields([{ pointer, code: 'wrong-share', zh: '这份份额与报价封装时的不一致，没有收下。请核对钥匙文件后重新交出', en: 'This share is not the one the bid was sealed with and was not taken. Check the key file and give it again.' }]);

export const sharesMissing = (count: number): AppError =>
  invalidFields([{ pointer: '/shares', code: 'shares-missing', zh: `还差 ${count} 份报价的份额，请刷新页面后重新交出`, en: `Shares of ${count} bids are missing. Reload and give them again.` }]);

export const lossKnown = (): AppError => new AppError('conflict', 'task.loss-known', { zh: '已经登记过遗失', en: 'The loss is on record already.' });

export const noThreshold = (): AppError =>
  new AppError('rule', 'task.no-threshold', { zh: '本任务发布时没有分份保管，由发布企业或见证人用自己的钥匙开标', en: 'This task was published without shares: the enterprise or the witness opens it with its own key.' });
