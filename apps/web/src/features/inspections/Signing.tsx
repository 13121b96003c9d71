import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest, withQuery } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { upload } from '@/shared/ui/upload';
import { DateText } from '@/shared/ui/values';
import { digestOf } from '../site-checks/use-photos';
import { INSPECTIONS, useInspectionsChanged, type Inspection } from './model';
import { SignaturePad } from './SignaturePad';

/** Who has signed, who has not yet, and the places to do it. */
export function SignatureCards({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const { signatures, actions, officers } = inspection;
  const party = signatures.find(one => one.side === 'party');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('sign.title')}</h2>
      {inspection.state === 'signing' && <p className="hb-muted">{t('sign.lead')}</p>}
      <ul className="hb-plain-list hb-stack">
        {officers.map(officer => {
          const signed = signatures.find(one => one.side === 'officer' && one.userId === officer.userId);
          return <li key={officer.userId} className="hb-inspection__signer"><span>{t('sign.officer', { name: officer.name })}</span><Done at={signed?.at ?? null} /></li>;
        })}
        {inspection.mode === 'onsite' && (
          <li className="hb-inspection__signer">
            <span>{t('sign.party', { name: party?.name ?? '' })}</span>
            {party?.way === 'refused' ? <StatusTag tone="warning">{t('sign.refused')}</StatusTag> : <Done at={party?.at ?? null} />}
            {party?.way === 'refused' && <span className="hb-small">{t('sign.refusedHow', { reason: party.refusedReason ?? '', witness: party.witness ?? '' })}</span>}
            {party?.fileId && <img className="hb-inspection__ink" src={`/api/v1/files/${party.fileId}/content?inline=1`} alt={t('sign.drawn', { name: party.name })} />}
          </li>
        )}
      </ul>
      {actions.includes('party') && <Party inspection={inspection} />}
      {actions.includes('sign') && <Own inspection={inspection} />}
      {actions.includes('reopen') && <Reopen inspection={inspection} />}
    </section>
  );
}

function Done({ at }: { readonly at: string | null }) {
  const { t } = useTranslation('inspections');
  return at ? <span><StatusTag tone="success">{t('sign.done')}</StatusTag> <DateText value={at} time /></span> : <StatusTag tone="muted">{t('sign.waits')}</StatusTag>;
}

function Own({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const { me } = useSession();
  const changed = useInspectionsChanged();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  return (
    <div>
      <Button type="primary" size="large" onClick={() => setOpen(true)}>{t('sign.own')}</Button>
      <ConfirmAct
        open={open} title={t('sign.ownTitle')} act={t('sign.own')} ready={password !== ''} onClose={() => setOpen(false)}
        onConfirm={async () => {
          await rest('POST', `${INSPECTIONS}/${inspection.id}/sign`, { body: { contentHash: inspection.contentHash, password } });
          setPassword('');
          await changed();
        }}
      >
        <p>{t('sign.agreed')}</p>
        <div className="hb-form-line">
          <label htmlFor={id}>{t('sign.password', { name: me.user.name })}</label>
          <Input.Password id={id} autoComplete="current-password" value={password} onChange={event => setPassword(event.target.value)} />
        </div>
      </ConfirmAct>
    </div>
  );
}

/** The party signs on this phone, or it is written down how the signature was refused. */
function Party({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const changed = useInspectionsChanged();
  const id = useId();
  const [way, setWay] = useState<'drawn' | 'refused'>('drawn');
  const [given, setGiven] = useState({ name: '', refusedReason: '', witness: '' });
  const [picture, setPicture] = useState<Blob | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (over: Partial<typeof given>): void => setGiven(all => ({ ...all, ...over }));
  const ready = way === 'drawn' ? given.name.trim() !== '' && picture !== null : given.refusedReason.trim().length > 1 && given.witness.trim() !== '';
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await rest('POST', `${INSPECTIONS}/${inspection.id}/party`, { body: { contentHash: inspection.contentHash, way, ...(way === 'drawn' && picture ? { name: given.name.trim(), ...(await kept(inspection.id, picture)) } : { ...(given.name.trim() ? { name: given.name.trim() } : {}), refusedReason: given.refusedReason.trim(), witness: given.witness.trim() }) } });
      await changed();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <fieldset className="hb-inspection__party hb-stack">
      <legend>{t('sign.partyTitle')}</legend>
      <ProblemAlert error={error} />
      <Radio.Group value={way} options={(['drawn', 'refused'] as const).map(value => ({ value, label: t(`sign.ways.${value}`) }))} onChange={event => setWay(event.target.value as 'drawn' | 'refused')} />
      <div className="hb-form-line">
        <label htmlFor={`${id}-name`}>{t(way === 'drawn' ? 'sign.name' : 'sign.nameMaybe')}</label>
        <Input id={`${id}-name`} value={given.name} maxLength={60} onChange={event => set({ name: event.target.value })} />
      </div>
      {way === 'drawn' ? <SignaturePad onChange={setPicture} /> : (
        <>
          <div className="hb-form-line"><label htmlFor={`${id}-why`}>{t('sign.refusedReason')}</label><Input.TextArea id={`${id}-why`} value={given.refusedReason} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} onChange={event => set({ refusedReason: event.target.value })} /></div>
          <div className="hb-form-line"><label htmlFor={`${id}-witness`}>{t('sign.witness')}</label><Input id={`${id}-witness`} value={given.witness} maxLength={120} onChange={event => set({ witness: event.target.value })} /></div>
        </>
      )}
      <div><Button type="primary" size="large" loading={busy} disabled={!ready} onClick={() => void send()}>{t(way === 'drawn' ? 'sign.partySend' : 'sign.refusedSend')}</Button></div>
    </fieldset>
  );
}

/** The picture as it was drawn, with the hash this phone made of it. */
async function kept(inspectionId: string, picture: Blob): Promise<{ fileId: string; sha256: string }> {
  const file = new File([picture], 'signature.png', { type: 'image/png' });
  const url = withQuery('/api/v1/files', { subjectType: 'inspection', subjectId: inspectionId, purpose: 'signature' });
  const { id } = await upload({ url, file, onProgress: () => undefined, signal: new AbortController().signal });
  return { fileId: id, sha256: await digestOf(picture) };
}

function Reopen({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const changed = useInspectionsChanged();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('reopen.act')}</Button>
      <ConfirmAct open={open} title={t('reopen.title')} act={t('reopen.act')} reason={{ label: t('reopen.reason'), required: true }} onClose={() => setOpen(false)} onConfirm={async reason => {
        await rest('POST', `${INSPECTIONS}/${inspection.id}/reopen`, { body: { reason }, version: inspection.version });
        await changed();
      }}>{t('reopen.means')}</ConfirmAct>
    </div>
  );
}
