import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  unmask: { act: 'Show the whole number', title: 'Show the whole contact number?', text: 'It goes on record: who, when and why.', reason: 'Reason' },
  organisations: {
    title: 'Verification of organisations',
    awaitingCorrection: 'Rejected. Once the organisation corrects and saves its details, it comes back by itself.',
    one: 'Organisation',
    lead: 'Compare the details with the public register before you decide.',
    name: 'Name',
    uscc: 'Credit code',
    reason: 'Remark (the organisation will read it)',
    act: { verify: 'Verify', reject: 'Do not approve', suspend: 'Suspend', reinstate: 'Reinstate' },
    ask: { verify: 'Verify this organisation?', reject: 'Refuse this organisation?', suspend: 'Suspend this organisation?', reinstate: 'Reinstate this organisation?' },
    effect: {
      verify: 'It may then submit applications, publish tasks or bid.',
      reject: 'It receives your remark, may correct the details and submit again.',
      suspend: 'It can submit nothing new, and its mandates stop. Cases under way are not affected.',
      reinstate: 'It may act as before.',
    },
  },
};

export default en;
