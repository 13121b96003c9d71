import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { SEVERAL_A_DAY } from '../records/model';
import type { DutyDetail } from './model';

/** What the records must have for this duty, what is still missing, and the way to enter it. */
export function DutyCover({ duty }: { readonly duty: DutyDetail }) {
  const { t } = useTranslation('duties');
  const { cover } = duty;
  if (!cover || duty.status === 'excused') return null;
  const left = cover.needed - cover.done;
  const several = cover.missing.some(one => SEVERAL_A_DAY.has(one.frequency));
  return (
    <section className="hb-card hb-stack">
      <h2>{t('cover.title')}</h2>
      <p>{t('cover.lead', { needed: cover.needed, done: cover.done })}{left === 0 && cover.needed > 0 ? ` ${t('cover.all')}` : ''}</p>
      {left > 0 && duty.status !== 'done' && <p><strong>{t(duty.kind === 'monitoring' ? 'cover.samples' : 'cover.entries', { count: left })}</strong></p>}
      {cover.missing.length > 0 && (
        <ul>{cover.missing.map(one => <li key={`${one.title.zh}${one.frequency}`}>{t('cover.line', { what: textOf(one.title), needed: one.needed, done: one.done, missing: one.missing, frequency: t(`cover.frequency.${one.frequency}`) })}</li>)}</ul>
      )}
      {cover.linesMissing > cover.missing.length && <p className="hb-muted">{t('cover.more', { count: cover.linesMissing - cover.missing.length })}</p>}
      {several && <p className="hb-small hb-muted">{t('cover.several')}</p>}
      <Records duty={duty} isOpen={left > 0 && duty.status !== 'done'} />
      <Counted duty={duty} />
    </section>
  );
}

function Records({ duty, isOpen }: { readonly duty: DutyDetail; readonly isOpen: boolean }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const isLedger = duty.kind !== 'monitoring';
  const to = `${base}/records/${duty.permitId}?tab=${isLedger ? 'gaps' : 'plan'}`;
  if (isOpen && duty.actions.includes('duty.do')) return <p><ButtonLink to={to} kind="primary">{t(isLedger ? 'cover.enterLedger' : 'cover.enterResults')}</ButtonLink></p>;
  return <p><AppLink to={to}>{t('cover.toRecords')}</AppLink></p>;
}

function Counted({ duty }: { readonly duty: DutyDetail }) {
  const { t } = useTranslation('duties');
  if (!duty.counted || duty.counted.length === 0) return null;
  return (
    <details>
      <summary>{t('cover.counted')}</summary>
      <ul>{duty.counted.map(one => <li key={one.title.zh}>{t('cover.countedLine', { what: textOf(one.title), days: one.days.join('、') })}</li>)}</ul>
    </details>
  );
}
