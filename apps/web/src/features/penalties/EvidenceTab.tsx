import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { EVIDENCE, GROUNDS, PENALTIES, usePenaltiesChanged, type Penalty } from './model';
import { Burden, LawChoice, Mitigated, Range } from './parts';

/** Evidence, the law of the day, and what the investigators propose. */
export function EvidenceTab({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'penalty', subjectId: penalty.id }));
  // photos and record of the visit stay where they are; the case names them with their digests
  const ofVisit = useQuery({ ...readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'inspection', subjectId: penalty.inspectionId ?? '' }), enabled: penalty.inspectionId !== null });
  return (
    <>
      <section className="hb-card hb-stack">
        <h2>{t('evidence.title')}</h2>
        {penalty.evidence.length === 0 && <EmptyState title={t('evidence.empty')} />}
        {penalty.evidence.map(one => <EvidenceRow key={one.id} penalty={penalty} evidence={one} files={[...(files.data ?? []), ...(ofVisit.data ?? [])].filter(each => each.id === one.fileId)} />)}
      </section>
      <LawChoice penalty={penalty} />
      <ProposalCard penalty={penalty} />
    </>
  );
}

function EvidenceRow({ penalty, evidence, files }: { readonly penalty: Penalty; readonly evidence: Penalty['evidence'][number]; readonly files: readonly StoredFile[] }) {
  const { t } = useTranslation('penalties');
  const changed = usePenaltiesChanged();
  const [open, setOpen] = useState(false);
  const withdraw = async (reason: string): Promise<void> => {
    await rest('POST', `${PENALTIES}/${penalty.id}/evidence/${evidence.id}/withdraw`, { body: { reason } });
    await changed();
  };
  return (
    <div className="hb-stack">
      <div><strong>{evidence.title}</strong> <StatusTag tone="neutral">{textOf(EVIDENCE[evidence.kind] ?? evidence.kind)}</StatusTag> {evidence.withdrawnAt && <StatusTag tone="muted">{t('evidence.withdrawn')}</StatusTag>}</div>
      <div className="hb-penalties__words">{t('evidence.proves', { what: evidence.proves })}</div>
      <div className="hb-small hb-muted">{evidence.obtainedOn} · {evidence.addedByName} {evidence.withdrawnReason}</div>
      {evidence.fileHash && <div className="hb-penalties__long">SHA-256 {evidence.fileHash}</div>}
      {files.length > 0 && <FileList files={files} />}
      {penalty.state === 'investigating' && penalty.actions.includes('evidence') && !evidence.withdrawnAt && <div><Button onClick={() => setOpen(true)}>{t('evidence.withdraw')}</Button></div>}
      <ConfirmAct open={open} title={t('evidence.withdraw')} act={t('evidence.withdraw')} reason={{ label: t('reason'), required: true }} onConfirm={withdraw} onClose={() => setOpen(false)}>{t('evidence.stays')}</ConfirmAct>
    </div>
  );
}

function ProposalCard({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const { proposed, facts } = penalty;
  if (!proposed) return null;
  const rows = [
    { label: t('facts'), value: facts && <span className="hb-penalties__words">{facts}</span> }, { label: t('law.title'), value: proposed.law.legalBasis }, ...(proposed.lawReason ? [{ label: t('law.reason'), value: proposed.lawReason }] : []),
    { label: t('proposal.title'), value: proposed.kind === 'penalty' ? <Burden {...proposed} /> : textOf(GROUNDS[proposed.ground ?? ''] ?? '') }, ...(proposed.mitigation ? [{ label: t('mitigation.title'), value: <Mitigated mitigation={proposed.mitigation} /> }] : []), ...(proposed.outsideReason ? [{ label: t('proposal.outside'), value: proposed.outsideReason }] : []), ...(proposed.correction ? [{ label: t('proposal.correction'), value: proposed.correction }] : []),
    { label: t('proposal.by'), value: penalty.concludedByName }, ...(penalty.examined ? [{ label: t('proposal.examined'), value: `${penalty.examined.byName}：${penalty.examined.words}` }] : []),
  ];
  return (
    <>
      <SummaryList groups={[{ title: t('proposal.title'), rows }]} />
      {proposed.discretion && <section className="hb-card hb-stack"><h2>{t('range.title')}</h2><Range range={proposed.discretion} mitigated={proposed.mitigation && { fineYuan: proposed.fineYuan, minYuan: proposed.mitigation.minYuan }} /></section>}
    </>
  );
}
