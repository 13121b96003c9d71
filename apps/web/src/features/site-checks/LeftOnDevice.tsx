import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeviceDraft } from '@/shared/field/device-draft';
import { DropLeft } from './DropLeft';
import { draftName, draftOf, onDevice, type Draft } from './draft';
import type { SiteCheck } from './model';
import { PhotosLeft } from './PhotosLeft';
import { useSigned } from './use-report';

const nothing = async (): Promise<void> => undefined;

/** What this device wrote and the report does not say, in words. */
function linesOf({ items }: SiteCheck, draft: Draft, answer: (value: 'yes' | 'no' | 'na') => string): string[] {
  const answers = items.flatMap(({ key, question }) => {
    const own = draft.answers[key];
    return own?.answer === undefined && !own?.note?.trim() ? [] : [`${question} ${[own.answer && answer(own.answer), own.note?.trim()].filter(Boolean).join(' · ')}`];
  });
  return [...answers, ...(draft.findings.trim() === '' ? [] : [draft.findings.trim()])];
}

/** A colleague has sent the report while this device had no connection: what it has is not of the record, but it is not thrown away either. */
export function LeftOnDevice({ check }: { readonly check: SiteCheck }) {
  const { t } = useTranslation('site-checks');
  const { draft, store } = useDeviceDraft(draftName(check.id), draftOf);
  const photos = useMemo(() => onDevice(draft.photos), [draft.photos]);
  // the report may be this one, with its answer lost: it is asked before anybody is told that it came too late
  useSigned(check.id, check.items.map(item => item.key), store, nothing);
  const lines = linesOf(check, draft, value => t(`answer.${value}`));
  if (draft.endedAt !== undefined || (photos.length === 0 && lines.length === 0)) return null;
  return (
    <section className="hb-card hb-stack" role="status">
      <p className="hb-warning-text">{t('leftBehind', { count: photos.length, lines: lines.length, name: check.reportedByName ?? '' })}</p>
      <ul className="hb-lines">{lines.map((line, nth) => <li key={nth}>{line}</li>)}</ul>
      <PhotosLeft photos={photos} about={t('title')} name="site-check" />
      <DropLeft text={lines.join('\n')} file="site-check.txt" photos={photos} onDrop={store.drop} />
    </section>
  );
}
