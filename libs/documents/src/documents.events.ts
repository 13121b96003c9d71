import { defineEvent, defineJob } from '@huanbao/platform';

export const fileStored = defineEvent<{ fileId: string }>('file.stored');
export const fileTextReady = defineEvent<{ fileId: string }>('file.text-ready');
export const fileInfected = defineEvent<{ fileId: string }>('file.infected');

export const scanFile = defineJob<{ fileId: string }>('file.scan', { queue: 'documents', on: fileStored });
export const extractText = defineJob<{ fileId: string }>('file.extract-text', { queue: 'documents', on: fileStored, attempts: 3 });
