import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { specOf } from '@/features/permits/model';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { dropAtHand, takeAtHand } from '@/shared/field/at-hand';
import { asText } from '@/shared/form/as-text';
import type { FieldSpec, Row } from '@/shared/form/field';
import { DropLeft } from '../site-checks/DropLeft';
import { onDevice } from '../site-checks/draft';
import { PhotosLeft } from '../site-checks/PhotosLeft';
import '../site-checks/site-checks.css';
import type { Inspection, InspectionRecord } from './model';
import type { QueuedPage, RecordQueue } from './record-queue';
import { recordName, useQueue, useShotsLeft } from './use-record';

type Pages = InspectionRecord['sections'];

/** The pages with their words as this phone kept them: a closed record no longer says what its fields are called. */
function useKeptPages(inspectionId: string, wanted: boolean): Pages {
  const { me } = useSession();
  const [pages, setPages] = useState<Pages>([]);
  useEffect(() => {
    if (wanted) void takeAtHand<InspectionRecord>(me.user.id, recordName(inspectionId)).then(kept => setPages(kept?.value.sections ?? []));
  }, [inspectionId, me.user.id, wanted]);
  return pages;
}

/** What was written on one page and not sent, each field with its name. */
function linesOf(queue: RecordQueue, key: string, page: QueuedPage, fields: readonly FieldSpec[]): string[] {
  const written = queue.overlaid(key, {});
  return Object.keys({ ...page.sent?.changes, ...page.next, ...Object.fromEntries((page.clash?.fields ?? []).map(one => [one.field, one.mine])) }).map(field => `${textOf(fields.find(one => one.name === field)?.label ?? field)}：${wordsOf(fields.find(one => one.name === field), written[field])}`);
}

function wordsOf(spec: FieldSpec | undefined, value: unknown): string {
  if (spec?.type === 'table') return ((value ?? []) as readonly Row[]).map(row => (spec.columns ?? []).map(column => asText(column, row[column.name]) ?? '–').join(' · ')).join('；');
  return (spec && asText(spec, value)) ?? (typeof value === 'string' ? value : JSON.stringify(value ?? ''));
}

/** The record was closed while this phone was off the net: what it has written is shown and can be saved, and stays until the person removes it. */
export function LeftOnPhone({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const { queue, state } = useQueue(inspection.id);
  const { shots, drop } = useShotsLeft(inspection.id);
  const photos = useMemo(() => onDevice(shots), [shots]);
  const left = Object.entries(state.pages);
  const known = useKeptPages(inspection.id, left.length > 0);
  if (left.length === 0 && photos.length === 0) return null;
  const pages = left.map(([key, page]) => {
    const own = known.find(one => one.key === key);
    return { key, title: own ? textOf(own.title) : key, lines: linesOf(queue, key, page, (own?.fields ?? []).map(specOf)) };
  });
  return (
    <section className="hb-card hb-stack" role="status">
      <h2>{t('left.title')}</h2>
      <p className="hb-warning-text">{t(inspection.state === 'signing' ? 'left.signing' : inspection.state === 'held' ? 'left.held' : 'left.other', { pages: pages.length, photos: photos.length })}</p>
      {pages.map(one => (
        <div key={one.key}>
          <h3>{one.title}</h3>
          <ul className="hb-lines">{one.lines.map(line => <li key={line}>{line}</li>)}</ul>
        </div>
      ))}
      <PhotosLeft photos={photos} about={t('record.photos')} name={inspection.number} />
      <DropLeft text={pages.map(one => [one.title, ...one.lines].join('\n')).join('\n\n')} file={`${inspection.number}.txt`} photos={photos} onDrop={() => {
        queue.discard();
        drop();
        void dropAtHand(recordName(inspection.id));
      }} />
    </section>
  );
}
