import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];

export type PermitRow = Schemas['PermitRowView'];
export type PublicPermit = Schemas['PublicPermitView'];
export type Version = Schemas['PublicVersionView'];
export type Differences = Schemas['PublicDifferencesView'];
export type RegisterMap = Schemas['RegisterMapView'];
export type MapPlace = Schemas['MapPlaceView'];
export type RegisterNumbers = Schemas['RegisterNumbersView'];
export type SigningKeys = Schemas['SigningKeysView'];

export const registerPath = '/api/v1/public/permits';

export const STANDINGS = ['valid', 'expired', 'revoked', 'forfeited', 'withdrawn', 'cancelled'] as const;
const TONES: Readonly<Record<string, Tone>> = { valid: 'success', expired: 'warning', revoked: 'danger', forfeited: 'danger', withdrawn: 'danger', cancelled: 'muted' };
export const toneOf = (status: string): Tone => TONES[status] ?? 'neutral';

/** Names of filters in the address; the list, the map and the exported file share them. */
export const FILTERS = ['status', 'category', 'industry', 'place'] as const;
