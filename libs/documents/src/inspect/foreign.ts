import { filetypeinfo } from 'magic-bytes.js';
import type { Found } from '../documents.errors';

/** Programs and scripts by their first bytes, whatever they call themselves. */
const PROGRAMS: readonly (readonly [RegExp, Found])[] = [
  [/^MZ/, { zh: ' Windows 程序（exe、dll）', en: 'a Windows program (exe, dll)' }],
  [/^\x7fELF/, { zh: ' Linux 程序（ELF）', en: 'a Linux program (ELF)' }],
  [/^(\xcf\xfa\xed\xfe|\xce\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf])/, { zh: ' macOS 程序', en: 'a macOS program' }],
  [/^\xca\xfe\xba\xbe/, { zh: ' Java 程序（class）', en: 'a Java program (class)' }],
  [/^#!/, { zh: '脚本', en: 'a script' }],
  [/^\x00asm/, { zh: ' WebAssembly 程序', en: 'a WebAssembly program' }],
  [/^L\x00\x00\x00\x01\x14\x02\x00/, { zh: ' Windows 快捷方式（lnk）', en: 'a Windows shortcut (lnk)' }],
  [/^\s*(<\?php|@echo off)/i, { zh: '脚本', en: 'a script' }],
];

const WORDS: Readonly<Record<string, Found>> = {
  zip: { zh: '压缩包（zip）', en: 'an archive (zip)' },
  rar: { zh: '压缩包（rar）', en: 'an archive (rar)' },
  '7z': { zh: '压缩包（7z）', en: 'an archive (7z)' },
  gz: { zh: '压缩包（gz）', en: 'an archive (gz)' },
  doc: { zh: '旧版或加密的 Office 文件', en: 'an old or encrypted Office file' },
  web: { zh: '网页或 SVG', en: 'a web page or SVG' },
  text: { zh: '纯文本', en: 'plain text' },
};

const latin = (head: Buffer): string => head.toString('latin1');

export function programIn(head: Buffer): Found | undefined {
  const text = latin(head);
  return PROGRAMS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Best guess of what a refused file is, so that people know what to save differently. */
export function foreignWord(head: Buffer): Found | undefined {
  const text = latin(head);
  if (text.startsWith('\xd0\xcf\x11\xe0')) return WORDS['doc'];
  if (/^\s*(\xef\xbb\xbf)?<(!doctype html|html|svg|\?xml|script)/i.test(text)) return WORDS['web'];
  const ending = filetypeinfo(head).find(guess => guess.extension)?.extension;
  if (ending) return WORDS[ending] ?? { zh: ` ${ending} 格式`, en: `of the kind ${ending}` };
  return head.includes(0) ? undefined : WORDS['text'];
}
