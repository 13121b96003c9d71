import { AppError, invalidFields } from '@huanbao/platform';
import type { FieldProblem, Text } from '../form/field';

export const notForRegistration = (pointer: string, why: Text): AppError => invalidFields([{ pointer, code: 'classification', ...why }]);

export const contentProblems = (problems: readonly FieldProblem[]): AppError => invalidFields(problems.slice(0, 200).map(one => ({ ...one, pointer: `/content${one.pointer}` })));

export const promiseNeeded = (): AppError =>
  invalidFields([{ pointer: '/commitment', code: 'commitment', zh: '请确认填报内容真实、准确、完整', en: 'Confirm that what you state is true, exact and complete.' }]);

export const occurredOnWrong = (): AppError =>
  invalidFields([{ pointer: '/occurredOn', code: 'date', zh: '变动日期不能晚于今天，请核对', en: 'The day cannot lie ahead. Check it.' }]);

export const siteHasPermit = (permitId: string): AppError =>
  new AppError('rule', 'registration.permit-exists', { zh: '这个场所已有排污许可证，不需要登记', en: 'This site has a permit; it need not be registered.' }, { extra: { permitId } });

export const alreadyRegistered = (registrationId: string): AppError =>
  new AppError('conflict', 'registration.exists', { zh: '这个场所已经登记，请办理登记变更或延续', en: 'This site is registered. File a change or a renewal.' }, { extra: { registrationId } });

export const registrationEnded = (): AppError =>
  new AppError('conflict', 'registration.ended', { zh: '这份登记已经注销，请重新登记', en: 'This registration was cancelled. Register anew.' });

export const registrationExpired = (validTo: string): AppError =>
  new AppError('rule', 'registration.expired', { zh: `登记已于 ${validTo} 届满，请先办理“延续”；内容有变动的，延续以后再办变更`, en: `The registration ended on ${validTo}. Prolong it first; file the change afterwards.` }, { extra: { validTo } });

/** Prolonged already, or its end is still far: either way the first day on which it may be prolonged. */
export const renewedTooEarly = (validTo: string, renewableFrom: string): AppError =>
  new AppError('rule', 'registration.too-early', { zh: `登记有效期至 ${validTo}，${renewableFrom} 起才可以延续；内容有变动的，办理登记变更`, en: `Valid to ${validTo}; it can be renewed from ${renewableFrom} on. File a change if something changed.` }, { extra: { renewableFrom } });

export const nothingChanged = (): AppError =>
  new AppError('rule', 'registration.unchanged', { zh: '内容与上次登记相同，没有要变更的；到期请选“延续”', en: 'Nothing differs from the last registration. To prolong it, choose renewal.' });
