import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { applicationPath, type Application } from './model';
import { useApplicationChanged } from './parts';

interface Props {
  readonly application: Application;
  readonly open: boolean;
  readonly onClose: () => void;
}

type Outcome = 'grant' | 'refuse' | 'send-back';

/** The decision: each condition of art. 11 judged, the outcome, the reasons that are printed. */
export function DecideDialog({ application, open, onClose }: Props) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [met, setMet] = useState<Readonly<Record<string, boolean>>>({});
  const [comments, setComments] = useState<Readonly<Record<string, string>>>({});
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reasons, setReasons] = useState('');
  const conditions = application.grantConditions;
  const judged = conditions.every(condition => met[condition.key] === true || (met[condition.key] === false && (comments[condition.key] ?? '').trim() !== ''));
  const ready = outcome !== null && reasons.trim().length >= 2 && (outcome === 'send-back' || judged);
  const send = async (): Promise<void> => {
    const list = conditions.map(condition => ({ key: condition.key, met: met[condition.key] === true, ...(met[condition.key] ? {} : { comment: comments[condition.key] }) }));
    await rest('POST', `${applicationPath(application.id)}/decide`, { body: { outcome, reasons: reasons.trim(), ...(outcome === 'send-back' ? {} : { conditions: list }) } });
    await changed();
  };
  return (
    <ConfirmAct open={open} title={t('review.decideTitle')} act={t('review.decideAct')} ready={ready} onConfirm={send} onClose={onClose}>
      <p>{t('review.decideLead')}</p>
      {conditions.map(condition => (
        <div key={condition.key} className="hb-form-line" role="group" aria-labelledby={`${id}-${condition.key}`}>
          <span id={`${id}-${condition.key}`}>
            {condition.label} <span className="hb-small hb-muted">{condition.article}</span>
          </span>
          <Radio.Group
            value={met[condition.key]}
            options={[
              { value: true, label: t('review.met') },
              { value: false, label: t('review.notMet') },
            ]}
            onChange={event => setMet(all => ({ ...all, [condition.key]: event.target.value as boolean }))}
          />
          {met[condition.key] === false && (
            <Input aria-label={t('review.comment')} placeholder={t('review.comment')} value={comments[condition.key] ?? ''} maxLength={1000} onChange={event => setComments(all => ({ ...all, [condition.key]: event.target.value }))} />
          )}
        </div>
      ))}
      <div className="hb-form-line" role="group" aria-labelledby={`${id}-outcome`}>
        <span id={`${id}-outcome`}>{t('review.outcome')}</span>
        <Radio.Group
          value={outcome}
          options={[
            { value: 'grant', label: t('review.grant') },
            { value: 'refuse', label: t('review.refuse') },
            { value: 'send-back', label: t('review.sendBack') },
          ]}
          onChange={event => setOutcome(event.target.value as Outcome)}
        />
      </div>
      <div className="hb-form-line">
        <label htmlFor={`${id}-reasons`}>{t('review.decideReasons')}</label>
        <Input.TextArea id={`${id}-reasons`} value={reasons} maxLength={4000} autoSize={{ minRows: 3, maxRows: 12 }} onChange={event => setReasons(event.target.value)} />
      </div>
    </ConfirmAct>
  );
}
