import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { cancellationPath, UNSIGNED_FILES, useUnsignedChanged, type Cancellation } from './unsigned';

const SAID = ['state', 'object'] as const;
const ASKED = ['withdraw', 'cancel', 'accept', 'uphold', 'revoke', 'confirm', 'refuse', 'leave'] as const;
const VERDICTS = { uphold: 'upheld', revoke: 'revoked', confirm: 'confirmed', refuse: 'refused' } as const;
const DANGER: readonly string[] = ['cancel', 'leave'];

type Said = (typeof SAID)[number];
type Asked = (typeof ASKED)[number];

/** What the reader may do now: words with papers as a form, the rest as a last look with a reason. */
export function CancellationActions({ row }: { readonly row: Cancellation }) {
  const { t } = useTranslation('contracts');
  const [saying, setSaying] = useState<Said | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const may = (action: string): boolean => row.actions.includes(action);
  if (row.actions.length === 0) return null;
  return (
    <section className="hb-card">
      {saying === null && (
        <div className="hb-row">
          {SAID.filter(may).map(one => <Button key={one} type="primary" onClick={() => setSaying(one)}>{t(`unsigned.act.${one}`)}</Button>)}
          {ASKED.filter(may).map(one => <Button key={one} danger={DANGER.includes(one)} onClick={() => setAsked(one)}>{t(`unsigned.act.${one}`)}</Button>)}
        </div>
      )}
      {saying && <Say row={row} step={saying} onDone={() => setSaying(null)} />}
      <Ask row={row} step={asked} onClose={() => setAsked(null)} />
    </section>
  );
}

const TEXT: readonly FieldSpec[] = [{ name: 'text', label: { zh: '说明', en: 'Words' }, type: 'textarea', required: true, max: 3000, help: { zh: '写明事实和理由；对方和生态环境部门会看到', en: 'Facts and grounds; the other side and the bureau read it' }, width: 'full' }];

function Say({ row, step, onDone }: { readonly row: Cancellation; readonly step: Said; readonly onDone: () => void }) {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation();
  const [added, setAdded] = useState<readonly StoredFile[]>([]);
  const changed = useUnsignedChanged();
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${cancellationPath(row.id)}/${step}`, { body: { ...values, fileIds: added.map(file => file.id) }, version: row.version });
    await changed();
    onDone();
  };
  return (
    <QuickForm fields={TEXT} head={<p>{t(`unsigned.text.${step}`)}</p>} submit={t(`unsigned.act.${step}`)} onSubmit={send} control={FieldControl} layout="grid" aside={<Button onClick={onDone}>{common('action.back')}</Button>}>
      <FileUpload label={t('unsigned.evidence')} subjectType={UNSIGNED_FILES} subjectId={row.contractId} purpose="evidence" onDone={file => setAdded(all => [...all, file])} />
      <FileList files={added} />
    </QuickForm>
  );
}

function Ask({ row, step, onClose }: { readonly row: Cancellation; readonly step: Asked | null; readonly onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const changed = useUnsignedChanged();
  const shown = step ?? 'withdraw';
  const verdict = shown in VERDICTS ? VERDICTS[shown as keyof typeof VERDICTS] : null;
  const reasonless = shown === 'accept' || shown === 'leave';
  return (
    <ConfirmAct
      open={step !== null}
      title={t(`unsigned.ask.${shown}`)}
      act={t(`unsigned.act.${shown}`)}
      danger={DANGER.includes(shown)}
      reason={reasonless ? undefined : { label: t(verdict ? 'unsigned.rulingText' : 'unsigned.why'), required: true }}
      onConfirm={async reason => {
        const path = cancellationPath(row.id);
        const options = { version: row.version };
        if (verdict) await rest('POST', `${path}/rule`, { ...options, body: { verdict, reason } });
        else await rest('POST', `${path}/${shown}`, { ...options, body: reasonless ? {} : { reason } });
        await changed();
      }}
      onClose={onClose}
    >
      {t(`unsigned.text.${shown}`)}
    </ConfirmAct>
  );
}
