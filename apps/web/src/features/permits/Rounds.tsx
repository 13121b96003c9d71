import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText, DiffMark } from '@/shared/ui/values';
import type { Application, CorrectionItem, CorrectionRound } from './model';
import { useApplicationChanged, useForm } from './parts';
import { wordedChange } from './words';

interface Props {
  readonly application: Application;
  /** Leads to the place in the form, for who may change it now. */
  readonly linkTo?: (pointer: string) => string;
}

/** Every 补正 round: what was asked, what was said about it, what came back. The same for both sides. */
export function Rounds({ application, linkTo }: Props) {
  const { t } = useTranslation('permits');
  const { corrections, actions } = application.case;
  if (corrections.length === 0) return null;
  return (
    <section className="hb-card hb-stack" id="corrections">
      <div className="hb-row">
        <h2>{t('rounds.title')}</h2>
        {actions.includes('case.permit-second-correction') && <PermitSecond application={application} />}
      </div>
      {[...corrections].reverse().map(round => (
        <Round key={round.id} application={application} round={round} linkTo={round.state === 'open' ? linkTo : undefined} />
      ))}
    </section>
  );
}

function Round({ application, round, linkTo }: { readonly application: Application; readonly round: CorrectionRound; readonly linkTo: Props['linkTo'] }) {
  const { t } = useTranslation('permits');
  return (
    <div className="hb-round">
      <div className="hb-row">
        <h3>{t('rounds.round', { count: round.round })}</h3>
        <StatusTag tone={round.state === 'open' ? 'warning' : 'muted'}>{t(round.state === 'open' ? 'rounds.open' : 'rounds.answered')}</StatusTag>
        <span className="hb-small hb-muted">
          {t('rounds.asked', { name: round.requestedByName })} <DateText value={round.requestedAt} time />
          {round.resubmittedAt && (
            <>
              {' · '}
              {t('rounds.back')} <DateText value={round.resubmittedAt} time />
            </>
          )}
        </span>
      </div>
      {round.onUnchangedContent && <p className="hb-small">{t('rounds.unchanged', { reason: round.supervisorReason })}</p>}
      <ol className="hb-round__items">
        {round.items.map(item => (
          <Item key={item.id} application={application} item={item} round={round} linkTo={linkTo} />
        ))}
      </ol>
      {round.state !== 'open' && <Differences round={round} />}
    </div>
  );
}

interface ItemProps {
  readonly application: Application;
  readonly item: CorrectionItem;
  readonly round: CorrectionRound;
  readonly linkTo: Props['linkTo'];
}

function Item({ application, item, round, linkTo }: ItemProps) {
  const { t } = useTranslation('permits');
  const open = round.state === 'open';
  return (
    <li>
      <div className="hb-row">
        <strong>{linkTo ? <AppLink to={linkTo(item.pointer)}>{item.label}</AppLink> : item.label}</strong>
        {!open && <StatusTag tone={item.changed ? 'success' : 'warning'}>{t(item.changed ? 'rounds.changed' : 'rounds.notChanged')}</StatusTag>}
      </div>
      <p>{item.requirement}</p>
      <p className="hb-small hb-muted">{t('rounds.basis', { reason: item.reason })}</p>
      {item.messages.length > 0 && (
        <ul className="hb-thread hb-plain-list">
          {item.messages.map(message => (
            <li key={message.id} className={`hb-thread__line hb-thread__line--${message.side}`}>
              <p className="hb-small hb-muted">
                {message.authorName}
                {message.onBehalfOfName && ` · ${t('common:case.onBehalfOf', { name: message.onBehalfOfName })}`} · <DateText value={message.at} time />
              </p>
              <p className="hb-thread__text">{message.text}</p>
              {message.fileIds.map((fileId, index) => (
                <a key={fileId} href={`/api/v1/files/${fileId}/content`}>
                  {t('rounds.file', { count: index + 1 })}
                </a>
              ))}
            </li>
          ))}
        </ul>
      )}
      {open && application.case.actions.includes('case.answer-correction') && <Answer application={application} item={item} />}
    </li>
  );
}

/** One message under one item; the thread closes with the round. */
function Answer({ application, item }: { readonly application: Application; readonly item: CorrectionItem }) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [key, setKey] = useState(newIdempotencyKey);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await rest('POST', `/api/v1/cases/${application.id}/corrections/items/${item.id}/messages`, { body: { text: text.trim(), fileIds: files.map(file => file.id) }, idempotencyKey: key });
      setText('');
      setFiles([]);
      setKey(newIdempotencyKey());
      setOpen(false);
      await changed();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {t('rounds.answer')}
      </Button>
    );
  return (
    <div className="hb-form-line hb-thread__form">
      <ProblemAlert error={error} />
      <label htmlFor={id}>{t('rounds.answerLabel')}</label>
      <Input.TextArea id={id} value={text} maxLength={5000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={event => setText(event.target.value)} />
      <FileUpload label={t('rounds.attach')} subjectType="case" subjectId={application.id} purpose="correction-answer" onDone={file => setFiles(all => [...all, file])} />
      {files.length > 0 && <p className="hb-small">{files.map(file => file.name).join('、')}</p>}
      <div className="hb-row">
        <Button type="primary" loading={busy} disabled={text.trim() === ''} onClick={() => void send()}>
          {t('rounds.send')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('common:action.cancel')}</Button>
      </div>
    </div>
  );
}

function Differences({ round }: { readonly round: CorrectionRound }) {
  const { t } = useTranslation('permits');
  const form = useForm();
  if (!form.data) return null;
  const changes = round.changes.map(change => wordedChange(form.data, change));
  return (
    <div>
      <h4>{t('rounds.differences', { count: changes.length })}</h4>
      {changes.length === 0 && <p className="hb-muted">{t('rounds.noDifference')}</p>}
      <dl className="hb-round__changes">
        {changes.map(change => (
          <div key={change.pointer}>
            <dt>{change.place}</dt>
            <dd>
              {/* of names and telephone numbers only the beginning is kept: two that differ may look alike */}
              {change.from !== null && change.from === change.to ? t('rounds.personalChanged', { shown: change.to }) : <DiffMark from={change.from} to={change.to} />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** 一次性告知: only a supervisor can allow asking again about what has not changed. */
function PermitSecond({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const changed = useApplicationChanged(application.id);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('rounds.permitSecond')}
      </Button>
      <ConfirmAct
        open={open}
        title={t('rounds.permitSecondTitle')}
        act={t('rounds.permitSecond')}
        draft={`second-correction:${application.id}`}
        reason={{ label: t('review.supervisor'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `/api/v1/cases/${application.id}/corrections/permit-second`, { body: { reason } });
          await changed();
        }}
        onClose={() => setOpen(false)}
      >
        {t('rounds.permitSecondLead')}
      </ConfirmAct>
    </>
  );
}
