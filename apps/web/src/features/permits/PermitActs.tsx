import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { FormDialog } from '@/shared/ui/FormDialog';
import { QuickForm } from '@/shared/form/QuickForm';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { textOf } from '@/i18n';
import { EndingEffects } from '../duties/EndingEffects';
import { EVIDENCE_UPLOAD, MeasureEvidence, useEvidence } from './MeasureEvidence';
import { permitCasesPath, type EndingGrounds, type MeasureDraft, type Permit, type PermitCase, type RequestDraft } from './model';
import { RequestPapers, uploadId, useRequestPapers } from './RequestPapers';

type Dialog = 'reissue' | 'cancel' | 'measure' | null;

/** What can be begun at a permit: 补领 and 注销 by its holder, 撤销, 吊销, 撤回 and 依职权注销 by the bureau. */
export function PermitActs({ permit }: { readonly permit: Permit }) {
  const { t } = useTranslation('permits');
  const { base, can } = useSession();
  const [dialog, setDialog] = useState<Dialog>(null);
  if (permit.status !== 'valid' && permit.status !== 'expired') return null;
  const close = (): void => setDialog(null);
  return (
    <>
      {can('permit-application.create') && (
        <ButtonLink to={`${base}/permits/new?site=${permit.siteId}`} kind="primary">
          {t('ending.start.application')}
        </ButtonLink>
      )}
      {can('permit-request.submit') && <Button onClick={() => setDialog('reissue')}>{t('ending.start.reissue')}</Button>}
      {can('permit-request.submit') && <Button onClick={() => setDialog('cancel')}>{t('ending.start.cancel')}</Button>}
      {can('permit-measure.propose') && <Button onClick={() => setDialog('measure')}>{t('ending.start.measure')}</Button>}
      <FormDialog open={dialog !== null} title={dialog && t(`ending.formTitle.${dialog}`)} onClose={close}>
        {(dialog === 'reissue' || dialog === 'cancel') && <RequestForm permit={permit} kind={dialog} />}
        {dialog === 'measure' && <MeasureForm permit={permit} />}
      </FormDialog>
    </>
  );
}

function useBegin(path: string): (body: object) => Promise<void> {
  const { base } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  return async body => {
    const opened = await rest<PermitCase>('POST', path, { body, idempotencyKey: key });
    await navigate({ to: `${base}/permit-cases/${opened.id}` });
  };
}

/** A draft is begun so that the papers have their place; asking again gives the same one, with what was uploaded. */
function RequestForm({ permit, kind }: { readonly permit: Permit; readonly kind: 'reissue' | 'cancel' }) {
  const path = `/api/v1/permits/${permit.id}/request-drafts`;
  const draft = useQuery({ queryKey: ['permit-request-draft', permit.id, kind], queryFn: () => rest<RequestDraft>('POST', path, { body: { kind } }), gcTime: 0, retry: false });
  if (draft.error) return <ProblemAlert error={draft.error} onRetry={() => void draft.refetch()} />;
  return draft.data ? <RequestFields permit={permit} draft={draft.data} /> : <Skeleton lines={6} />;
}

function RequestFields({ permit, draft }: { readonly permit: Permit; readonly draft: RequestDraft }) {
  const { t } = useTranslation('permits');
  const { id, kind, materials } = draft;
  const begin = useBegin(`/api/v1/permits/${permit.id}/requests`);
  const files = useRequestPapers(id);
  const causes = ['lost', 'damaged'].map(value => ({ value, label: t(`ending.causes.${value}`) }));
  const fields: FieldSpec[] = [
    ...(kind === 'reissue' ? [{ name: 'cause', label: t('ending.cause'), type: 'select', required: true, options: causes, help: t('ending.causeHelp') } satisfies FieldSpec] : []),
    { name: 'occurredOn', label: t(`ending.occurred.${kind}`), type: 'date', required: true },
    { name: 'reason', label: t('ending.reason'), type: 'textarea', required: true, max: 1000 },
  ];
  const missing = () => materials.filter(one => one.need === 'always' && !files.data?.some(file => file.purpose === one.kind))
    .map(one => ({ message: t('ending.papers.missing', { kind: textOf(one.label) }), fieldId: uploadId(one.kind) }));
  return (
    <QuickForm
      fields={fields}
      submit={t('ending.submit')}
      draft={`permit-request:${id}`}
      head={<><p>{t(`ending.formLead.${kind}`)}</p>{kind === 'cancel' && <EndingEffects permitId={permit.id} />}</>}
      control={FieldControl}
      extraErrors={missing}
      onSubmit={values => begin({ kind, ...values })}
    >
      {materials.length > 0 && <RequestPapers papersId={id} materials={materials} open />}
    </QuickForm>
  );
}

const useGrounds = () => useQuery({ ...readPath<EndingGrounds>(`${permitCasesPath}/grounds`), staleTime: 3_600_000 });

/** The draft is the officer's own: closing the window keeps the evidence, and this device what was written. */
function MeasureForm({ permit }: { readonly permit: Permit }) {
  const path = `/api/v1/permits/${permit.id}/measure-drafts`;
  const draft = useQuery({ queryKey: ['permit-measure-draft', permit.id], queryFn: () => rest<MeasureDraft>('POST', path, { body: {} }), gcTime: 0, retry: false });
  const grounds = useGrounds();
  if (draft.error) return <ProblemAlert error={draft.error} onRetry={() => void draft.refetch()} />;
  return draft.data && grounds.data ? <MeasureFields permit={permit} draft={draft.data} measures={grounds.data.measures} /> : <Skeleton lines={6} />;
}

interface MeasureFieldsProps {
  readonly permit: Permit;
  readonly draft: MeasureDraft;
  readonly measures: EndingGrounds['measures'];
}

function MeasureFields({ permit, draft, measures }: MeasureFieldsProps) {
  const { t } = useTranslation('permits');
  const begin = useBegin(`/api/v1/permits/${permit.id}/measures`);
  const files = useEvidence(draft.id);
  const fields = useMemo((): FieldSpec[] => [
    { name: 'kind', label: t('ending.measure'), type: 'select', required: true, options: measures.map(one => ({ value: one.kind, label: one.label })) },
    ...measures.map((one): FieldSpec => ({
      name: `ground_${one.kind}`, label: t('ending.ground'), type: 'select', required: { field: 'kind', in: [one.kind] }, visibleWhen: { field: 'kind', in: [one.kind] },
      options: one.grounds.map(ground => ({ value: ground.key, label: ground.label })),
      ...(one.grounds.some(ground => ground.unheard) ? { help: t('ending.unheardHelp', { grounds: one.grounds.filter(ground => ground.unheard).map(ground => textOf(ground.label)).join('、') }) } : {}),
    })),
    { name: 'reasons', label: t('ending.reasons'), type: 'textarea', required: true, max: 4000, help: t('ending.reasonsHelp') },
    { name: 'statementDays', label: t('review.statementDays'), type: 'integer', min: 1, max: 60 },
  ], [measures, t]);
  const send = (values: Record<string, unknown>): Promise<void> => begin({ kind: values['kind'], ground: values[`ground_${String(values['kind'])}`], reasons: values['reasons'], ...(values['statementDays'] ? { statementDays: Number(values['statementDays']) } : {}) });
  const missing = () => (files.data?.length ? [] : [{ message: t('ending.evidence.missing'), fieldId: EVIDENCE_UPLOAD }]);
  return (
    <QuickForm fields={fields} submit={t('ending.propose')} draft={`permit-measure:${draft.id}`} head={<p>{t('ending.formLead.measure')}</p>} control={FieldControl} extraErrors={missing} onSubmit={send}>
      <MeasureEvidence evidenceId={draft.id} open />
      <EndingEffects permitId={permit.id} />
    </QuickForm>
  );
}
