import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type Registration = Schemas['RegistrationView'];
export type RegistrationRow = Schemas['RegistrationRowView'];
export type PublicRegistration = Schemas['PublicRegistrationView'];
export type RegistrationForm = Schemas['RegistrationFormView'];
export type PrintedRegistration = Schemas['PrintedRegistrationView'];
export type RegistrationNumbers = Schemas['RegistrationNumbersView'];

export const publicRegistrationsPath = '/api/v1/public/permit-registrations';
export const registrationsPath = '/api/v1/permit-registrations';
export const formPath = `${registrationsPath}/form`;
export const STATUS_TONES: Readonly<Record<RegistrationRow['status'], Tone>> = { valid: 'success', expired: 'warning', cancelled: 'muted' };
