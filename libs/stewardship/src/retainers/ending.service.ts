import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import type { EndRetainerDto } from '../dto';
import { Ending, Retainer, RetainerMember, RetainerSide } from '../entities';
import { StewardNotices } from '../notices';
import { earliestEnd, EndingWay } from '../rules';
import { endDayWrong, endingState, noticeTooShort, retainerState } from '../stewardship.errors';
import { retainerEnded } from '../stewardship.events';
import { MembersService } from './members.service';
import { RetainerRecords } from './retainer.records';
import { sideOf } from './retainer.view';

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Told {
  readonly title: Words;
  readonly body: Words;
}

const WAYS: Readonly<Record<EndingWay, Words>> = { date: { zh: '服务期满', en: 'its period is over' }, agreement: { zh: '双方协商终止', en: 'agreed by both sides' }, notice: { zh: '一方通知终止', en: 'by notice' } };

/** How a retainer ends: by its date, by agreement, by notice. */
@Injectable()
export class RetainerEndings {
  constructor(
    private readonly db: Db,
    private readonly records: RetainerRecords,
    private readonly members: MembersService,
    private readonly notices: StewardNotices,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  propose(actor: Actor, id: string, { way, reason, on }: EndRetainerDto): Promise<void> {
    return this.db.transaction(async () => {
      const { retainer } = await this.active(actor, id);
      if (retainer.ending) throw endingState();
      const today = this.clock.today();
      if (on < today || on >= retainer.endsOn) throw endDayWrong(retainer.endsOn);
      const earliest = earliestEnd(today, retainer.noticeDays);
      if (way === 'notice' && on < earliest) throw noticeTooShort(earliest);
      const side = sideOf(actor, retainer);
      retainer.ending = { way, side, byName: actor.name, reason, on };
      await this.records.save(actor, retainer, `end-by-${way}`, { on, reason });
      await this.tell(retainer, side === 'firm' ? 'client' : 'firm', `ending-${retainer.version}`, { title: way === 'notice' ? { zh: '对方通知终止环保管家服务', en: 'Notice to end the retainer' } : { zh: '请答复：协商终止环保管家服务', en: 'Please answer: end the retainer by agreement' }, body: { zh: `最后一天 ${on}。理由：${reason}`, en: `Last day ${on}: ${reason}` } });
    });
  }

  /** The other side agrees; from the day agreed on it is over, today at once. */
  agree(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const { retainer, members } = await this.active(actor, id);
      const { ending } = retainer;
      if (!ending || ending.way !== 'agreement' || ending.side === sideOf(actor, retainer)) throw endingState();
      const today = this.clock.today();
      await this.finish(actor, { retainer, members }, { way: 'agreement', on: ending.on < today ? today : ending.on });
    });
  }

  /** The other side refuses, or who wished it takes it back; notice can only be taken back. */
  drop(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const { retainer } = await this.active(actor, id);
      const { ending } = retainer;
      const side = sideOf(actor, retainer);
      if (!ending || (ending.way === 'notice' && ending.side !== side)) throw endingState();
      retainer.ending = null;
      await this.records.save(actor, retainer, 'keep', { way: ending.way });
      await this.tell(retainer, side === 'firm' ? 'client' : 'firm', `kept-${retainer.version}`, { title: { zh: '环保管家服务继续', en: 'The retainer goes on' }, body: { zh: '终止申请已撤回或未获同意，服务继续。', en: 'The wish to end was taken back or refused.' } });
    });
  }

  /** What has run out, what was agreed on or given notice of, in the transaction of the job. */
  async round(today: string): Promise<void> {
    const due = await this.db.query<{ id: string }>(`SELECT id FROM retainer WHERE state = 'active' AND (ends_on < $1 OR (ending ->> 'on' < $2 AND ending ->> 'way' = 'notice')) OR state = 'offered' AND ends_on < $1 ORDER BY id`, [today, today]);
    for (const { id } of due) {
      const retainer = await this.db.lock(Retainer, { id });
      if (!retainer || (retainer.state !== 'active' && retainer.state !== 'offered')) continue;
      const members = await this.db.repo(RetainerMember).findBy({ retainerId: id });
      const isNotice = retainer.ending?.way === 'notice' && retainer.ending.on < retainer.endsOn;
      await this.finish(null, { retainer, members }, { way: isNotice ? 'notice' : 'date', on: isNotice ? (retainer.ending as Ending).on : retainer.endsOn });
    }
  }

  private async finish(actor: Actor | null, { retainer, members }: { retainer: Retainer; members: readonly RetainerMember[] }, { way, on }: { way: EndingWay; on: string }): Promise<void> {
    if (way === 'agreement' && on > this.clock.today() && on > retainer.startsOn) {
      // agreed for a later day: that day is its last one
      Object.assign(retainer, { endsOn: on, ending: null, stateReason: `双方同意服务至 ${on}` });
      await this.records.save(actor, retainer, 'shorten', { on });
      return this.tellBoth(retainer, { title: { zh: '环保管家服务提前终止已商定', en: 'The end of the retainer is agreed on' }, body: { zh: `服务至 ${on}。`, en: `It lasts until ${on}.` } });
    }
    Object.assign(retainer, { state: 'ended', endedOn: on, endedWay: way });
    await this.records.save(actor, retainer, 'ended', { way, on });
    await this.members.release(members, WAYS[way].zh);
    await this.outbox.publish(retainerEnded, { retainerId: retainer.id });
    await this.tellBoth(retainer, { title: { zh: '环保管家服务已结束', en: 'The retainer has ended' }, body: { zh: `${on}，${WAYS[way].zh}。随服务给出的授权委托已同时终止。`, en: `${on}, ${WAYS[way].en}. Mandates given with it have ended.` } });
  }

  private async active(actor: Actor, id: string): Promise<{ retainer: Retainer; members: RetainerMember[] }> {
    const known = await this.records.lock(actor, id, 'retainer.end');
    if (known.retainer.state !== 'active') throw retainerState();
    return known;
  }

  private async tellBoth(retainer: Retainer, told: Told): Promise<void> {
    for (const side of ['client', 'firm'] as const) await this.tell(retainer, side, `end-${retainer.version}`, told);
  }

  private async tell(retainer: Retainer, side: RetainerSide, step: string, { title, body }: Told): Promise<void> {
    const to = side === 'firm' ? { orgId: retainer.firmId, area: 'f' as const } : { orgId: retainer.clientId, area: retainer.kind === 'park' ? ('b' as const) : ('e' as const) };
    await this.notices.tell({ ...to, page: `retainers/${retainer.id}`, key: `${retainer.id}:${step}:${side}`, title: { zh: `${title.zh}：${retainer.clientName}`, en: `${title.en}: ${retainer.clientName}` }, body });
  }
}
