import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';

const FOLDER = process.env['OCDS_SCHEMA'];
const FILES = ['release-schema.json', 'release-package-schema.json', 'record-package-schema.json', 'versioned-release-validation-schema.json'] as const;

/** Draft 4 as it stands in OCDS 1.1: only the names of its keys differ from what Ajv reads. */
function draft7(schema: unknown): object {
  const text = JSON.stringify(schema, (key, value: unknown) => (key === '$schema' || key === 'exclusiveMinimum' ? undefined : value));
  return JSON.parse(text.replace(/^\{"id":/, '{"$id":')) as object;
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\S+$/i;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The official schemas of OCDS 1.1 (https://standard.open-contracting.org/1.1/), when somebody has laid them in the folder that
 * OCDS_SCHEMA names; null without it. A folder that lacks one of them is a mistake, not a pass.
 */
export function official(): { readonly releases: ValidateFunction; readonly records: ValidateFunction } | null {
  if (!FOLDER) return null;
  const missing = FILES.filter(name => !existsSync(join(FOLDER, name)));
  if (missing.length > 0) throw new Error(`OCDS_SCHEMA=${FOLDER} holds no ${missing.join(', ')}`);
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: ADDRESS, 'date-time': TIME } });
  const [, releases, records] = FILES.map(name => draft7(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')))).map(schema => (ajv.addSchema(schema), schema)) as { $id?: string }[];
  const compiled = (schema: { $id?: string } | undefined): ValidateFunction => ajv.getSchema(schema?.$id as string) as ValidateFunction;
  return { releases: compiled(releases), records: compiled(records) };
}
