import { CloseOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSection } from '@/shared/form/context';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { sizeText } from '@/shared/ui/files.types';
import { SUBJECTS } from './model';
import { PlaceMap } from './PlaceMap';
import { patchDraft, setPhotos, useDraft, usePhotos, type ReportDraft } from './report-draft';
import { MOST_PHOTOS, PHOTO_TYPES, wrongWith } from './send-file';

export interface StepProps {
  readonly onNext: () => void;
}

/** What stands in the fields is kept at each key, not only when the visitor goes on. */
function Keeping({ names }: { readonly names: readonly (keyof ReportDraft)[] }) {
  const { store } = useSection();
  useEffect(() => {
    const keep = (): void => patchDraft(Object.fromEntries(names.map(name => [name, textOrNothing(store.values[name])])) as Record<string, never>);
    return store.subscribe(keep);
  }, [store, names]);
  return null;
}

const textOrNothing = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
const asInitial = (draft: ReportDraft): Record<string, string> => Object.fromEntries(Object.entries(draft).filter((one): one is [string, string] => typeof one[1] === 'string'));

export function SubjectStep({ onNext }: StepProps) {
  const { t } = useTranslation('complaints');
  const { subject } = useDraft();
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (subject === undefined) setMissing(true);
    else onNext();
  };
  return (
    <form onSubmit={send} className="hb-card hb-stack">
      <fieldset className="hb-plain-fieldset" aria-describedby="report-subject-error">
        <legend className="hb-sr-only">{t('report.subject.title')}</legend>
        <div className="hb-complaints__choices">
          {SUBJECTS.map(one => (
            <label key={one}>
              <input type="radio" name="subject" value={one} checked={subject === one} onChange={() => patchDraft({ subject: one })} />
              {t(`subject.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <p id="report-subject-error" className="hb-field-error" role="alert">{missing && subject === undefined ? t('report.subject.missing') : ''}</p>
      <div><Button type="primary" htmlType="submit" size="large">{t('report.next')}</Button></div>
    </form>
  );
}

const PLACE = ['place'] as const;
export function PlaceStep({ onNext }: StepProps) {
  const { t } = useTranslation('complaints');
  const draft = useDraft();
  const fields: FieldSpec[] = [{ name: 'place', label: t('field.place'), type: 'text', required: true, max: 200, help: t('report.place.hint'), width: 'full' }];
  const point = draft.lng != null && draft.lat != null ? { lng: draft.lng, lat: draft.lat } : null;
  return (
    <section className="hb-card">
      <QuickForm fields={fields} initial={asInitial(draft)} submit={t('report.next')} onSubmit={async () => onNext()}>
        <Keeping names={PLACE} />
        <PlaceMap value={point} onChange={next => patchDraft({ lng: next?.lng ?? null, lat: next?.lat ?? null })} />
      </QuickForm>
    </section>
  );
}

const WHAT = ['what', 'respondent'] as const;
export function WhatStep({ onNext }: StepProps) {
  const { t } = useTranslation('complaints');
  const draft = useDraft();
  const fields: FieldSpec[] = [
    { name: 'what', label: t('field.what'), type: 'textarea', required: true, max: 4000, pattern: '[^]{5,}', patternHint: t('report.what.hint'), help: t('report.what.hint') },
    { name: 'respondent', label: t('field.respondent'), type: 'text', max: 100, help: t('report.what.respondentHint') },
  ];
  return <section className="hb-card"><QuickForm fields={fields} initial={asInitial(draft)} submit={t('report.next')} onSubmit={async () => onNext()}><Keeping names={WHAT} /></QuickForm></section>;
}

const WHEN = ['happenedOn', 'happened'] as const;
export function WhenStep({ onNext }: StepProps) {
  const { t } = useTranslation('complaints');
  const draft = useDraft();
  const fields: FieldSpec[] = [
    { name: 'happenedOn', label: t('field.happenedOn'), type: 'date' },
    { name: 'happened', label: t('field.happened'), type: 'text', max: 100, help: t('report.when.happenedHint') },
  ];
  return (
    <section className="hb-card">
      <QuickForm fields={fields} initial={asInitial(draft)} submit={t('report.next')} head={<p>{t('report.when.lead')}</p>} onSubmit={async values => { patchDraft(values as Partial<ReportDraft>); onNext(); }}>
        <Keeping names={WHEN} />
      </QuickForm>
    </section>
  );
}

export function PhotosStep({ onNext }: StepProps) {
  const { t } = useTranslation('complaints');
  return (
    <section className="hb-card hb-stack">
      <p>{t('report.photos.lead')}</p>
      <PhotoChoice />
      <div><Button type="primary" size="large" onClick={onNext}>{t('report.next')}</Button></div>
    </section>
  );
}

function PhotoChoice() {
  const { t } = useTranslation('complaints');
  const photos = usePhotos();
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const take = (files: readonly File[]): void => {
    const bad = files.flatMap(file => { const wrong = wrongWith(file); return wrong ? [t(`report.photos.${wrong}`, { name: file.name })] : []; });
    const good = [...photos, ...files.filter(file => wrongWith(file) === null)];
    setProblems([...bad, ...(good.length > MOST_PHOTOS ? [t('report.photos.full', { most: MOST_PHOTOS })] : [])]);
    setPhotos(good.slice(0, MOST_PHOTOS));
  };
  return (
    <>
      <div><Button icon={<UploadOutlined aria-hidden />} size="large" onClick={() => input.current?.click()} aria-describedby="report-photos-hint">{t('report.photos.add')}</Button></div>
      <input ref={input} type="file" className="hb-sr-only" tabIndex={-1} aria-label={t('report.photos.add')} accept={PHOTO_TYPES} multiple onChange={event => { take([...(event.target.files ?? [])]); event.target.value = ''; }} />
      <p id="report-photos-hint" className="hb-small hb-muted">{t('report.photos.hint', { most: MOST_PHOTOS })}</p>
      <div role="alert">{problems.map(one => <p key={one} className="hb-field-error">{one}</p>)}</div>
      <ul className="hb-plain-list">
        {photos.map((file, nth) => (
          <li key={`${file.name} ${nth}`} className="hb-row">
            <span>{file.name} <span className="hb-small hb-muted">{sizeText(file.size)}</span></span>
            <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('report.photos.remove', { name: file.name })} onClick={() => setPhotos(photos.filter(one => one !== file))} />
          </li>
        ))}
      </ul>
      {photos.length > 0 && <p className="hb-small hb-muted">{t('report.photos.lost')}</p>}
    </>
  );
}

const WHO = ['name', 'phone'] as const;
export function ContactStep({ onNext }: StepProps) {
  const { t } = useTranslation('complaints');
  const draft = useDraft();
  const fields: FieldSpec[] = [
    { name: 'name', label: t('field.name'), type: 'text', max: 50, autoComplete: 'name' },
    { name: 'phone', label: t('field.phone'), type: 'phone', max: 20, autoComplete: 'tel', pattern: '[0-9+ -]{7,20}', patternHint: t('report.contact.phoneHint') },
  ];
  const next = (values: Record<string, unknown>): void => {
    patchDraft(values as Partial<ReportDraft>);
    onNext();
  };
  return (
    <section className="hb-card hb-stack">
      <p>{t('report.contact.lead')}</p>
      <p className="hb-small hb-muted">{t('report.secret')}</p>
      <QuickForm fields={fields} initial={asInitial(draft)} submit={t('report.next')} onSubmit={async values => next(values)}><Keeping names={WHO} /></QuickForm>
    </section>
  );
}
