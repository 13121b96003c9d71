// A project as TypeScript sees it, for what asks about types more than once.
import ts from 'typescript';
import { inRoot, root } from './paths.mjs';

/** How diagnostics are written. */
export const HOST = { getCurrentDirectory: () => root, getCanonicalFileName: name => name, getNewLine: () => '\n' };

/** The program of a tsconfig.json, named from the project's root. */
export function programOf(config) {
  const fail = diagnostic => {
    throw new Error(ts.formatDiagnostic(diagnostic, HOST));
  };
  const { fileNames, options, projectReferences, errors } = ts.getParsedCommandLineOfConfigFile(inRoot(config), { noEmit: true }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail });
  return ts.createProgram({ rootNames: fileNames, options, projectReferences, configFileParsingDiagnostics: errors });
}
