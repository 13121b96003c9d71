import { AppError, invalidFields } from '@huanbao/platform';

const field = (pointer: string, code: string, zh: string, en: string): AppError => invalidFields([{ pointer, code, zh, en }]);

export const notAutomatic = (day: string): AppError =>
  field('/place', 'place', `${day} 的许可证监测方案里，这个点位没有自动监测，请从列表中选择`, `By the plan of ${day} nothing is measured automatically there. Choose a place of the list.`);

export const notAutomaticPollutant = (names: string): AppError =>
  field('/pollutants', 'pollutant', `这个点位不自动监测：${names}，请去掉`, `Not measured automatically there: ${names}. Leave it out.`);

export const noTime = (pointer: string): AppError => field(pointer, 'time', '请按 2026-11-24 09:30 的格式填写时间', 'Write the time as 2026-11-24 09:30.');

export const inFuture = (pointer: string): AppError => field(pointer, 'future', '时间不能晚于现在，请核对', 'The time lies in the future. Check it.');

export const endsBeforeStart = (startedAt: string): AppError => field('/endedAt', 'order', `恢复时间应晚于故障开始时间（${startedAt}）`, `It was repaired after it failed (${startedAt}).`);

export const beforePermit = (day: string): AppError => field('/startedAt', 'before-permit', `${day} 时许可证还没有生效，请核对故障开始时间`, `No permit held on ${day}. Check the time.`);

export const outageOverlaps = (): AppError =>
  field('/startedAt', 'overlap', '这个点位、因子在这段时间已报告过故障，请在原报告上登记恢复或撤回', 'A failure of this place and pollutant was reported for that time. End or withdraw that report.');

export const outageClosed = (): AppError => new AppError('conflict', 'monitoring-outage.closed', { zh: '这次故障已经登记恢复或撤回。时间填错的，请撤回后重新报告', en: 'This failure has been ended or withdrawn. If a time is wrong, withdraw it and report it anew.' });
