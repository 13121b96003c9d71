import type { FieldCipher } from '@huanbao/platform';
import type { FirmPerson } from './person.entity';

export class CertificateView {
  kind!: string;
  number!: string;
  validTo!: string | null;
  /** False when the last day has passed. */
  isValid!: boolean;
}

/** A person as the own firm and the bureau of the place see them. The ID number is never shown again but for its tail. */
export class PersonView {
  id!: string;
  name!: string;
  idNumberTail!: string;
  certificates!: CertificateView[];
  isResponsible!: boolean;
  maxTasks!: number;
  /** Tasks in hand. */
  load!: number;
  since!: string;
  leftOn!: string | null;
  /** Registered with another firm as well, and nobody has explained it yet. */
  isFlagged!: boolean;
  version!: number;
}

export class FlagSideView {
  firmId!: string;
  firmName!: string;
  name!: string;
  since!: string;
  leftOn!: string | null;
}

export class PersonFlagView {
  id!: string;
  why!: 'same-person' | 'same-certificate';
  sides!: FlagSideView[];
  /** The certificates they have in common, as kind and number. */
  shared!: string[];
  state!: 'open' | 'cleared' | 'confirmed';
  note!: string | null;
  closedByName!: string | null;
  foundAt!: string;
  version!: number;
  actions!: string[];
}

export class PersonFlagPage {
  items!: PersonFlagView[];
  nextCursor!: string | null;
}

export class EngagementView {
  taskId!: string;
  title!: string;
  startedAt!: string;
  personId!: string | null;
  personName!: string | null;
}

export const NAME_CONTEXT = 'firm_person.name';
export const ID_CONTEXT = 'firm_person.id_number';

export function personView(person: FirmPerson, { cipher, today, load, flagged }: { cipher: FieldCipher; today: string; load: number; flagged: boolean }): PersonView {
  const { id, idNumberTail, isResponsible, maxTasks, since, leftOn, version } = person;
  return {
    id, idNumberTail, isResponsible, maxTasks, since, leftOn, version, load, isFlagged: flagged,
    name: cipher.decrypt(person.nameCipher, NAME_CONTEXT),
    certificates: person.certificates.map(one => ({ ...one, isValid: one.validTo === null || one.validTo >= today })),
  };
}
