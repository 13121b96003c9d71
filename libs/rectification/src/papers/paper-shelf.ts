import { Inject, Injectable } from '@nestjs/common';
import { createPdf } from '@huanbao/documents';
import { CITY, City, Clock, Numbering, shanghaiInstant } from '@huanbao/platform';
import type { Paper } from '../entities';
import { paperNumber, type PaperForm } from './papers';

/** Numbers, issuer and printed form of the papers. What a paper says was fixed when it was made: drawn again, it is the same. */
@Injectable()
export class RectificationPapers {
  constructor(
    private readonly numbering: Numbering,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** Number, issuer and day of a new paper. Numbers are gap-free per form and year: only inside a transaction. */
  async head(form: PaperForm): Promise<{ readonly number: string; readonly issuer: string; readonly issuedOn: string }> {
    const number = paperNumber(this.city.noticePrefix ?? `${this.city.shortName}环`, form, await this.numbering.next(`rectification-${form}`));
    return { number, issuer: this.city.bureau.name, issuedOn: this.clock.today() };
  }

  /** Where the order can be contested (行政复议法 第二十条, 行政诉讼法 第四十六条). */
  get remedies(): string[] {
    const bodies = this.city.remedyBodies;
    const [reviewer, court] = [bodies ? bodies.reconsideration : '行政复议机关', bodies ? bodies.court : '有管辖权的人民法院'];
    return [`如不服本通知，可以自收到之日起六十日内向${reviewer}申请行政复议，也可以自收到之日起六个月内向${court}提起行政诉讼。`];
  }

  draw(paper: Paper): Promise<Buffer> {
    return createPdf({ title: `${paper.title} ${paper.number}`, author: paper.issuer, subject: paper.title, at: shanghaiInstant(paper.issuedOn) }, page => {
      page.letterhead(paper.issuer, paper.title, paper.number);
      page.official(`${paper.recipient}：`, { indent: false });
      for (const paragraph of paper.paragraphs) page.official(paragraph);
      page.signature(paper.issuer, paper.issuedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'));
    });
  }
}
