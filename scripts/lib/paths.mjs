// Where things lie. No script imports a package at its top: in a fresh checkout none is installed yet.
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the checkout. */
export const inRoot = (...parts) => join(root, ...parts);

/** Where tests leave what a person may want to look at afterwards. Ignored by git. */
export const artifacts = inRoot('test/.artifacts');

/** Whether this file is the one that was started, not one that was imported. */
export const isMain = url => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
