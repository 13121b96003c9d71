import type { Same } from '@/i18n';
import type zh from './zh-CN';

const texts: Same<typeof zh> = {
  status: { valid: 'Valid', expired: 'Expired', cancelled: 'Cancelled' },
  kind: { first: 'First registration', change: 'Change', renew: 'Renewal', cancel: 'Cancellation', restore: 'Restored' },
  list: {
    title: 'Registrations', lead: 'Units with very small discharges need no permit; they register.', new: 'Register', search: 'Enterprise, site or number of the receipt', empty: 'No registration yet', emptyHint: 'A few questions tell whether registration is enough; the receipt is there at once.',
    column: { name: 'Enterprise / site', number: 'Receipt', industry: 'Industry', validTo: 'Valid to', left: 'Left', status: 'Status' }, region: 'Region', endsWithin: 'Ends', withinDays: 'within {{days}} days',
  },
  file: {
    title: 'Register', lead: 'Choose the site, answer the questions, fill in the form: the receipt is there at once, without approval or fee.', site: 'Site', siteHelp: 'Add a missing site under “My organisation” first.', form: 'The form', because: 'Registration by the catalogue: ', submit: 'Register',
    promise: 'What is stated is true, exact and complete; changes are registered within twenty days', promiseNeeded: 'Confirm that what you state is true, exact and complete',
  },
  change: { title: 'Change of registration', lead: 'Alter what changed; below the form the answers of the classification. What needs a permit now cannot be registered. A new receipt follows.', submit: 'File the change' },
  detail: {
    record: 'Copy of record', promise: 'By renewing you confirm: {{words}}', receipt: 'Receipt', drawing: 'The receipt is being drawn…', change: 'Change', renew: 'Renew', renewTitle: 'Renew for five years?', renewText: 'Valid to {{day}}. Renew only when nothing changed; otherwise file the change first.', national: 'Enter the national number', nationalLabel: 'Number of the national platform', nationalText: 'Enter the number the national platform gave.', save: 'Save',
    cancel: 'Cancel it', cancelTitle: 'Cancel this registration?', cancelReason: 'Reason', cancelText: 'For a unit that closed, moved or now holds a permit. Discharging again needs a new registration.', history: 'History', occurred: 'Changed on {{day}}',
  },
  facts: { title: 'Registration', national: 'National number', nationalNone: 'Not entered yet', uscc: 'Credit code', validity: 'Validity', renewable: 'Renewal', renewableFrom: 'From {{day}} on', basis: 'Class', entry: 'Entry {{no}}', content: 'Content' },
  public: { title: 'Registrations', lead: 'Registered units of the region; check a receipt.', empty: 'None', check: 'Check of a receipt', checkedAt: 'Checked at', signatureOk: 'The signature holds; nothing was altered', signatureBad: 'The signature does not hold. Ask the bureau.', technical: 'Signed text' },
};

export default texts;
