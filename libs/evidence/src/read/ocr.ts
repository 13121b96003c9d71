import { execFile } from 'node:child_process';
import { Injectable } from '@nestjs/common';

const PAGE_MS = 60_000;
const MOST_OUTPUT = 4 * 1024 * 1024;
const MEMORY_KB = 1_500_000;
const LANGUAGE = 'chi_sim';
/** Nothing of our own settings; one thread, for the worker has other work. */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', OMP_THREAD_LIMIT: '1' };

/** Words in pictures, by tesseract where it is installed with Chinese. It needs no network; without it nothing fails. */
@Injectable()
export class Ocr {
  private answer?: Promise<boolean>;

  /** Asked once for each process. */
  isAvailable(): Promise<boolean> {
    this.answer ??= run('tesseract', ['--list-langs']).then(languages => languages?.split('\n').includes(LANGUAGE) ?? false);
    return this.answer;
  }

  /** null when the page took too long, too much memory, or could not be read. */
  read(file: string): Promise<string | null> {
    // one block of text: tables keep their lines together
    return run('/bin/sh', ['-c', `ulimit -v ${MEMORY_KB}; exec tesseract "$1" stdout -l ${LANGUAGE} --psm 6`, 'sh', file]);
  }
}

function run(command: string, given: readonly string[]): Promise<string | null> {
  return new Promise(resolve => {
    execFile(command, [...given], { env: ENVIRONMENT, timeout: PAGE_MS, killSignal: 'SIGKILL', maxBuffer: MOST_OUTPUT }, (error, stdout) => resolve(error ? null : stdout));
  });
}
