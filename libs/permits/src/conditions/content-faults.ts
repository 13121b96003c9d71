import type { FieldProblem } from '@huanbao/platform';
import type { DutyTemplate } from './recurring';
import { placesIn } from './render';

interface Content {
  readonly text: string;
  readonly parameters?: readonly { readonly name: string; readonly type: string; readonly options?: readonly string[] }[];
  readonly duty?: Pick<DutyTemplate, 'rule' | 'content'> & { readonly days?: number | null; readonly monthDay?: string | null; readonly date?: string | null };
}

/** Whether text, places and parameters of a library condition fit each other. Pure. */
export function contentFaults({ text, parameters = [], duty }: Content): FieldProblem[] {
  const places = new Set([...placesIn(text), ...placesIn(duty?.content ?? '')]);
  const names = parameters.map(one => one.name);
  const missing = [...places].filter(name => !names.includes(name)).map((name): FieldProblem => ({ pointer: '/parameters', code: 'missing', zh: `正文里用了 {${name}}，请在参数表里加上这一项`, en: `The text uses {${name}}: add it to the parameters.` }));
  const unused = names.flatMap((name, index): FieldProblem[] => (places.has(name) ? [] : [{ pointer: `/parameters/${index}/name`, code: 'unused', zh: `正文里没有 {${name}}，请写进正文或删去这个参数`, en: `The text has no {${name}}: write it there, or leave the parameter out.` }]));
  const twice = names.flatMap((name, index): FieldProblem[] => (names.indexOf(name) === index ? [] : [{ pointer: `/parameters/${index}/name`, code: 'twice', zh: `参数 ${name} 重复了，请改名或删去一个`, en: `Parameter ${name} is there twice.` }]));
  const bare = parameters.flatMap((one, index): FieldProblem[] => (one.type === 'choice' && (one.options ?? []).length < 2 ? [{ pointer: `/parameters/${index}/options`, code: 'options', zh: '供选择的参数至少要有两个选项', en: 'A choice needs two options at least.' }] : []));
  return [...missing, ...unused, ...twice, ...bare, ...dutyFaults(duty)];
}

/** What a template of a recurring duty lacks. */
export function dutyFaults(duty: Content['duty'] | null): FieldProblem[] {
  if (!duty) return [];
  const fault = (name: string, zh: string, en: string): FieldProblem[] => [{ pointer: `/duty/${name}`, code: 'first-due', zh, en }];
  if (duty.rule === 'month-day' && !duty.monthDay) return fault('monthDay', '请填写每年的月日，例如 03-31', 'Enter month and day, e.g. 03-31.');
  if (duty.rule === 'month-day' && ['02-30', '02-31', '04-31', '06-31', '09-31', '11-31'].includes(duty.monthDay ?? '')) return fault('monthDay', '日历里没有这一天，请核对', 'The calendar has no such day.');
  if (duty.rule === 'date' && !duty.date) return fault('date', '请填写首次到期日，例如 2027-03-31', 'Enter the first due day, e.g. 2027-03-31.');
  if ((duty.rule === 'after-days' || duty.rule === 'period-end') && (duty.days ?? null) === null) return fault('days', '请填写天数', 'Enter the number of days.');
  return [];
}
