import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { CandidateTable } from './CandidateTable';
import './enforcement.css';
import { DRAW_TONE, DRAWS, useEnforcementChanged, type Draw } from './model';
import { Proof } from './Proof';

/** A draw: what was drawn from what, why somebody was left out, and what proves it. */
export function DrawPage() {
  const { drawId = '' } = useParams({ strict: false }) as { drawId?: string };
  const draw = useQuery(readPath<Draw>(`${DRAWS}/${drawId}`));
  if (draw.isPending) return <PageSkeleton />;
  if (draw.error) return <RouteErrorPage error={draw.error} onRetry={() => void draw.refetch()} />;
  return <Whole draw={draw.data} />;
}

function Whole({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation('enforcement');
  const { base } = useSession();
  return (
    <div className="hb-stack">
      <PageHeader title={draw.title} lead={draw.number} back={{ to: `${base}/inspection-draws`, label: t('draws.title') }} tags={<StatusTag tone={DRAW_TONE[draw.state]}>{t(`draws.states.${draw.state}`)}</StatusTag>} actions={draw.actions.length > 0 && <Acts draw={draw} />} />
      {draw.state === 'announced' && <p>{draw.origin ? t('draws.notYetValue', { source: draw.origin.publicSource, day: draw.origin.publicOn }) : t('draws.notYet')}</p>}
      {draw.cancelledReason && <p className="hb-warning-text">{t('draws.cancelledWhy', { reason: draw.cancelledReason })}</p>}
      <Result draw={draw} />
      <section className="hb-card hb-stack">
        <h2>{t('draws.candidates')}</h2>
        <CandidateTable draw={draw} />
      </section>
      <Proof draw={draw} />
    </div>
  );
}

function Result({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation('enforcement');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('draws.result')}</h2>
      <p>{t('draws.period')}：{t('span', { from: draw.periodFrom, to: draw.periodTo })}</p>
      <div className="hb-enforcement__scroll">
        <table className="hb-enforcement__table">
          <thead><tr><th scope="col">{t('targets.class')}</th>{(['pool', 'out', 'wanted', 'drawn', 'weight'] as const).map(key => <th key={key} scope="col" className="hb-num">{t(`draws.column.${key}`)}</th>)}</tr></thead>
          <tbody>
            {draw.classes.map(one => (
              <tr key={one.targetClass}><th scope="row">{t(`classes.${one.targetClass}`)}</th><td className="hb-num">{one.pool}</td><td className="hb-num">{one.leftOut}</td><td className="hb-num">{one.wanted}</td><td className="hb-num">{draw.state === 'drawn' ? one.drawn : t('none')}</td><td className="hb-num">{one.weight}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
      {draw.reasons.length > 0 && <p>{t('draws.leftOut')}：{draw.reasons.map(one => t('draws.reasonCount', { reason: t(`draws.reasons.${one.reason}`), count: one.count })).join(t('comma'))}</p>}
      <p className="hb-small hb-muted">{t('draws.officers', { count: draw.officers.length })}：{draw.officers.map(one => `${one.name} ${one.certificateNo}`).join(t('comma'))}</p>
      {draw.drawnAt && <p className="hb-small hb-muted">{t('draws.drawnBy', { name: draw.drawnByName ?? '' })} <DateText value={draw.drawnAt} time />{draw.publishBy && ` · ${t('draws.publishBy', { day: draw.publishBy })}`}</p>}
    </section>
  );
}

function Acts({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation('enforcement');
  const id = useId();
  const changed = useEnforcementChanged();
  const [step, setStep] = useState<'draw' | 'cancel' | null>(null);
  const [seed, setSeed] = useState('');
  const drawing = step !== 'cancel';
  const valueBody = draw.origin ? { publicValue: seed.trim() } : draw.seedKeptOutside ? { seed: seed.trim().toLowerCase() } : {};
  const send = async (reason: string): Promise<void> => {
    await rest('POST', `${DRAWS}/${draw.id}/${step ?? 'draw'}`, { body: drawing ? valueBody : { reason }, version: draw.version });
    await changed();
  };
  return (
    <>
      {draw.actions.includes('cancel') && <Button onClick={() => setStep('cancel')}>{t('draws.cancel')}</Button>}
      {draw.actions.includes('draw') && <Button type="primary" onClick={() => setStep('draw')}>{t('draws.draw')}</Button>}
      <ConfirmAct
        open={step !== null}
        title={t(drawing ? 'draws.drawTitle' : 'draws.cancelTitle')}
        act={t(drawing ? 'draws.draw' : 'draws.cancel')}
        danger={!drawing}
        ready={!drawing || (draw.origin ? seed.trim() !== '' : !draw.seedKeptOutside || seed.trim().length === 64)}
        reason={drawing ? undefined : { label: t('draws.cancelReason'), required: true }}
        onConfirm={send}
        onClose={() => setStep(null)}
      >
        <p>{t(drawing ? 'draws.drawMeans' : 'draws.cancelMeans')}</p>
        {drawing && (draw.origin || draw.seedKeptOutside) && (
          <div className="hb-form-line">
            <label htmlFor={id}>{draw.origin ? t('draws.publicValue', { source: draw.origin.publicSource, day: draw.origin.publicOn }) : t('draws.seedOutside')}</label>
            <Input id={id} value={seed} maxLength={200} onChange={event => setSeed(event.target.value)} />
          </div>
        )}
      </ConfirmAct>
    </>
  );
}
