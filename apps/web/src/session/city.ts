import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { PublicCity } from '@/api/contract';

const A_DAY_MS = 86_400_000;

/** The city this platform serves. It is configuration of the server; the web knows no place name. */
export function useCity(): PublicCity | undefined {
  return useQuery({
    queryKey: ['/api/v1/public/city'],
    queryFn: () => call<PublicCity>(api.GET('/api/v1/public/city')),
    staleTime: A_DAY_MS,
  }).data;
}

/** e.g. 孝义市环保管家. */
export function useSiteName(): string {
  const { t } = useTranslation();
  const city = useCity();
  return city ? t('site.nameOf', { city: city.name }) : t('site.name');
}
