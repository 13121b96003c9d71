import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { readable } from './key-file';
import { taskPath, type Opening, type OpeningHolder, type Task } from './model';
import { OpenDialog } from './OpenDialog';
import { useTaskChanged } from './task-changed';
import './market.css';

const TONE: Readonly<Record<OpeningHolder['state'], Tone>> = { given: 'success', awaited: 'warning', lost: 'danger', reserve: 'muted', holds: 'neutral' };

/** Several holders open this task: who has given a share, who is awaited, what to do when a key is lost. */
export function OpeningCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const found = useQuery(readPath<Opening>(`${taskPath(task.id)}/opening`));
  const [opening, setOpening] = useState(false);
  const [lost, setLost] = useState<OpeningHolder | null>(null);
  if (!found.data) return <ProblemAlert error={found.error} />;
  const { needed, given, holders } = found.data;
  const mine = holders.some(one => one.mine);
  const awaited = holders.filter(one => one.state === 'awaited');
  const waits = awaited.length > 0;
  const names = awaited.map(one => `${t(`opening.holder.${one.holder}`)}${one.keeper ? t('opening.keeper', { name: one.keeper }) : ''}`).join(t('opening.comma'));
  return (
    <section className="hb-card hb-stack">
      <div className="hb-row hb-bids__head">
        <h2>{t('opening.title')}</h2>
        {mine && <Button type="primary" onClick={() => setOpening(true)}>{t('opening.give')}</Button>}
      </div>
      <p>{t(waits || given > 0 ? 'opening.progress' : 'opening.before', { needed, given, all: holders.length })}</p>
      {waits && <Alert type="warning" showIcon title={t('opening.awaited', { names })} />}
      <ol className="hb-holders">
        {holders.map(holder => <HolderRow key={holder.holder} holder={holder} onLost={() => setLost(holder)} />)}
      </ol>
      <OpenDialog task={task} opening={found.data} open={opening} onClose={() => setOpening(false)} />
      <Lost task={task} holder={lost} onClose={() => setLost(null)} />
    </section>
  );
}

function HolderRow({ holder, onLost }: { readonly holder: OpeningHolder; readonly onLost: () => void }) {
  const { t } = useTranslation('market');
  const english = useLanguage() === 'en';
  return (
    <li>
      <div className="hb-row">
        <strong>{t(`opening.holder.${holder.holder}`)}</strong>
        <StatusTag tone={TONE[holder.state]}>{t(`opening.state.${holder.state}`)}</StatusTag>
      </div>
      <p className="hb-small hb-muted">{holder.keeper} · {t('task.fingerprint')} <span className="hb-num">{readable(holder.fingerprint ?? '')}</span></p>
      {holder.givenAt && <p className="hb-small">{holder.givenBy} <DateText value={holder.givenAt} time />{holder.lacking && ` · ${t('opening.lacking')}`}</p>}
      {holder.lossReason && <p className="hb-small">{t('opening.lostBy', { name: holder.lossBy, reason: holder.lossReason })}</p>}
      {holder.mayDeclare && <Button size="small" type="text" danger onClick={onLost}>{t('opening.lost')}<span className="hb-sr-only"> {english ? holder.en : holder.zh}</span></Button>}
    </li>
  );
}

function Lost({ task, holder, onClose }: { readonly task: Task; readonly holder: OpeningHolder | null; readonly onClose: () => void }) {
  const { t } = useTranslation('market');
  const changed = useTaskChanged(task.id);
  return (
    <ConfirmAct
      open={holder !== null}
      title={t('opening.lostTitle', { holder: holder ? t(`opening.holder.${holder.holder}`) : '' })}
      act={t('opening.lost')}
      danger
      reason={{ label: t('opening.lostLabel'), required: true }}
      onConfirm={async reason => {
        await rest('POST', `${taskPath(task.id)}/opening/lost`, { body: { holder: holder?.holder, reason } });
        await changed();
      }}
      onClose={onClose}
    >
      <p>{t('opening.lostText')}</p>
    </ConfirmAct>
  );
}
