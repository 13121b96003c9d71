import { useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { asProblem, ProblemError } from '@/api/problem';
import { useSection } from '@/shared/form/context';
import type { FieldSpec } from '@/shared/form/field';
import { useFieldValue } from '@/shared/form/form-store';
import { QuickForm } from '@/shared/form/QuickForm';
import type { HolidayYear } from './model';
import { readNotice, writeNotice } from './notice';
import { YearCalendar } from './YearCalendar';

const FIELDS: readonly FieldSpec[] = [
  { name: 'year', label: { zh: '年份', en: 'Year' }, type: 'integer', required: true, min: 2000, max: 2100, example: '2027' },
  { name: 'source', label: { zh: '依据的文件', en: 'Source document' }, type: 'text', required: true, max: 300, help: { zh: '写明发文机关、文件名称和文号。', en: 'Issuer, title and number.' }, example: '国务院办公厅关于2027年部分节假日安排的通知' },
  {
    name: 'text', label: { zh: '放假和调休的日期', en: 'Days off and days worked' }, type: 'textarea', required: true, width: 'full',
    help: { zh: '可以直接粘贴通知里的各条原文，也可以每行写一条。写明“放假”或“上班”，下面的日历会随时显示识别的结果。', en: 'Paste the items of the notice, or write one per line ending in 放假 (off) or 上班 (worked). The calendar below shows what is understood.' },
    example: '元旦：1月1日（周五）至3日（周日）放假，共3天。',
  },
];

interface Props {
  readonly years: readonly HolidayYear[];
  /** Null: the person writes it. */
  readonly year: number | null;
  readonly onClose: () => void;
}

/** Enters a year, or replaces it as a whole: the notice is one paper. */
export function EditYear({ years, year, onClose }: Props) {
  const { t } = useTranslation('bureau');
  const client = useQueryClient();
  const { message } = App.useApp();
  const known = years.find(each => each.year === year && each.state === 'published');
  const initial = { ...(year === null ? {} : { year }), ...(known ? { source: known.source, text: writeNotice(known) } : {}) };
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const chosen = Number(values['year']);
    const { holidays, makeupDays, unread } = readNotice(String(values['text']), chosen);
    if (unread.length > 0) throw notUnderstood(unread);
    const body = { holidays: [...holidays], makeupDays: [...makeupDays], source: String(values['source']) };
    await call(api.PUT('/api/v1/holiday-years/{year}', { params: { path: { year: chosen } }, body })).catch(atTheText);
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/holiday-years') });
    void message.success(t('holidays.saved', { year: chosen }));
    onClose();
  };
  return (
    <Drawer open size={760} title={known ? t('holidays.replaceTitle', { year }) : t('holidays.enterTitle')} onClose={onClose}>
      <p className="hb-muted" style={{ marginBottom: 18 }}>
        {t(known ? 'holidays.replaceLead' : 'holidays.enterLead')}
      </p>
      <QuickForm fields={year === null ? FIELDS : FIELDS.filter(field => field.name !== 'year')} initial={initial} submit={t('holidays.publish')} onSubmit={values => save({ year, ...values })}>
        <Understood year={year} />
      </QuickForm>
    </Drawer>
  );
}

/** Nothing is left out silently: a piece that was not understood is mended first. */
function notUnderstood(unread: readonly string[]): ProblemError {
  const text = { zh: `有 ${unread.length} 处没有识别，见下面的识别结果`, en: `${unread.length} pieces were not understood; see below.` };
  return new ProblemError(400, 'holiday.unread', text, { errors: [{ pointer: '/text', code: 'unread', ...text }] });
}

/** The server names single days; here they all stand in one text. */
function atTheText(thrown: unknown): never {
  const problem = asProblem(thrown);
  const days = problem.errors.filter(error => /^\/(holidays|makeupDays)/.test(error.pointer));
  if (days.length === 0) throw thrown;
  const text = { zh: days.map(error => error.zh).join('；'), en: days.map(error => error.en).join(' ') };
  throw new ProblemError(problem.status, problem.code, problem.text, { errors: [{ pointer: '/text', code: 'holiday', ...text }] });
}

/** What has been understood of the text, while it is being written. */
function Understood({ year }: { readonly year: number | null }) {
  const { t } = useTranslation('bureau');
  const { store } = useSection();
  const text = useFieldValue(store, '/text');
  const typed = useFieldValue(store, '/year');
  const chosen = year ?? Number(typed);
  if (typeof text !== 'string' || text.trim() === '' || !(chosen >= 2000 && chosen <= 2100)) return null;
  const found = readNotice(text, chosen);
  return (
    <section className="hb-stack" aria-label={t('holidays.understood')}>
      <p role="status">
        <strong>{t('holidays.understood')}</strong> {t('holidays.countsText', { holidays: found.holidays.length, makeup: found.makeupDays.length })}
      </p>
      {found.unread.length > 0 && (
        <div className="hb-year__missed">
          {t('holidays.unread')}
          <ul className="hb-year__unread">
            {found.unread.map((piece, index) => (
              <li key={index}>{piece}</li>
            ))}
          </ul>
        </div>
      )}
      <YearCalendar year={chosen} days={found} />
    </section>
  );
}
