import { defineEvent, defineJob } from '@huanbao/platform';

/** A registration was filed, changed, prolonged or cancelled: its version `number`. */
export const registrationFiled = defineEvent<{ registrationId: string; number: number }>('permit-registration.filed');

/** Draws the receipt. */
export const drawRegistrationReceipt = defineJob<{ registrationId: string; number: number }>('permit-registration.draw-receipt', { queue: 'documents', on: registrationFiled });
