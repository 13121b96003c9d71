import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { EnvelopeDto } from '../dto/envelope.dto';
import type { StoredEnvelope } from '../marketplace.entity';

/** The envelope as this version of the form writes it; a row edited by hand may hold anything. */
export function isEnvelope(envelope: unknown): envelope is StoredEnvelope {
  const given = plainToInstance(EnvelopeDto, envelope);
  return given instanceof EnvelopeDto && validateSync(given, { forbidUnknownValues: true }).length === 0;
}
