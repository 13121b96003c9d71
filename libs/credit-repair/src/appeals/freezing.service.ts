import { Injectable } from '@nestjs/common';
import { CalendarService } from '@huanbao/casework';
import { PublicFreezes } from '@huanbao/credit';
import { Clock } from '@huanbao/platform';
import type { CreditAppeal } from '../credit-repair.entity';
import { RepairBook } from '../credit-repair.reference';
import { freezeOf } from '../rules/freeze';

/** Publication rests while an appeal is looked at, for as long as the dated rows of the day of acceptance say. */
@Injectable()
export class Freezing {
  constructor(
    private readonly freezes: PublicFreezes,
    private readonly calendars: CalendarService,
    private readonly book: RepairBook,
    private readonly clock: Clock,
  ) {}

  async begin({ id, subjectId, eventKey }: Pick<CreditAppeal, 'id' | 'subjectId' | 'eventKey'>): Promise<Pick<CreditAppeal, 'frozenUntil' | 'hidesGrade'>> {
    const freeze = freezeOf(await this.book.freeze(), { acceptedOn: this.clock.today(), before: await this.freezes.countOf(eventKey), calendar: await this.calendars.calendar() });
    if (!freeze) return { frozenUntil: null, hidesGrade: null };
    await this.freezes.begin({ subjectId, eventKey, caseId: id, ...freeze });
    return { frozenUntil: freeze.until, hidesGrade: freeze.hidesGrade };
  }

  end(appealId: string): Promise<void> {
    return this.freezes.end(appealId);
  }
}
