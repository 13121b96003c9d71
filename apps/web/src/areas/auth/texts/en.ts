import type { Same } from '@/i18n';
import type zh from './zh-CN';

const en: Same<typeof zh> = {
  backToLogin: 'Back to sign-in',
  login: {
    title: 'Sign in',
    submit: 'Sign in',
    expired: 'Your session has expired. Sign in again; what you typed is kept and you return to the same page.',
    forgot: 'Forgot your password?',
    register: 'Register an enterprise or firm',
    solving: 'A short security check, one or two seconds…',
  },
  totp: { title: 'Step two: authentication code', lead: 'Your account uses two-step verification.', submit: 'Verify and sign in', back: 'Use another account', setUpTitle: 'First turn on two-step verification', setUpLead: 'Your post requires it. Set it up once; later you enter 6 digits when signing in.' },
  forgot: {
    title: 'Reset your password',
    lead: 'Enter your e-mail. We send a link that is valid for 30 minutes.',
    submit: 'Send the letter',
    sentTitle: 'Check your mail',
    sent: 'If {{email}} belongs to an account, a letter with a link arrives within minutes.',
    sentHint: 'Nothing arrived? Look into the junk folder, or check the address and try again.',
  },
  reset: {
    title: 'Choose a new password',
    lead: 'All other devices will be signed out.',
    submit: 'Set the password',
    doneTitle: 'Password changed',
    done: 'Sign in with your new password.',
    badTitle: 'The link is incomplete',
    bad: 'Open it from the letter again, or ask for another one.',
    again: 'Ask for another link',
  },
  invitation: {
    title: 'Accept the invitation',
    leadOf: 'You are invited to join {{name}}; your account is {{email}}.',
    submit: 'Accept',
    doneTitle: 'You have joined',
    done: 'Your account is ready. Please sign in.',
    badTitle: 'The link is incomplete',
    bad: 'Open it from the letter again; if it has expired, ask the administrator for another one.',
  },
  register: {
    title: 'Register an organisation',
    lead: 'Each organisation registers once; its administrator then invites colleagues. The bureau verifies the details afterwards.',
    kind: 'What kind of organisation are you?',
    kinds: {
      enterprise: { title: 'Enterprise or institution with discharges', text: 'Apply for permits, publish service tasks, file reports' },
      firm: { title: 'Environmental service firm', text: 'Take on consulting, monitoring, treatment and disposal; act for enterprises' },
    },
    agree: 'I may register this organisation, the details are true, and I agree to the',
    privacy: 'privacy notice',
    mustAgree: 'Tick the agreement before you submit',
    submit: 'Submit registration',
    haveAccount: 'I have an account',
    doneTitle: 'Registration submitted',
    done: 'What happens next:',
    next: {
      mail: 'The administrator receives a letter.',
      verify: 'The bureau verifies the organisation; the result comes by mail and in the app.',
      enterprise: 'Meanwhile you may sign in, draft permit applications and invite colleagues.',
      firm: 'Meanwhile you may sign in, add qualifications and invite colleagues; bidding opens after verification.',
    },
  },
};

export default en;
