import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import './standards.css';
import { CompareButton } from './CompareDrawer';
import type { ApplicableLimit } from './model';

/** Sections with concentrations that have a limit. */
const SECTIONS: ReadonlySet<string> = new Set(['air-limits', 'fugitive', 'water-limits', 'noise']);

/** The strictest limits at the fields of a section; asked again after each save. */
export function useLimits(applicationId: string, section: string): ReadonlyMap<string, ApplicableLimit> {
  const limits = useQuery({ ...readPath<ApplicableLimit[]>(`/api/v1/permit-applications/${applicationId}/applicable-limits`, { section }), enabled: SECTIONS.has(section), meta: { live: false }, refetchOnWindowFocus: false });
  return useMemo(() => new Map((limits.data ?? []).map(one => [one.pointer, one])), [limits.data]);
}

/** Beside the field of a concentration: the strictest limit, its standard, whether it was verified, and the comparison. */
export function LimitHint({ limit }: { readonly limit: ApplicableLimit | undefined }) {
  const { t } = useTranslation('standards');
  if (!limit) return null;
  const about = `${limit.place} ${textOf(limit.pollutantTitle)}`;
  return (
    <p className="hb-limit__hint hb-small">
      {limit.value === null ? textOf(limit.summary) : t(limit.verified ? 'hint.verified' : 'hint.unverified', { value: limit.value, unit: limit.unit ?? '', standard: limit.standard ?? '' })}
      {limit.question && <CompareButton title={about} about={about} question={limit.question} />}
    </p>
  );
}
