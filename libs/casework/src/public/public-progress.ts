import { Injectable } from '@nestjs/common';
import { Db, FieldCipher, notFound } from '@huanbao/platform';
import { In } from 'typeorm';
import { OutsideFaces } from '../adverse/outside-face';
import { CaseEvent, CaseRecord } from '../case.entity';
import { ballOf, HOLDER_NAMES } from '../engine/ball';
import { machineOf } from '../machine/machine';
import { isUntold } from '../machine/transitions';
import { PublicProgressView } from '../views/public-progress.view';
import { publicClockView } from '../views/clock.view';
import { QueryAttempts } from './query-attempts';
import { newQueryCode, QUERY_CODE_CONTEXT, sameQueryCode } from './query-code';

const SHOWN = ['moved', 'clock-paused', 'clock-resumed', 'notice-served'] as const;

const NUMBER = /^[A-Z]{1,6}-\d{4}-\d{1,12}$/;

/** Progress of a case for anyone who has its number and code, without an account. */
@Injectable()
export class PublicProgress {
  /** Compared with when there is no such number, so that both answers take the same way. */
  private readonly decoy: string;

  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly attempts: QueryAttempts,
    private readonly faces: OutsideFaces,
  ) {
    this.decoy = cipher.encrypt(newQueryCode(), QUERY_CODE_CONTEXT);
  }

  /** @throws 404 alike for an unknown number and a wrong code; 429 after too many guesses */
  async look(number: string, code: string, ip: string): Promise<PublicProgressView> {
    return this.view(await this.find(number, code, ip));
  }

  /**
   * The case of who has number and code, for capabilities that tell or take more than the progress.
   * @throws 404 alike for an unknown number and a wrong code; 429 after too many guesses
   */
  async find(number: string, code: string, ip: string): Promise<CaseRecord> {
    await this.attempts.begin(ip, number);
    const c = NUMBER.test(number) ? await this.db.repo(CaseRecord).findOneBy({ number }) : null;
    const matches = sameQueryCode(code, this.cipher.decrypt(c?.queryCode ?? this.decoy, QUERY_CODE_CONTEXT));
    if (!c || !matches || isUntold(machineOf(c.kind), c.state)) throw notFound();
    await this.attempts.succeed(ip, number);
    return c;
  }

  async view(actual: CaseRecord): Promise<PublicProgressView> {
    const face = await this.faces.for(null, actual);
    const c = face.case;
    const machine = machineOf(c.kind);
    const ball = ballOf(machine, c);
    const holder = machine.states[c.state]?.holder;
    const events = await this.db.repo(CaseEvent).find({ where: { caseId: c.id, kind: In([...SHOWN]) }, order: { at: 'ASC', versionBefore: 'ASC', id: 'ASC' } });
    const reading = face.readings.find(each => each.state !== 'stopped');
    return {
      number: c.number ?? '',
      title: c.title,
      kind: machine.title,
      state: machine.states[c.state]?.label ?? { zh: c.state, en: c.state },
      submittedAt: c.submittedAt,
      ball: { holder: holder ? HOLDER_NAMES[holder] : ball.name, since: c.stateSince, next: ball.next },
      timeline: events.filter(event => face.shows(event) && event.visibility !== 'bureau').map(event => ({ id: event.id, at: event.at, title: { zh: event.zh, en: event.en }, article: event.article })),
      clock: reading ? publicClockView(machine, reading) : null,
    };
  }
}
