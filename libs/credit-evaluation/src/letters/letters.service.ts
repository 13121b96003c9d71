import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { gradeHeldBack, type Reckoned } from '@huanbao/credit';
import { Files, FileSubjects } from '@huanbao/documents';
import { CaseRecord } from '@huanbao/casework';
import { Actor, Audit, CITY, City, Clock, Db, Delivery, ENV, Env, notFound, Numbering, Signer, systemActor } from '@huanbao/platform';
import { CreditEvaluation, EvaluationLetter, EvaluationResult } from '../evaluation.entity';
import { evaluationPolicy } from '../evaluation.policy';
import type { EvaluationLetterCheckView } from '../views/public.view';
import { UNDER_CORRECTION } from '../rules/stages';
import { drawLetter, LETTER_CODE, letterText, newLetterCode } from './letter';

const SUBJECT = 'credit-evaluation-letter';
const BY = systemActor('credit-evaluation');

/** 反馈书: issued with the publication, drawn in the background, checked by anyone who has the paper. */
@Injectable()
export class EvaluationLetters implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    private readonly signer: Signer,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
    private readonly audit: Audit,
    @Inject(ENV) private readonly env: Env,
    @Inject(CITY) private readonly city: City,
  ) {}

  onModuleInit(): void {
    this.subjects.register(SUBJECT, async (actor, id, verb) => {
      const c = verb === 'read' ? await this.db.repo(CaseRecord).findOneBy({ id, kind: 'credit-evaluation' }) : null;
      return c !== null && evaluationPolicy.sees(actor, c);
    });
  }

  /** Only in the transaction of the publication; once. */
  async issue(by: Actor, { id, subjectId, subjectName, uscc, regionCode, year, score, gradeTitle }: CreditEvaluation): Promise<void> {
    const facts = { id, number: await this.numbering.code('credit-evaluation-letter', 'PG'), code: newLetterCode(), subjectId, subjectName, uscc, regionCode, year, score: score ?? '', gradeTitle: gradeTitle ?? '', schemeTitle: (await this.inForce(id)).schemeTitle, issuedOn: this.clock.today(), issuedAt: this.clock.now() };
    const signedText = letterText(facts);
    await this.db.repo(EvaluationLetter).insert({ ...facts, signedText, signature: this.signer.sign(signedText), signingKey: this.signer.publicKeyHex, fileId: null });
    await this.audit.record({ actor: by, action: 'credit-evaluation.letter', subject: { type: 'credit-evaluation', id }, details: { number: facts.number } });
  }

  /** A second delivery finds the paper and does nothing. */
  async draw(evaluationId: string, delivery: Delivery): Promise<void> {
    const one = await this.db.repo(EvaluationLetter).findOneByOrFail({ id: evaluationId });
    if (one.fileId !== null) return delivery.complete(() => Promise.resolve());
    const { lines } = await this.inForce(evaluationId);
    const bytes = await drawLetter(one, {
      issuer: this.city.bureau.name, checkUrl: `${this.env.HB_PUBLIC_URL.replace(/\/$/, '')}/evaluation-letters/${one.code}`,
      lines: lines.map(line => [line.title, line.contribution === null ? (line.score ?? '') : `得分 ${line.score ?? '不适用'}，计入 ${line.contribution}`] as const),
    });
    await delivery.complete(async () => {
      const locked = await this.db.lock(EvaluationLetter, { id: evaluationId });
      if (!locked || locked.fileId !== null) return;
      const file = await this.files.store(bytes, { name: `环境信用评价结果反馈书-${one.number}.pdf`, mediaType: 'application/pdf', subjectType: SUBJECT, subjectId: one.id, purpose: 'letter', ownerOrgId: one.subjectId, uploadedBy: BY.userId });
      await this.db.repo(EvaluationLetter).update({ id: one.id }, { fileId: file.id });
    });
  }

  /** By the code on the paper. @throws 404 for every other text */
  async check(code: string): Promise<EvaluationLetterCheckView> {
    const clean = code.toUpperCase().replace(/[\s-]/g, '');
    const one = LETTER_CODE.test(clean) ? await this.db.repo(EvaluationLetter).findOneBy({ code: clean }) : null;
    if (!one) throw notFound();
    const { number, subjectName, uscc, year, score, gradeTitle, schemeTitle, issuedOn, signedText, signature, signingKey } = one;
    const { replacedBy, held } = await this.placeOf(one);
    // what everybody may see of the grade is one rule, whichever way they ask
    const shown = held === null ? { score, gradeTitle, signedText, signature } : { score: null, gradeTitle: null, signedText: null, signature: null };
    return { ...shown, number, subjectName, uscc, year, schemeTitle, issuedOn, signingKey, held, signatureHolds: this.signer.keyOf(signedText, signature) === signingKey, replacedBy, checkedAt: this.clock.now().toISOString() };
  }

  private async placeOf({ id }: EvaluationLetter): Promise<{ readonly replacedBy: string | null; readonly held: EvaluationLetterCheckView['held'] }> {
    const [row] = await this.db.query<{ number: string | null; appeal: boolean; correction: boolean }>(
      `SELECT k.number, e.merged_into IS NULL AND ${gradeHeldBack('e.subject_id', '$2::date')} AS appeal, e.merged_into IS NULL AND ${UNDER_CORRECTION} AS correction
         FROM credit_evaluation e LEFT JOIN credit_evaluation k ON k.id = e.merged_into WHERE e.id = $1`, [id, this.clock.today()]);
    return { replacedBy: row?.number ?? null, held: row?.appeal ? 'appeal' : row?.correction ? 'correction' : null };
  }

  private async inForce(evaluationId: string): Promise<Reckoned> {
    const newest = await this.db.repo(EvaluationResult).findOneOrFail({ where: { evaluationId }, order: { nth: 'DESC' } });
    return newest.results[0] as Reckoned;
  }
}
