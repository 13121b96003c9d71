import { Injectable, OnModuleInit } from '@nestjs/common';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import type { CreditMeasureView } from '../register/subject.view';
import { CONSEQUENCE_KIND, SHIPPED_CONSEQUENCES } from './shipped';

/** Which grade brings which measure: dated rows that two persons may give new values. */
@Injectable()
export class Consequences implements OnModuleInit {
  constructor(private readonly book: ReferenceBook) {}

  onModuleInit(): void {
    this.book.keep(CONSEQUENCE_KIND, { zh: '环境信用等级的后果', en: 'Consequences of credit grades' }, SHIPPED_CONSEQUENCES);
  }

  /** What these grades bring, each of its scheme; a list counts as a scheme with the grade `listed`. */
  async of(grades: readonly (readonly [scheme: string, grade: string])[], day: string): Promise<CreditMeasureView[]> {
    const rows = await this.holding(day);
    return grades.flatMap(([scheme, grade]) => rows.filter(row => row.key.startsWith(`${scheme}:${grade}:`))).map(measureView);
  }

  /** All rows that hold on a day. */
  async holding(day: string): Promise<readonly ReferenceRow[]> {
    return (await this.book.rows(CONSEQUENCE_KIND)).filter(row => row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo));
  }
}

export const measureOf = (row: ReferenceRow): string => row.key.split(':')[2] ?? '';

const measureView = (row: ReferenceRow): CreditMeasureView => ({ measure: measureOf(row), title: row.title, value: row.value, unit: row.unit, legalBasis: row.legalBasis, verified: row.verified, note: row.note });
