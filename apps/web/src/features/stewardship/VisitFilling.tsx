import { Button, Input } from 'antd';
import { useCallback, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useDeviceDraft } from '@/shared/field/device-draft';
import { draftOwner } from '@/shared/form/draft';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { waiting } from '../site-checks/draft';
import { assertPlaced, assertWriter, letGo } from '../site-checks/hand-over';
import { PhotoStrip } from '../site-checks/PhotoStrip';
import { usePhotos, type Photos } from '../site-checks/use-photos';
import { SEVERITIES, useStewardChanged, VISITS, type Visit } from './model';
import { isWhole, recordOf, visitDraftName, visitDraftToday, type ItemDraft, type VisitDraft } from './visit-draft';

const ANSWERS = ['ok', 'problem', 'na'] as const;
const PLACE = { subjectType: 'steward-visit', path: VISITS } as const;

/** The visit on the phone: kept on the device until it is sent. */
export function VisitFilling({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('stewardship');
  const changed = useStewardChanged();
  const id = useId();
  const [owner] = useState(draftOwner);
  const { draft, store } = useDeviceDraft(visitDraftName(visit.id), visitDraftToday);
  const [sending, setSending] = useState(false);
  const set = useCallback((key: string, over: ItemDraft): void => store.change(all => ({ ...all, answers: { ...all.answers, [key]: { ...all.answers[key], ...over } } })), [store]);
  const photos = usePhotos(visit.id, store, PLACE);
  const keys = visit.items.map(item => item.key);
  const done = keys.filter(key => isWhole(draft.answers[key])).length;
  const left = waiting(draft).length;
  const ready = done === keys.length && draft.summary.trim().length >= 2 && draft.heldOn !== '';
  return (
    <form className="hb-stack" onSubmit={event => event.preventDefault()}>
      <p className="hb-small hb-muted">{t('fill.kept')}</p>
      {visit.items.map(item => <Item key={item.key} item={item} draft={draft} set={set} photos={photos} />)}
      <section className="hb-card hb-form-line">
        <label htmlFor={`${id}-day`}>{t('fill.heldOn')}</label>
        <Input id={`${id}-day`} type="date" value={draft.heldOn} onChange={event => store.change(all => ({ ...all, heldOn: event.target.value }))} />
        <label htmlFor={`${id}-sum`}>{t('fill.summary')}</label>
        <Input.TextArea id={`${id}-sum`} value={draft.summary} maxLength={4000} autoSize={{ minRows: 3, maxRows: 12 }} onChange={event => store.change(all => ({ ...all, summary: event.target.value }))} />
      </section>
      {!ready && <p className="hb-muted">{t('fill.notReady')}</p>}
      <div className="hb-check__bar">
        <span aria-live="polite">{t('fill.progress', { done, total: keys.length })}{left > 0 && <span className="hb-small hb-muted"> {t('fill.left', { count: left })}</span>}</span>
        <Button type="primary" size="large" disabled={!ready} onClick={() => setSending(true)}>{t('fill.send')}</Button>
      </div>
      <ConfirmAct
        open={sending}
        title={t('fill.sendTitle')}
        act={t('fill.send')}
        onConfirm={async () => {
          assertPlaced(store.latest().photos);
          await photos.sendAll();
          assertWriter(owner);
          const sent = store.latest();
          await rest('PUT', `${VISITS}/${visit.id}/record`, { body: recordOf(keys, sent) });
          letGo(store, sent, () => visitDraftToday(null));
          await changed();
        }}
        onClose={() => setSending(false)}
      >
        {t('fill.sendText')}
      </ConfirmAct>
    </form>
  );
}

interface ItemProps {
  readonly item: Visit['items'][number];
  readonly draft: VisitDraft;
  readonly set: (key: string, over: ItemDraft) => void;
  readonly photos: Photos;
}

function Item({ item, draft, set, photos }: ItemProps) {
  const { t } = useTranslation('stewardship');
  const english = useLanguage() === 'en';
  const id = useId();
  const own = draft.answers[item.key] ?? {};
  const question = english ? item.en : item.zh;
  const problem = own.answer === 'problem';
  return (
    <fieldset className="hb-card hb-stack hb-check__item">
      <legend>{question}</legend>
      <p className="hb-small hb-muted">{item.topic} · {item.legalBasis}{!item.verified && ` · ${t('visits.unverified')}`}</p>
      <div className="hb-check__answers">
        {ANSWERS.map(value => <label key={value}><input type="radio" name={item.key} checked={own.answer === value} onChange={() => set(item.key, { answer: value })} /> {t(`fill.answer.${value}`)}</label>)}
      </div>
      {own.answer !== undefined && (
        <div className="hb-form-line">
          <label htmlFor={`${id}-remark`}>{t(problem ? 'fill.remarkNeeded' : 'fill.remark')}<span className="hb-sr-only"> {question}</span></label>
          <Input.TextArea id={`${id}-remark`} value={own.remark ?? ''} maxLength={2000} autoSize={{ minRows: 1, maxRows: 6 }} onChange={event => set(item.key, { remark: event.target.value })} />
        </div>
      )}
      {problem && <Problem id={id} own={own} set={over => set(item.key, over)} />}
      <PhotoStrip itemKey={item.key} about={question} shots={draft.photos.filter(photo => photo.itemKey === item.key)} photos={photos} />
    </fieldset>
  );
}

function Problem({ id, own, set }: { readonly id: string; readonly own: ItemDraft; readonly set: (over: ItemDraft) => void }) {
  const { t } = useTranslation('stewardship');
  return (
    <div className="hb-form-line">
      <label htmlFor={`${id}-place`}>{t('fill.place')}</label>
      <Input id={`${id}-place`} value={own.place ?? ''} maxLength={200} onChange={event => set({ place: event.target.value })} />
      <span id={`${id}-severity`}>{t('fill.severity')}</span>
      <div className="hb-check__answers" role="radiogroup" aria-labelledby={`${id}-severity`}>
        {SEVERITIES.map(value => <label key={value}><input type="radio" name={`${id}-severity`} checked={own.severity === value} onChange={() => set({ severity: value })} /> {t(`severity.${value}`)}</label>)}
      </div>
      <label htmlFor={`${id}-advice`}>{t('fill.advice')}</label>
      <Input.TextArea id={`${id}-advice`} value={own.advice ?? ''} maxLength={2000} autoSize={{ minRows: 1, maxRows: 6 }} onChange={event => set({ advice: event.target.value })} />
      <label htmlFor={`${id}-due`}>{t('fill.dueOn')}</label>
      <Input id={`${id}-due`} type="date" value={own.dueOn ?? ''} onChange={event => set({ dueOn: event.target.value })} />
    </div>
  );
}
