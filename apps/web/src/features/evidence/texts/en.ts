import type { Same } from '@/i18n';
import type zh from './zh-CN';

const texts: Same<typeof zh> = {
  status: { standing: 'Stands', contested: 'Repudiated, to be decided', void: 'Does not count', confirmed: 'Stands (repudiation dismissed)' },
  list: {
    title: 'Signatures', lead: 'What was signed in the name of your organisation or yourself, kept as it was seen; nothing of it can be changed.', leadBureau: 'What was signed towards this authority. Decide on repudiated ones before the procedure goes on.',
    search: 'Act, organisation or signer', whose: 'Whose', mine: 'Only mine', empty: 'Nothing signed yet', emptyHint: 'Records appear here after a commitment or a submission.',
    column: { what: 'What', owner: 'Organisation', signer: 'Signer', at: 'Signed', status: 'Status' },
  },
  record: {
    facts: 'The signing', what: 'What', owner: 'Organisation', signer: 'Signer', behalf: 'On behalf', behalfYes: 'Signed under a mandate of the organisation', at: 'Signed', ip: 'Address', agent: 'Device', agreed: 'Text agreed to', agreedBefore: 'The commitment was signed before, separately', number: 'Record number', notKept: 'Not recorded',
    holds: 'The record is as it was signed, and the signature of the platform holds.', broken: 'The record does not fit its signature. Tell the administrator of the platform at once.', pdf: 'Download the PDF', content: 'Download the data', drawing: 'The PDF is being drawn and will appear shortly',
  },
  repudiation: { title: 'This signature was repudiated', waiting: 'The bureau looks into it. No decision is made and no permit issued meanwhile.', upheld: 'Upheld: the signature does not count', dismissed: 'Dismissed: the signature stands' },
  act: {
    repudiate: 'It was not me', repudiateTitle: 'Repudiate this signature?', repudiateMeans: 'What rests on it stops at once and the bureau will contact you. Change your password too, and end sessions you do not know.', reason: 'Why it cannot have been you (the bureau reads it)', reasonExample: 'For example: I was away that day and did not sign in',
    uphold: 'Uphold', upholdTitle: 'Decide that the signature does not count?', upholdMeans: 'The submission falls with it: an undecided application ends, a decided one goes to the approver for revocation. This cannot be undone.', dismiss: 'Dismiss', dismissTitle: 'Decide that the signature stands?', dismissMeans: 'The procedure goes on. Whoever repudiated it reads your reasons. This cannot be undone.', reasons: 'What was found, and the reasons (the parties read them)', reasonsExample: 'For example: address and device as usual; confirmed by telephone',
  },
  verify: {
    title: 'Check without this platform', step1: 'Download the data as content.json, and the three files below.', step2: 'The SM3 digest of content.json must be the one at the end of the signed line.', step3: 'Check the signed line with the public key; Verified OK means that this platform signed it. Needs OpenSSL 3.',
    line: 'Signed line', signature: 'SM2 signature', key: 'Public key', hash: 'Digest of the content (SM3)', paperSm3: 'Digest of the PDF (SM3)', paperSha256: 'Digest of the PDF (SHA-256)',
  },
  check: {
    title: 'Check a signature', lead: 'You hold a copy of record: see here whether this platform made it and whether it was repudiated.', file: 'Choose the PDF', fileHelp: 'The file stays on your device; only its digest is compared.', fileFailed: 'This browser cannot compute the digest. Enter the one printed at the end of the record instead.', act: 'Check', asking: 'Checking…', facts: 'Result', at: 'Checked',
    unknown: 'This platform has no such record', unknownHint: 'The file was altered, if only by a character, or is not from here. Try the original file.', standing: 'Genuine; the signature stands', confirmed: 'Genuine; the signature stands. It was repudiated, and that was dismissed', contested: 'Genuine, but the signer has repudiated it; it is being looked into', void: 'Genuine, but the signature was found not to hold and does not count', broken: 'The record does not fit its signature; tell the administrator',
  },
};

export default texts;
