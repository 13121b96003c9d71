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
  check2: {
    title: 'Documents against the form', lead: 'Key numbers of the approval and the monitoring report are read and compared with the form. A hint only; it stops nothing.', none: 'No documents yet.', reading: 'Reading {{name}}', agree: '{{count}} document(s) read, no difference found.', differ: '{{count}} difference(s) from the form. Please check.', nothing: 'No approval or monitoring report was found in the documents.',
    go: 'Check', document: 'Where', page: '{{name}}, page {{page}}', says: 'The document says', form: 'The form says', found: 'All numbers that were read', ocr: 'scan, recognised, may be wrong', onPage: 'page {{page}}', ask: 'Ask for correction', asked: 'Listed for correction',
  },
  reason: { 'no-ocr': 'Scans cannot be read here; compare by eye', 'nothing-recognised': 'No words were found; compare by eye', encrypted: 'Protected by a password; cannot be read', damaged: 'Cannot be read; is it damaged?', 'too-long': 'Too long to be read whole; compare by eye', 'too-large': 'Too large to be read whole; compare by eye' },
  kind: { approval: 'EIA approval', monitoring: 'Monitoring report', other: 'Other' },
  finding: { 'approval-number': 'Number of approval differs', 'approval-date': 'Date of approval differs', total: 'Approved total differs', 'approved-concentration': 'Concentration demanded by the approval differs', concentration: 'Measured above the limit', 'date-order': 'Dates contradict', cma: 'No CMA number found' },
  suspicion: {
    title: 'Documents compared', lead: 'What documents of different applicants have in common, and times and places that cannot be. For a person to judge; applicants do not see it.', search: 'Enterprise or hint', from: 'Found from', to: 'To', empty: 'Nothing found', emptyHint: 'Documents are compared when an application or a report is handed in.', elsewhere: 'An applicant elsewhere', application: 'Open the application', report: 'Open the report', noVerdict: 'A hint of the machine, no verdict. Look at both sides and decide.',
    column: { what: 'Hint', who: 'Enterprises', strength: 'Strength', state: 'State', at: 'Found' },
    kind: { 'same-file': 'The same file', 'same-report': 'The same report number', 'same-table': 'The same measured values', 'same-text': 'The same words', 'same-image': 'The same picture', 'same-stamp': 'The same stamp', 'same-author': 'The same author', 'impossible-time': 'Dates contradict', 'impossible-place': 'Wrong place' },
    why: {
      'same-file': 'Two enterprises uploaded one file. Fine for public papers; not for reports and photos.', 'same-report': 'A laboratory uses a number once. One of the two may have been altered.', 'same-table': 'Several rows of measured values are equal to the last digit; two samplings do not agree so by chance.', 'same-text': 'Most of the words are the same: a common template, or a copy.', 'same-image': 'Both documents hold one picture.', 'same-stamp': 'The stamps coincide although the laboratories differ; it may be a pasted picture.', 'same-author': 'Both files were made by one author, as agents do.', 'impossible-time': 'Dates contradict each other or lie after the upload.', 'impossible-place': 'The photo was taken far from the site.',
    },
    strength: { strong: 'Strong', medium: 'Medium', weak: 'Weak' },
    state: { open: 'To look at', dismissed: 'Nothing', clue: 'Clue' },
    act: { dismiss: 'It is nothing', clue: 'Make it a clue', dismissTitle: 'Decide that it is nothing?', clueTitle: 'Pass it to enforcement?', reason: 'Reason', dismissExample: 'For example: both rest on one approval of the park', clueExample: 'For example: four rows agree to the last digit', dismissMeans: 'The hint is closed; the reason is kept.', clueMeans: 'Enforcers are told. The application goes on; say in your opinion whether it matters for the permit.' },
  },
};

export default texts;
