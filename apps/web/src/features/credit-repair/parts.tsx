import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { timelineFrom } from '@/shared/ui/case-parts';
import type { TimelineView } from '@/shared/ui/case.types';
import { Timeline } from '@/shared/ui/CaseProgress';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { useChosen } from '@/shared/ui/use-chosen';
import { PATH_OF, PAUSE_GROUNDS, useChanged, type Appeal, type Kind, type Repair } from './model';
import './credit-repair.css';

export type About = Repair | Appeal;

export const words = (text: string): ReactNode => <span className="hb-repair__words">{text}</span>;

/** Taken from the queue, or put back. */
export function Claiming({ about }: { readonly about: About }) {
  const { t } = useTranslation('credit-repair');
  const changed = useChanged();
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (act: 'claim' | 'release'): Promise<void> => {
    setProblem(null);
    try {
      await rest('POST', `/api/v1/cases/${about.id}/${act}`);
    } catch (thrown) {
      setProblem(thrown);
    }
    await changed();
  };
  return (
    <>
      {about.case.actions.includes('case.claim') && <Button onClick={() => void send('claim')}>{t('act.claim')}</Button>}
      {about.case.actions.includes('case.release') && <Button onClick={() => void send('release')}>{t('act.release')}</Button>}
      <ProblemAlert error={problem} />
    </>
  );
}

/** The event it is about, as it was when it began. */
export function EventFacts({ about, more }: { readonly about: About; readonly more?: readonly SummaryRow[] }) {
  const { t } = useTranslation('credit-repair');
  const { base, organisation } = useSession();
  const event = organisation?.orgKind === 'bureau' ? <AppLink to={`${base}/credit/${about.subjectId}/events`}>{about.eventTitle}</AppLink> : about.eventTitle;
  const rows: SummaryRow[] = [
    { label: t('field.event'), value: event }, { label: t('field.document'), value: about.documentNo ?? t('none') }, { label: t('field.severity'), value: t(`severity.${about.severity}`) }, { label: t('field.subject'), value: about.subjectName }, ...(more ?? []),
  ];
  return <SummaryList groups={[{ title: t('page.about'), rows }]} />;
}

interface ProofsProps {
  readonly about: About;
  readonly kind: Kind;
  readonly places: readonly { readonly purpose: string; readonly title: string; readonly hint: string }[];
  readonly mayAdd: boolean;
}

/** What was uploaded, place by place; added to while the case is with the applicant. */
export function Proofs({ about, kind, places, mayAdd }: ProofsProps) {
  const { t } = useTranslation('credit-repair');
  const changed = useChanged();
  const subjectType = `credit-${kind}`;
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType, subjectId: about.id }));
  return (
    <section className="hb-card hb-stack">
      <h2>{t('page.proofs')}</h2>
      {places.map(({ purpose, title, hint }) => {
        const own = (files.data ?? []).filter(file => file.purpose === purpose);
        return (
          <div key={purpose} className="hb-stack" id={`proof-${purpose}`}>
            <h3>{title} <span className="hb-small hb-muted">{hint}</span></h3>
            {own.length === 0 && !mayAdd && <p className="hb-muted">{t('page.noFile')}</p>}
            <FileList files={own} />
            {mayAdd && <FileUpload label={t('page.add', { title: shortOf(title) })} subjectType={subjectType} subjectId={about.id} purpose={purpose} onDone={() => void changed()} />}
          </div>
        );
      })}
    </section>
  );
}

export function Remedies({ about }: { readonly about: About }) {
  const { t } = useTranslation('credit-repair');
  const { decision } = about.case;
  if (!decision || decision.outcome === 'granted') return null;
  return <section className="hb-card"><h2>{t('page.remedies')}</h2><ul className="hb-lines">{decision.remedies.map(one => <li key={one.key}>{one.zh} <span className="hb-small hb-muted">{one.article}{one.until && ` · ${t('page.remedyUntil', { day: one.until })}`}{!one.verified && t('unverified')}</span></li>)}</ul></section>;
}

export function History({ about }: { readonly about: About }) {
  const { t } = useTranslation('credit-repair');
  return <section className="hb-card"><h2>{t('page.history')}</h2><Timeline entries={timelineFrom(about.case.timeline as unknown as TimelineView[])} /></section>;
}

interface HandInProps {
  readonly about: About;
  readonly kind: Kind;
  readonly action: 'submit' | 'resubmit';
}

/** The applicant’s words, the commitment, and whether papers may be served here. */
export function HandIn({ about, kind, action }: HandInProps) {
  const { t } = useTranslation('credit-repair');
  const changed = useChanged();
  const [commitment, setCommitment] = useState(false);
  const [electronicService, setElectronicService] = useState(true);
  const fields: FieldSpec[] = [{ name: 'statement', label: t(kind === 'repair' ? 'form.mended' : 'form.wrong'), type: 'textarea', required: true, max: 4000, help: t(kind === 'repair' ? 'form.mendedHelp' : 'form.wrongHelp') }];
  const send = async ({ statement }: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${PATH_OF[kind]}/${about.id}/${action}`, { body: { statement, electronicService, ...(kind === 'repair' ? { commitment } : {}) }, version: about.version });
    await changed();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t(`act.${action}`)}</h2>
      <QuickForm fields={fields} initial={{ statement: about.statement }} submit={t(`act.${action}`)} onSubmit={send} control={FieldControl} extraErrors={() => (kind === 'repair' && !commitment ? [{ message: t('form.commitmentNeeded'), fieldId: 'repair-commitment' }] : [])}>
        {kind === 'repair' && <><p className="hb-small">{t('form.commitmentText')}</p><Checkbox id="repair-commitment" checked={commitment} onChange={event => setCommitment(event.target.checked)}>{t('form.commitment')}</Checkbox></>}
        <Checkbox checked={electronicService} onChange={event => setElectronicService(event.target.checked)}>{t('form.electronic')}</Checkbox>
      </QuickForm>
    </section>
  );
}

/** The clock stands still for what the law does not count; the applicant is told in writing first. */
export function ClockActs({ about }: { readonly about: About }) {
  const { t } = useTranslation('credit-repair');
  const changed = useChanged();
  const { actions } = about.case;
  const acts = (['pause', 'resume'] as const).filter(act => actions.includes(`case.${act}`));
  const [open, setOpen] = useChosen(acts);
  const pause: FieldSpec[] = [
    { name: 'ground', label: t('pause.ground'), type: 'select', required: true, options: PAUSE_GROUNDS.map(value => ({ value, label: t(`pause.${value}`) })) },
    { name: 'noticeNumber', label: t('pause.number'), type: 'text', required: true, max: 100 },
    { name: 'expectedOn', label: t('pause.expected'), type: 'date', required: true },
    { name: 'reason', label: t('field.reason'), type: 'textarea', required: true, max: 1000 },
  ];
  const send = (act: 'pause' | 'resume') => async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `/api/v1/cases/${about.id}/${act}`, { body: values, version: about.version });
    setOpen(null);
    await changed();
  };
  if (acts.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('pause.title')}</h2>
      <p className="hb-small hb-muted">{t('pause.lead')}</p>
      {open === null && <div className="hb-row">{acts.map(act => <Button key={act} onClick={() => setOpen(act)}>{t(`pause.act.${act}`)}</Button>)}</div>}
      {open !== null && <QuickForm key={open} fields={open === 'pause' ? pause : pause.slice(3)} submit={t(`pause.act.${open}`)} onSubmit={send(open)} control={FieldControl} aside={<Button onClick={() => setOpen(null)}>{t('act.cancel')}</Button>} />}
    </section>
  );
}

/** Without what stands in brackets: a button must fit a phone. */
const shortOf = (title: string): string => title.replace(/（.*）$/, '');
