import type { components } from '@/api/schema';

export type SiteCheck = components['schemas']['SiteCheckView'];
export type Teamwork = components['schemas']['TeamworkView'];
export type Supervision = components['schemas']['SupervisionView'];
export type Workload = components['schemas']['WorkloadView'];
