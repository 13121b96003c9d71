export default {
  title: 'Register of discharge permits', lead: 'Find the permits of this area, see whether they hold and what they allow, and check certificates.', caption: 'Discharge permits', search: 'Name, site or number, at least two characters', empty: 'No permit has been issued yet',
  tab: { list: 'List', map: 'Map', numbers: 'Numbers' },
  column: { name: 'Holder / site', number: 'Permit number', industry: 'Industry', category: 'Category', issuedOn: 'Issued on', validTo: 'Valid until', status: 'Status' },
  filter: { status: 'Status', category: 'Category', industry: 'Industry', place: 'Town or address' },
  category: { key: 'Key management', simplified: 'Simplified management' },
  status: { valid: 'Valid', expired: 'Expired', revoked: 'Revoked', forfeited: 'Forfeited', withdrawn: 'Withdrawn', cancelled: 'Cancelled' },
  export: { label: 'Download the list:', hint: 'as filtered above, at most 10,000' },
  map: {
    title: 'Permits on the map', group: 'Permits by place. Tab from one to the next, Enter opens; arrows move, plus and minus zoom', in: 'Zoom in', out: 'Zoom out', whole: 'Whole area', count: '{{count}} permits in the picture.', without: '{{count}} more state no coordinates; see the list.',
    several: '{{count}} permits here: zoom in', notice: 'A sketch, not the legal border. Places are the centres stated in the permits (WGS-84).',
  },
  numbers: { valid: '{{count}} permits hold today.', asOf: 'Counted at', years: 'By year', year: 'Year', issued: 'First and anew', renewed: 'Renewed', changed: 'Changed', ended: 'Ended', byIndustry: 'By industry', byCategory: 'By category', byRegion: 'By region' },
  check: {
    title: 'Check of a permit', back: 'Register of permits', at: 'Checked at', imported: 'Taken over from the national platform, {{day}}', importedHint: 'This version was not issued here, so it has no signature and no certificate file of this platform. What the national platform publishes counts.', json: 'Download the whole permit (JSON)', signatureOk: 'The signature holds: the content is unchanged', signatureBad: 'The signature does not hold. Ask the issuing authority', download: 'Download the certificate', withheld: 'Left out as trade secrets: ', technical: 'Signed text (for technical checks)',
    ended: 'This permit has not held since {{day}}: {{status}}', expired: 'This permit ran out on {{day}}', basis: 'Basis: ',
  },
  asOf: { label: 'Show the content of a day', today: 'Back to today', shown: 'This is the content of {{day}} (version {{version}}); status on that day: {{standing}}.' },
  facts: { title: 'Certificate', uscc: 'Credit code', site: 'Site', issuer: 'Issued by', validity: 'Validity' },
  versions: { title: 'Versions', number: 'Version {{number}}', since: 'holds from', compare: 'What changed since version {{number}}', same: 'Nothing public differs', added: 'added', removed: 'removed' },
  business: { new: 'First application', reapply: 'Applied anew', change: 'Change', adjust: 'Adjustment', renew: 'Renewal', reissue: 'Reissue', cancel: 'Cancelling', import: 'Taken over from the national platform', law: 'Changed by law' },
  verify: {
    title: 'Check a certificate', lead: 'Electronic or on paper. The file is read on your device and not sent anywhere.', file: 'An electronic certificate', fileLabel: 'Choose the PDF file', fileHint: 'Any changed number, date or code is found.',
    paper: 'A certificate on paper', paperHint: 'Scan the code for off-line checks and paste its text into the first field; or copy the signed text and the signature from the small print at the end.', line: 'Text of the code, or the signed text', signature: 'SM2 signature (not needed with the code)', check: 'Check',
    keep: 'Without a network', keepHint: 'Save the checking page; it works in a browser without a network and holds the keys of the authority.', save: 'Download the checking page', keys: 'Keys of the authority', kind: 'Kind and version', says: 'What the certificate states: compare it with the one before you', status: 'Whether it was revoked since is told by its status: ',
    verdict: { genuine: 'Genuine: signed by the authority and unchanged', changed: 'Not genuine: changed after signing, or incomplete', stranger: 'Not genuine: signed with a key that is not the authority’s', unsealed: 'This file carries no signature of the whole', 'not-pdf': 'This is not a PDF file', unreadable: 'No signed text was recognised' },
    advice: { genuine: 'Where it differs from the certificate before you, this list is right.', changed: 'Do not rely on it, and tell the authority.', stranger: 'The authority did not issue it. Please tell the authority.', unsealed: 'It may be a scan, a copy saved anew, or an early certificate. Use the check for paper.', 'not-pdf': 'Choose the PDF file downloaded from the platform.', unreadable: 'The signed text begins with 排污许可证 and has bars between its parts. Copy the whole line, and enter the signature.' },
  },
};
