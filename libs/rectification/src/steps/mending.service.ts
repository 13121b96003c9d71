import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Db, newId, notFound, stale } from '@huanbao/platform';
import type { RectificationEvidenceDto, SaveWorkDto } from '../rectification.dto';
import { RectificationEvidence, RectificationItem } from '../entities';
import { afterPhotoNeeded, evidenceFileUnknown, evidenceTaken, evidenceType, itemDoneAlready, notNow, nothingDone, partlyReason } from '../rectification.errors';
import { MENDING } from '../rectification.machine';
import { RectificationBook } from '../rectification.reference';
import { hasOverdue, isLate } from '../rules/deadlines';
import { RectificationActs, type Step, type Who } from './acting';

const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];
const WORDS_LEAST = 10;

/** Evidence before and after, item by item, and the whole handed in. */
@Injectable()
export class RectificationMending {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
    private readonly files: Files,
    private readonly book: RectificationBook,
  ) {}

  /** Lists an uploaded file of the enterprise as a photo before or after. */
  addOwn({ actor, id }: Who, itemId: string, input: RectificationEvidenceDto): Promise<void> {
    return this.acts.quietly({ actor, id }, 'own-rectification.act', async (_, state) => {
      await this.openItem({ id, itemId, state });
      await this.list(actor, { rectificationId: id, itemId, side: input.side }, input);
    });
  }

  /** A photo of an officer: before, while the notice is drafted; of the verification, while it is verified. */
  addOfficial({ actor, id }: Who, itemId: string, input: Omit<RectificationEvidenceDto, 'side'>): Promise<void> {
    return this.acts.quietly({ actor, id }, 'rectification.handle', async (_, state) => {
      if (state !== 'draft' && state !== 'verifying') throw notNow();
      await this.item(id, itemId);
      await this.list(actor, { rectificationId: id, itemId, side: state === 'draft' ? 'before' : 'verification' }, input);
    });
  }

  /** It stays, marked: the bytes may have been seen. */
  withdraw(who: Who, evidenceId: string): Promise<void> {
    return this.acts.quietly(who, 'own-rectification.act', async (_, state) => {
      const evidence = await this.db.lock(RectificationEvidence, { id: evidenceId, rectificationId: who.id });
      if (!evidence || evidence.fromInspection || evidence.side === 'verification' || evidence.itemId === null) throw notFound();
      await this.openItem({ id: who.id, itemId: evidence.itemId, state });
      await this.db.repo(RectificationEvidence).update({ id: evidenceId }, { withdrawnAt: evidence.withdrawnAt ?? this.acts.now });
    });
  }

  /** What was done, as it is typed. @throws 412 `stale` when a colleague saved in between */
  saveWork(who: Who, itemId: string, { work, version }: SaveWorkDto): Promise<void> {
    return this.acts.quietly(who, 'own-rectification.act', async (_, state) => {
      const item = await this.openItem({ id: who.id, itemId, state });
      if (item.version !== version) throw stale();
      await this.db.repo(RectificationItem).update({ id: itemId }, { work, version: version + 1 });
    });
  }

  /** 一项完成: with its words and a photo or document of afterwards. After its day it is late, and counted so. */
  done(who: Who, itemId: string): Promise<void> {
    return this.acts.note(who, { need: 'own-rectification.act', text: { zh: '提交一项整改', en: 'An item was finished' }, action: 'rectification.item-done', details: { itemId } }, async (row, state) => {
      const item = await this.openItem({ id: who.id, itemId, state });
      const after = await this.db.repo(RectificationEvidence).createQueryBuilder('e').where(`e.itemId = :itemId AND e.side = 'after' AND e.withdrawnAt IS NULL`, { itemId }).getExists();
      if (!after || !item.work?.trim()) throw afterPhotoNeeded();
      const doneLate = isLate(this.acts.today, item.dueOn);
      await this.db.repo(RectificationItem).update({ id: itemId }, { state: 'done', doneAt: this.acts.now, doneByName: who.actor.name, doneLate, version: item.version + 1 });
      if (doneLate) await this.acts.markOverdue(row);
    });
  }

  /** Back to work, until the whole was handed in. */
  undo(who: Who, itemId: string): Promise<void> {
    return this.acts.note(who, { need: 'own-rectification.act', text: { zh: '撤回一项整改', en: 'An item was taken back' }, action: 'rectification.item-undone', details: { itemId } }, async (_, state) => {
      if (!MENDING.includes(state)) throw notNow();
      const item = await this.item(who.id, itemId);
      if (item.state !== 'done') throw notNow();
      await this.db.repo(RectificationItem).update({ id: itemId }, { state: 'open', doneAt: null, doneByName: null, doneLate: false, version: item.version + 1 });
    });
  }

  /** 提交整改结果, whole or in part; in part with its reason. */
  async handIn(step: Step, words: string): Promise<void> {
    await this.acts.act(step, 'hand-in', {
      clockPeriods: { verify: await this.book.period('verify') },
      change: async row => {
        const items = (await this.acts.items(row.id)).filter(one => one.state !== 'passed');
        const isPartly = items.some(one => one.state === 'open');
        if (items.every(one => one.state === 'open')) throw nothingDone();
        if (isPartly && words.length < WORDS_LEAST) throw partlyReason();
        if (hasOverdue(items, this.acts.today)) await this.acts.markOverdue(row);
        await this.acts.tellPost(row, 'bureau.enforcer', { key: `handed-in:${step.version}`, zh: '提交整改结果，等待核查', en: 'Handed in, to be verified', body: { zh: `${row.number ?? ''} ${isPartly ? '部分完成' : '全部完成'}，请安排没有参与检查和制发的人员核查。`, en: `${row.number ?? ''} is to be verified by somebody who neither found it nor issued the notice.` } });
        return { handedInAt: this.acts.now, handedInByName: step.actor.name, handedInWords: words };
      },
    });
  }

  private async openItem({ id, itemId, state }: { readonly id: string; readonly itemId: string; readonly state: string }): Promise<RectificationItem> {
    if (!MENDING.includes(state)) throw notNow();
    const item = await this.item(id, itemId);
    if (item.state !== 'open') throw itemDoneAlready();
    return item;
  }

  private async item(rectificationId: string, id: string): Promise<RectificationItem> {
    const item = await this.db.lock(RectificationItem, { id, rectificationId });
    if (!item) throw notFound();
    return item;
  }

  private async list(actor: Actor, where: Pick<RectificationEvidence, 'rectificationId' | 'itemId' | 'side'>, { fileId, caption }: Omit<RectificationEvidenceDto, 'side'>): Promise<void> {
    const file = (await this.files.list('rectification', where.rectificationId)).find(one => one.id === fileId);
    if (!file || (file.ownerOrgId !== actor.orgId && file.uploadedBy !== actor.userId)) throw evidenceFileUnknown();
    if (!TYPES.includes(file.mediaType)) throw evidenceType();
    const added = await this.db.repo(RectificationEvidence).createQueryBuilder().insert().values({ id: newId(), ...where, fileId, fileName: file.name, sha256: file.hash, caption, fromInspection: false, addedByName: actor.name, addedAt: this.acts.now, withdrawnAt: null }).orIgnore().returning('id').execute();
    if ((added.raw as unknown[]).length === 0) throw evidenceTaken();
  }
}

