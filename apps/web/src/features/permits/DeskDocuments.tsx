import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DocumentsCheck } from '@/features/evidence/DocumentsCheck';
import type { Application } from './model';
import type { Flags } from './use-flags';

const BASIS = '排污许可管理条例 第八条';

/** Documents against the form on the officer's desk: a difference goes into the request for correction with one click. */
export function DeskDocuments({ application, flags }: { readonly application: Application; readonly flags: Flags }) {
  const { t } = useTranslation('evidence');
  const correctable = application.actions.includes('permit-application.request-correction');
  return (
    <DocumentsCheck
      applicationId={application.id}
      acts={finding => {
        const { pointer, mend } = finding;
        if (!correctable || pointer === null) return null;
        return (
          <Button size="small" disabled={flags.has(pointer)} onClick={() => flags.add({ pointer, label: t(`finding.${finding.kind}`), requirement: mend.zh, reason: BASIS })}>
            {t(flags.has(pointer) ? 'check2.asked' : 'check2.ask')}
          </Button>
        );
      }}
    />
  );
}
