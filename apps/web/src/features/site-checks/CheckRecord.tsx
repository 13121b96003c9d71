import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { SiteCheck } from './model';

/** A check as it stands: order, answers, photos with their proof, signatures. */
export function CheckRecord({ check }: { readonly check: SiteCheck }) {
  const { t } = useTranslation('site-checks');
  const { report } = check;
  const no = (report?.answers ?? []).filter(one => one.answer === 'no');
  return (
    <div className="hb-stack">
      <div className="hb-row">
        <StatusTag tone={check.state === 'reported' ? 'success' : check.state === 'ordered' ? 'warning' : 'muted'}>{t(`state.${check.state}`)}</StatusTag>
        <DateText value={check.plannedOn} />
        <span>{check.officers.map(one => one.name).join('、')}</span>
        {check.reportFileId && <a href={`/api/v1/files/${check.reportFileId}/content`}>{t('paper')}</a>}
      </div>
      <p>{check.reason}</p>
      {report && (
        <>
          <p>
            <strong>{t(`conclusions.${report.conclusion}`)}</strong>：{report.findings}
          </p>
          <p className="hb-muted">{t('result', { total: report.answers.length, no: no.length })}</p>
          {no.length > 0 && <ul>{no.map(one => <li key={one.key}>{`${check.items.find(item => item.key === one.key)?.question ?? one.key}：${one.note ?? ''}`}</li>)}</ul>}
        </>
      )}
      {check.photos.length > 0 && (
        <ul className="hb-plain-list">
          {check.photos.map(photo => (
            <li key={photo.id} className="hb-row">
              <a href={`/api/v1/files/${photo.fileId}/content`}>{photo.itemKey?.split(':')[1] ?? t('photo')}</a>
              <DateText value={photo.capturedAt ?? photo.receivedAt} time />
              <span>{photo.distanceM === null ? t('noPlace') : t('distance', { metres: photo.distanceM })}</span>
              <span className="hb-num hb-small hb-muted" title={photo.sm3}>{`SM3 ${photo.sm3.slice(0, 12)}…`}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
