import { start, type WorkerScope } from './worker';

declare const __FIELD_BUILD__: Parameters<typeof start>[1];

start(self as unknown as WorkerScope, __FIELD_BUILD__);
