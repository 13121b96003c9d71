import { sm3 } from '@huanbao/platform';
import type { CertificateFacts } from './content';

export interface SignedFacts extends CertificateFacts {
  /** SM3 of the content of the permit. */
  readonly contentHash: string;
  /** SM3 of the conditions that hold on the first day of the version. */
  readonly conditionsHash: string;
}

/** Begins the line of certificates whose conditions are signed with them. */
export const SIGNED_WITH_CONDITIONS = '排污许可证/3';

const CATEGORY: Readonly<Record<string, string>> = { key: '重点管理', simplified: '简化管理' };

/** What stands between two parts cannot stand in one of them, nor can a line end: a name must not be read as two facts. */
const line = (parts: readonly string[]): string => parts.map(part => part.replaceAll('|', '／').replace(/[\r\n]+/g, ' ')).join('|');

/**
 * The line that is signed with SM2 and printed on the certificate, with every fact of 正本 in it: whoever alters a printed
 * fact breaks the signature, and it can be checked without this platform. One hash is of content and conditions together: 正本 is one page.
 */
export function signedTextOf(facts: SignedFacts): string {
  return line([SIGNED_WITH_CONDITIONS, ...printedFacts(facts), `SM3:${sm3(`${facts.contentHash} ${facts.conditionsHash}`)}`]);
}

/** The digest as it stands at the end of the line, with its kind: `SM3:…`. */
export const digestIn = (signedText: string): string => signedText.slice(signedText.lastIndexOf('|') + 1);

/** The line of certificates signed in November 2026: the conditions of the permit were not in it. */
export function signedTextWithoutConditions(facts: SignedFacts): string {
  return line(['排污许可证/2', ...printedFacts(facts), `SM3:${facts.contentHash}`]);
}

function printedFacts(facts: SignedFacts): string[] {
  return [
    facts.number, facts.enterpriseName, facts.uscc, facts.legalRepresentative, `${facts.siteName}（${facts.siteAddress}）`,
    `${facts.industryName}（${facts.industryCode}）`, CATEGORY[facts.managementCategory] ?? facts.managementCategory,
    `${facts.validFrom}/${facts.validTo}`, facts.issuer, facts.issuedOn,
  ];
}

/** The line of certificates signed until November 2026: without legal representative, address, industry and category. */
export function formerSignedTextOf(facts: SignedFacts): string {
  return line(['排污许可证', facts.number, facts.enterpriseName, facts.uscc, facts.siteName, `${facts.validFrom}/${facts.validTo}`, facts.issuer, facts.issuedOn, `SM3:${facts.contentHash}`]);
}

/** Whether a signed line says what the record says, in today's form or in one of those before. */
export function saysTheSame(signedText: string, facts: SignedFacts): boolean {
  return [signedTextOf, signedTextWithoutConditions, formerSignedTextOf].some(form => signedText === form(facts));
}
