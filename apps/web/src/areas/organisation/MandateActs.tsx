import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { Mandate } from '@/api/contract';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';

interface Props {
  readonly mandate: Mandate | null;
  readonly onClose: () => void;
}

function useSummary(mandate: Mandate | null) {
  const { t } = useTranslation('organisation');
  if (!mandate) return [];
  return [
    { label: t('mandates.enterprise'), value: mandate.enterpriseName },
    { label: t('mandates.firm'), value: mandate.firmName },
    { label: t('mandates.matters'), value: mandate.matters.map(matter => t(`common:matter.${matter}`)).join('、') },
    { label: t('mandates.verbs'), value: mandate.verbs.map(verb => t(`common:verb.${verb}`)).join('、') },
    { label: t('mandates.sites'), value: mandate.sites === null ? t('mandates.allSites') : mandate.sites.map(site => site.name).join('、') },
    { label: t('mandates.dates'), value: `${mandate.validFrom} – ${mandate.validTo}` },
  ];
}

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['/api/v1/mandates'] });
}

export function ConfirmMandate({ mandate, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const refresh = useRefresh();
  const summary = useSummary(mandate);
  return (
    <ConfirmAct
      open={mandate !== null}
      title={t('mandates.confirmTitle')}
      act={t('mandates.confirm')}
      summary={summary}
      onConfirm={() => call(api.POST('/api/v1/mandates/{id}/confirm', { params: { path: { id: mandate?.id ?? '' } } })).then(refresh)}
      onClose={onClose}
    >
      {t('mandates.confirmText')}
    </ConfirmAct>
  );
}

/** Declines a proposal or revokes a mandate in force; the other side reads the reason. */
export function EndMandate({ how, mandate, onClose }: Props & { readonly how: 'decline' | 'revoke' }) {
  const { t } = useTranslation('organisation');
  const refresh = useRefresh();
  const summary = useSummary(mandate);
  const end = (reason: string): Promise<void> => {
    const init = { params: { path: { id: mandate?.id ?? '' } }, body: { reason } };
    return call(api.POST(`/api/v1/mandates/{id}/${how}`, init)).then(refresh);
  };
  return (
    <ConfirmAct
      open={mandate !== null}
      title={t(`mandates.${how}Title`)}
      act={t(`mandates.${how}`)}
      danger
      summary={summary}
      reason={{ label: t('mandates.endReason'), required: true }}
      onConfirm={end}
      onClose={onClose}
    >
      {t(`mandates.${how}Text`)}
    </ConfirmAct>
  );
}
