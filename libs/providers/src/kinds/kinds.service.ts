import { Injectable } from '@nestjs/common';
import { Clock, Db, FieldProblem } from '@huanbao/platform';
import type { QualificationDto } from '../dto/providers.dto';
import { QualificationKind } from './kind.entity';

/** The kinds of qualification that hold today, and what an entry of each needs. */
@Injectable()
export class Kinds {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  today(): Promise<QualificationKind[]> {
    return this.db.repo(QualificationKind).createQueryBuilder('k')
      .where('k.effectiveFrom <= :day AND (k.effectiveTo IS NULL OR k.effectiveTo >= :day)', { day: this.clock.today() })
      .orderBy('k.position').addOrderBy('k.name').getMany();
  }

  /** What is wrong with an entry, field by field; empty when it may be kept. */
  async problemsOf(input: QualificationDto): Promise<FieldProblem[]> {
    const kind = (await this.today()).find(one => one.name === input.kind);
    if (!kind) return [{ pointer: '/kind', code: 'kind', zh: '请从资质清单中选择类别', en: 'Choose the kind from the list' }];
    return problemsOf(kind, input);
  }
}

/** The entry against the row of its kind. Pure. */
export function problemsOf(kind: QualificationKind, input: Pick<QualificationDto, 'number' | 'scope' | 'validFrom' | 'validTo' | 'fileId'>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (kind.numberFormat && !new RegExp(kind.numberFormat, 'u').test(input.number))
    problems.push({ pointer: '/number', code: 'number-format', zh: `${kind.numberHint ?? '证书编号的格式不对'}，请对照证书填写`, en: 'The number does not look like one of this kind. Copy it from the certificate.' });
  if (kind.scopeRequired && input.scope === '')
    problems.push({ pointer: '/scope', code: 'scope-needed', zh: `填写证书上的范围，例如“${kind.scopeWords[0] ?? ''}”`, en: 'Give the scope as printed on the certificate' });
  if (kind.validityRequired && !input.validTo)
    problems.push({ pointer: '/validTo', code: 'validity-needed', zh: '填写证书上的有效期止', en: 'Give the last day of validity printed on the certificate' });
  if (kind.scanRequired && !input.fileId)
    problems.push({ pointer: '/fileId', code: 'scan-needed', zh: '请上传证书扫描件（PDF 或图片）', en: 'Upload the scan of the certificate (PDF or picture)' });
  if (input.validTo && input.validTo < input.validFrom)
    problems.push({ pointer: '/validTo', code: 'dates-reversed', zh: '有效期止早于有效期起，请核对', en: 'The validity ends before it begins. Check the dates.' });
  return problems;
}
