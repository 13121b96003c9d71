import { canonicalJson, sm3 } from '@huanbao/platform';
import type { PermitCondition } from '../life/permit-limit.entity';

/** What a condition demands, as it was laid down; when it ends is a matter of later versions. */
type Demand = Pick<PermitCondition, 'libraryCode' | 'libraryVersion' | 'title' | 'kind' | 'subject' | 'subjectCode' | 'text' | 'legalBasis' | 'isPublic' | 'duty' | 'validFrom' | 'fromVersion'>;

/** SM3 of the conditions of a version, in whatever order they are read: the signed line of the certificate carries it (排污许可管理条例 art. 13). */
export function conditionsHash(conditions: readonly Demand[]): string {
  return sm3(canonicalJson(conditions.map(demandOf).map(one => canonicalJson(one)).sort()));
}

function demandOf({ libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, isPublic, duty, validFrom, fromVersion }: Demand) {
  return { libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, isPublic, duty, validFrom, fromVersion };
}
