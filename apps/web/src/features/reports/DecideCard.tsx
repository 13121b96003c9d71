import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import type { Flags } from '@/features/permits/use-flags';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { QUALITIES, reportPath, type Quality, type Report } from './model';
import { useReportChanged } from './use-report';

interface Judged {
  readonly met: boolean | null;
  readonly comment: string;
}

type Judgement = Readonly<Record<Quality, Judged>>;

/** 及时、完整、合规、准确; then accepted, or returned with the marked places. */
export function DecideCard({ report, flags }: { readonly report: Report; readonly flags: Flags }) {
  const { t } = useTranslation('reports');
  const changed = useReportChanged();
  const [judged, setJudged] = useState<Judgement>(() => Object.fromEntries(QUALITIES.map(one => [one, { met: one === 'timely' ? (report.lateDays ?? 0) === 0 : null, comment: one === 'timely' && (report.lateDays ?? 0) > 0 ? t('late', { days: report.lateDays ?? 0 }) : '' }])) as unknown as Judgement);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const noteId = useId();
  const complete = QUALITIES.every(one => judged[one].met !== null);
  const fit = QUALITIES.every(one => judged[one].met === true || one === 'timely');
  const places = flags.items;
  const act = async (what: 'accept' | 'return'): Promise<void> => {
    const qualities = QUALITIES.map(quality => ({ quality, met: judged[quality].met === true, comment: judged[quality].comment }));
    setBusy(true);
    setError(null);
    await rest('POST', `${reportPath(report.id)}/${what}`, { body: what === 'accept' ? { qualities } : { qualities, note, places: places.map(({ pointer, requirement }) => ({ pointer, requirement })) }, version: report.version })
      .then(changed, setError).finally(() => setBusy(false));
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('desk.decide')}</h2>
      {QUALITIES.map(quality => <QualityRow key={quality} quality={quality} value={judged[quality]} onChange={value => setJudged(all => ({ ...all, [quality]: value }))} />)}
      {places.length > 0 && (
        <div className="hb-stack" style={{ gap: 8 }}>
          <h3>{t('desk.places', { count: places.length })}</h3>
          {places.map(place => (
            <div key={place.pointer}>
              <label htmlFor={`${noteId}${place.pointer}`} className="hb-field__label">{place.label}</label>
              <div className="hb-row">
                <Input id={`${noteId}${place.pointer}`} style={{ maxWidth: 560 }} value={place.requirement} placeholder={t('desk.requirement')} maxLength={500} onChange={event => flags.change(place.pointer, { requirement: event.target.value })} />
                <Button size="small" onClick={() => flags.toggle(place.pointer, place.label)}>{t('desk.unmark')}</Button>
              </div>
            </div>
          ))}
          <label htmlFor={noteId} className="hb-field__label">{t('desk.note')}</label>
          <Input.TextArea id={noteId} rows={2} value={note} maxLength={1000} onChange={event => setNote(event.target.value)} />
        </div>
      )}
      <ProblemAlert error={error} />
      <div className="hb-row">
        <Button type="primary" size="large" loading={busy} disabled={!complete || !fit || places.length > 0} onClick={() => void act('accept')}>{t('desk.accept')}</Button>
        <Button danger size="large" loading={busy} disabled={!complete || places.length === 0 || note.trim() === '' || places.some(one => one.requirement.trim() === '')} onClick={() => void act('return')}>{t('desk.return')}</Button>
        <span className="hb-muted">{t(places.length > 0 ? 'desk.returnHint' : 'desk.acceptHint')}</span>
      </div>
    </section>
  );
}

function QualityRow({ quality, value, onChange }: { readonly quality: Quality; readonly value: Judged; readonly onChange: (value: Judged) => void }) {
  const { t } = useTranslation('reports');
  const id = useId();
  return (
    <fieldset className="hb-plain-fieldset hb-report__quality">
      <legend className="hb-field__label">{t(`quality.${quality}`)} <span className="hb-muted">{t(`quality.${quality}Is`)}</span></legend>
      <Radio.Group value={value.met} onChange={event => onChange({ ...value, met: event.target.value as boolean })} options={[{ value: true, label: t('desk.met') }, { value: false, label: t('desk.unmet') }]} />
      {value.met === false && (
        <>
          <label htmlFor={id} className="hb-sr-only">{t('desk.why')} {t(`quality.${quality}`)}</label>
          <Input id={id} style={{ maxWidth: 560 }} value={value.comment} placeholder={t('desk.why')} maxLength={1000} onChange={event => onChange({ ...value, comment: event.target.value })} />
        </>
      )}
    </fieldset>
  );
}
