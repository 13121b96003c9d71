import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  profile: { title: 'Personal details', details: 'Name and phone',
    phoneNow: 'Registered: {{phone}}. Leave empty to keep it.', organisations: 'My organisations', noOrganisations: 'You belong to no organisation yet. Ask an administrator for an invitation, or register your organisation.' },
  display: { title: 'Language and display', language: 'Language', size: 'Text size', contrast: 'Contrast', normal: 'Standard', large: 'Large', high: 'High' },
  security: {
    title: 'Sign-in and security',
    expired: 'Your password is more than 90 days old. Change it now.',
    password: 'Change password',
    changePassword: 'Change password',
    passwordChanged: 'Password changed; other devices have to sign in again',
    sessions: 'Signed-in devices',
    sessionsLead: 'If you do not know a device, sign it out and change your password.',
    thisDevice: 'This device',
    unknownDevice: 'Unknown device',
    device: 'Device',
    lastSeen: 'last used',
    end: 'Sign it out',
    endOthers: 'Sign out all other devices',
    endOthersTitle: 'Sign out all other devices?',
    endTitle: 'Sign this device out?',
  },
  totp: {
    title: 'Two-step verification',
    on: 'On',
    off: 'Off',
    lead: 'Besides the password you enter 6 digits from an app on your phone. Required for accounts of the bureau.',
    begin: 'Turn on',
    again: 'Use another phone',
    secret: 'Cannot scan? Type:',
    secretName: 'secret',
    step1: 'Open an authenticator app on your phone (any that supports TOTP).',
    step2: 'Scan the code on the left.',
    step3: 'Enter the 6 digits the app shows.',
    confirm: 'Verify and turn on',
    codesTitle: 'Keep these recovery codes',
    codesLead: 'If the phone is lost, one of them replaces the digits; each works once. They are not shown again.',
    copyAll: 'Copy all',
    kept: 'I have kept them',
  },
  notices: { title: 'Notification settings', lead: 'Choose what also comes by mail. Statutory notices always appear in the app.', topic: 'About', inApp: 'In the app', mail: 'Mail', always: 'always' },
};

export default en;
