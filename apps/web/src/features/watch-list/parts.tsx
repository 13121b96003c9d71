import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { CONTESTS, OUTCOMES } from '../penalties/model';
import { PUBLIC, REMOVAL_STATES, REMOVAL_TONES, type OwnWatch, type Remedy, type WatchEntry, type WatchRules } from './model';
import '../penalties/penalties.css';

/** What the list is called, on what it rests, and that nobody has compared it. */
export function RulesNote() {
  const { t } = useTranslation('watch-list');
  const rules = useQuery(readPath<WatchRules>(`${PUBLIC}/rules`));
  if (!rules.data) return null;
  const { listName, listBasis, listNote, verified } = rules.data;
  return (
    <section className="hb-card">
      <p><strong>{listName}</strong> {!verified && <StatusTag tone="warning">{t('unverified')}</StatusTag>}</p>
      <p className="hb-small hb-muted hb-penalties__words">{t('rules', { basis: listBasis })} {listNote}</p>
    </section>
  );
}

export function Remedies({ remedies }: { readonly remedies: readonly Remedy[] }) {
  const { t } = useTranslation('watch-list');
  return <ul className="hb-lines">{remedies.map(one => <li key={one.words}>{one.words} {one.until && <>· {t('decision.until')} <DateText value={one.until} /></>} {!one.verified && <StatusTag tone="warning">{t('unverified')}</StatusTag>}</li>)}</ul>;
}

/** 复议、诉讼, each with its end. */
export function Contests({ contests }: { readonly contests: WatchEntry['contests'] }) {
  const { t } = useTranslation('watch-list');
  if (contests.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('decision.contests')}</h2>
      <ul className="hb-lines">{contests.map(one => <li key={one.id}>{textOf(CONTESTS[one.kind] ?? one.kind)} · {one.body} {one.number} · <DateText value={one.filedOn} /> {one.stopsExecution && <StatusTag tone="warning">{t('decision.stops')}</StatusTag>} {one.outcome ? <>{textOf(OUTCOMES[one.outcome] ?? one.outcome)} <DateText value={one.endedOn} /> {one.outcomeWords}</> : t('decision.running')}</li>)}</ul>
    </section>
  );
}

type AnyRemoval = OwnWatch['removals'][number] & Partial<WatchEntry['removals'][number]>;

export function RemovalCard({ removal, verdict }: { readonly removal: AnyRemoval; readonly verdict?: React.ReactNode }) {
  const { t } = useTranslation('watch-list');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('removal.title')} <StatusTag tone={REMOVAL_TONES[removal.state] ?? 'neutral'}>{textOf(REMOVAL_STATES[removal.state] ?? removal.state)}</StatusTag></h2>
      <p className="hb-muted">{removal.appliedByName} <DateText value={removal.appliedOn} /></p>
      <p className="hb-penalties__words">{removal.statement}</p>
      {removal.files.length > 0 && <FileList files={removal.files as unknown as StoredFile[]} />}
      {verdict}
      {removal.reasons && <p className="hb-penalties__words">{t('removal.decided')} <DateText value={removal.decidedOn} /> {removal.reasons}</p>}
    </section>
  );
}
