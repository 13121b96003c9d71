import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Readable } from 'node:stream';
import type { SealedUpload } from './bids.service';
import { CIPHERTEXT_LIMIT_BYTES } from './bids.service';
import { EnvelopeDto } from './dto/envelope.dto';
import { wrongSealingKeys } from './marketplace.errors';

interface FieldPart {
  readonly type: 'field';
  readonly fieldname: string;
  readonly value: unknown;
}
interface FilePart {
  readonly type: 'file';
  readonly fieldname: string;
  readonly file: Readable;
}

export interface MultipartRequest {
  parts(options: object): AsyncIterableIterator<FieldPart | FilePart>;
  isMultipart(): boolean;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const ENVELOPE_LIMIT_BYTES = 16 * 1024;

/** Reads `envelope` (first) and the stream of `ciphertext` from a multipart request. @throws 400 for any other form. */
export async function readSealedUpload(request: MultipartRequest): Promise<SealedUpload> {
  if (!request.isMultipart()) throw wrongSealingKeys();
  const limits = { limits: { files: 1, fields: 1, fieldSize: ENVELOPE_LIMIT_BYTES, fileSize: CIPHERTEXT_LIMIT_BYTES + 1 } };
  let envelope: EnvelopeDto | undefined;
  for await (const part of request.parts(limits)) {
    if (part.type === 'field' && part.fieldname === 'envelope') envelope = parseEnvelope(part.value);
    else if (part.type === 'file' && envelope) return { envelope, ciphertext: part.file, device: deviceOf(request) };
    else if (part.type === 'file') part.file.resume();
  }
  throw wrongSealingKeys();
}

function parseEnvelope(value: unknown): EnvelopeDto {
  let raw: unknown;
  try {
    raw = JSON.parse(String(value));
  } catch {
    throw wrongSealingKeys();
  }
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) throw wrongSealingKeys();
  const envelope = plainToInstance(EnvelopeDto, raw);
  if (validateSync(envelope, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }).length > 0) throw wrongSealingKeys();
  return JSON.parse(JSON.stringify(envelope)) as EnvelopeDto;
}

/** `X-Device`: a random word that one browser keeps. Anything else is as good as none. */
function deviceOf({ headers }: MultipartRequest): string | null {
  const word = headers['x-device'];
  return typeof word === 'string' && /^[0-9a-f]{32}$/.test(word) ? word : null;
}
