import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Radio } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { specOf } from '@/features/permits/model';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { keptSince } from '@/shared/field/at-hand';
import { useFieldReady } from '@/shared/field/ready';
import { asText } from '@/shared/form/as-text';
import { useSection } from '@/shared/form/context';
import type { FieldSpec, Row } from '@/shared/form/field';
import { useFieldValue } from '@/shared/form/form-store';
import { SectionForm } from '@/shared/form/SectionForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { PhotoStrip } from '../site-checks/PhotoStrip';
import '../site-checks/site-checks.css';
import './inspections.css';
import { lawOn, suggestionFor } from './law';
import type { InspectionRecord, RecordPageView } from './model';
import type { QueuedPage, RecordQueue } from './record-queue';
import { shownShots } from './shots';
import { SyncNote } from './SyncNote';
import { useQueue, useRecord, useShots } from './use-record';
import { onDevice } from '../site-checks/draft';

/** One page of the record on a phone: what is typed stays on the phone and goes to the server by itself. */
export function RecordPage() {
  const { inspectionId = '', section = '' } = useParams({ strict: false }) as { inspectionId?: string; section?: string };
  const record = useRecord(inspectionId);
  if (record.isPending) return <PageSkeleton />;
  const page = record.data?.sections.find(one => one.key === section);
  // a colleague has closed it: the inspection shows what of it was not sent
  if (record.data && record.data.sections.length === 0) return <Closed inspectionId={inspectionId} />;
  if (!record.data || !page) return <RouteErrorPage error={record.error} onRetry={() => void record.refetch()} />;
  return <Filling key={section} record={record.data} page={page} />;
}

function Closed({ inspectionId }: { readonly inspectionId: string }) {
  const { t } = useTranslation('inspections');
  const { base } = useSession();
  return (
    <>
      <PageHeader title={t('record.title')} back={{ to: `${base}/inspections/${inspectionId}`, label: t('record.back') }} />
      <p>{t('record.closed')}</p>
    </>
  );
}

/** The server's field table; rows of tables carry ids, so that two phones may add rows at once. */
const withIds = (spec: FieldSpec): FieldSpec => (spec.type === 'table' ? { ...spec, rowIds: true } : spec);

function Filling({ record, page }: { readonly record: InspectionRecord; readonly page: RecordPageView }) {
  const { base } = useSession();
  const navigate = useNavigate();
  const { queue, state } = useQueue(record.inspectionId);
  const { shots, photos, unkept } = useShots(record.inspectionId);
  const ready = useFieldReady();
  const { t } = useTranslation('inspections');
  const [round, setRound] = useState(0);
  const fields = useMemo(() => page.fields.map(one => withIds(specOf(one))), [page.fields]);
  const queued = state.pages[page.key];
  // the form keeps what it was given when it was opened: what is newest is asked for here
  const latest = useRef(page);
  latest.current = page;
  const root = `${base}/inspections/${record.inspectionId}`;
  const data = page.data as Record<string, unknown>;
  const heldOn = queue.overlaid('visit', (record.sections.find(one => one.key === 'visit')?.data ?? {}) as Record<string, unknown>)['heldOn'];
  return (
    <div className="hb-check hb-record">
      <PageHeader title={textOf(page.title)} lead={textOf(page.intro)} back={{ to: root, label: t('record.back') }} />
      <div className="hb-stack">
        <SyncNote state={state} photosLeft={onDevice(shots).length} unkept={unkept} keptSince={keptSince(record)} ready={ready} onRetry={() => void Promise.all([queue.again(), photos.again()])} />
        {queued?.refused && <Alert type="error" showIcon title={t(queued.closed ? 'sync.closed' : 'sync.refused')} description={textOf(queued.refused)} />}
        {queued?.clash && <ClashCard page={queued} fields={fields} section={page.key} queue={queue} onDone={() => setRound(count => count + 1)} />}
        <SectionForm
          key={round}
          fields={fields}
          record={{ key: `inspection:${record.inspectionId}:${page.key}`, version: page.version, values: queue.overlaid(page.key, data) }}
          keyedRows
          savesOnDevice
          save={(changes, version) => {
            queue.write(page.key, changes, latest.current.version);
            return Promise.resolve({ version });
          }}
          reload={() => Promise.resolve({ version: latest.current.version, values: queue.overlaid(page.key, latest.current.data as Record<string, unknown>) })}
          tools={({ refresh }) => <Follow version={page.version} refresh={refresh} />}
          onLeave={() => navigate({ to: root })}
          complete={page.version > 0 && page.problems.length === 0}
          note={pointer => (page.key === 'violations' && /^\/rows\/\d+\/decision$/.test(pointer) ? <Suggested pointer={pointer} record={record} day={typeof heldOn === 'string' ? heldOn : ''} /> : null)}
        >
          <section className="hb-card hb-stack">
            <h2>{t('record.photos')}</h2>
            <p className="hb-small hb-muted">{t('record.photosLead')}</p>
            <PhotoStrip itemKey={page.key} about={textOf(page.title)} shots={shownShots(record, shots, page.key)} photos={photos} />
          </section>
        </SectionForm>
      </div>
    </div>
  );
}

/** What another phone wrote meanwhile comes into the open page, where nobody is typing. */
function Follow({ version, refresh }: { readonly version: number; readonly refresh: () => Promise<void> }) {
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void refresh();
  }, [version, refresh]);
  return null;
}

/** Law of the day of conduct and what the matrix suggests, beneath the decision; known off the net as well. */
function Suggested({ pointer, record, day }: { readonly pointer: string; readonly record: InspectionRecord; readonly day: string }) {
  const { t } = useTranslation('inspections');
  const { store } = useSection();
  const row = (useFieldValue(store, pointer.slice(0, pointer.lastIndexOf('/'))) ?? {}) as Row;
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  const law = lawOn(record.laws, text('violation'), text('conductOn'));
  const suggestion = suggestionFor(record.matrix, text('harm'), text('fault'), day || text('conductOn'));
  if (text('violation') === '' || text('conductOn') === '') return <p className="hb-small hb-muted">{t('record.lawLater')}</p>;
  return (
    <div className="hb-small hb-inspection__law">
      <div>{law ? t('record.law', { law: law.legalBasis }) + (law.verified ? '' : t('unverified')) : t('record.noLaw')}</div>
      {suggestion && <div><strong>{t('record.suggested', { what: t(`decisions.${suggestion}`) })}</strong>{text('decision') !== '' && text('decision') !== suggestion && ` ${t('record.differs')}`}</div>}
    </div>
  );
}

interface ClashProps {
  readonly page: QueuedPage;
  readonly fields: readonly FieldSpec[];
  readonly section: string;
  readonly queue: RecordQueue;
  readonly onDone: () => void;
}

/** Both values of what two phones changed, side by side; neither is lost until a person has chosen. */
function ClashCard({ page: { clash }, fields, section, queue, onDone }: ClashProps) {
  const { t } = useTranslation('inspections');
  const { t: common } = useTranslation();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  if (!clash) return null;
  const words = (field: string, value: unknown): string => {
    const spec = fields.find(one => one.name === field);
    if (spec?.type === 'table') return ((value ?? []) as readonly Row[]).map(row => (spec.columns ?? []).map(column => asText(column, row[column.name]) ?? '–').join(' · ')).join('；');
    return (spec && asText(spec, value)) ?? common('state.notFilled');
  };
  const choose = (field: string, takeTheirs: boolean): void => setTheirs(all => new Set(takeTheirs ? [...all, field] : [...all].filter(one => one !== field)));
  return (
    <section className="hb-card hb-stack hb-inspection__clash" role="alert">
      <h2>{t('clash.title')}</h2>
      <p>{t('clash.text', { name: clash.byName ?? t('clash.other') })}</p>
      {clash.fields.map(({ field, mine, theirs: other }) => {
        const label = textOf(fields.find(one => one.name === field)?.label ?? field);
        return (
          <fieldset key={field} className="hb-inspection__choice">
            <legend>{label}</legend>
            <Radio.Group className="hb-inspection__sides" value={theirs.has(field)} onChange={event => choose(field, event.target.value as boolean)}>
              <Radio value={false}><span className="hb-small hb-muted">{t('clash.mine')}</span><br />{words(field, mine)}</Radio>
              <Radio value={true}><span className="hb-small hb-muted">{t('clash.theirs')}</span><br />{words(field, other)}</Radio>
            </Radio.Group>
          </fieldset>
        );
      })}
      <div>
        <Button type="primary" onClick={() => {
          queue.resolve(section, new Set(clash.fields.map(one => one.field).filter(one => !theirs.has(one))));
          void queue.flush().finally(onDone);
        }}>{t('clash.done')}</Button>
      </div>
    </section>
  );
}
