import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';

export const fileStored = defineEvent<{ fileId: string }>('file.stored');
export const fileTextReady = defineEvent<{ fileId: string }>('file.text-ready');
export const fileInfected = defineEvent<{ fileId: string }>('file.infected');

export const scanFile = defineJob<{ fileId: string }>('file.scan', { queue: 'documents', on: fileStored });
export const extractText = defineJob<{ fileId: string }>('file.extract-text', { queue: 'documents', on: fileStored });
export const tellInfected = defineJob<{ fileId: string }>('file.tell-infected', { queue: 'quick', on: fileInfected });
export const sweepBlobs = defineJob<Record<string, never>>('file.sweep', { queue: 'documents' });

defineSchedule(sweepBlobs, { minutes: 30 });
