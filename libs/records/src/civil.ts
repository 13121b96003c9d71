import { SHANGHAI_OFFSET_MS } from '@huanbao/platform';

/** `2026-11-24 09:30` in Asia/Shanghai: as people write it and as a spreadsheet shows it. */
export const civilMinute = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
