import { Inject, Injectable } from '@nestjs/common';
import { drawPaper, type Paper } from '@huanbao/documents';
import { CITY, City, Numbering } from '@huanbao/platform';
import { paperNumber, type PaperForm } from './papers';

/** Numbers, issuer and printed form of the papers. What a paper says was fixed when it was made: drawn again, it is the same. */
@Injectable()
export class PaperShelf {
  constructor(
    private readonly numbering: Numbering,
    @Inject(CITY) private readonly city: City,
  ) {}

  get issuer(): string {
    return this.city.bureau.name;
  }

  /** Gap-free per form and year. Only inside a transaction. */
  async number(form: PaperForm): Promise<string> {
    return paperNumber(this.city.noticePrefix ?? `${this.city.shortName}环`, form, await this.numbering.next(`penalty-${form}`));
  }

  /** Where the decision can be contested (行政复议法 第二十条, 行政诉讼法 第四十六条). */
  get remedies(): string[] {
    const bodies = this.city.remedyBodies;
    const [reviewer, court] = [bodies ? `${bodies.reconsideration}` : '行政复议机关', bodies ? `${bodies.court}` : '有管辖权的人民法院'];
    return [`如不服本决定，可以自收到本决定书之日起六十日内向${reviewer}申请行政复议，也可以自收到本决定书之日起六个月内向${court}提起行政诉讼。`];
  }

  draw(paper: Paper): Promise<Buffer> {
    return drawPaper(paper);
  }
}
