import type { Form } from '../form/field';

/** A number of degrees as the form writes it. */
const DEGREES = /^-?\d{1,3}(\.\d{1,12})?$/;

/** Where the form says the site lies, in degrees (CGCS2000); null for what is no number of degrees. Pure. */
export function placeOf(form: Form): { longitude: number | null; latitude: number | null } {
  const location = form.basic?.['location'] as Partial<Record<'longitude' | 'latitude', unknown>> | null | undefined;
  const degrees = (value: unknown): number | null => (typeof value === 'string' && DEGREES.test(value) ? Number(value) : null);
  return { longitude: degrees(location?.longitude), latitude: degrees(location?.latitude) };
}
