import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { AwardedWorks } from '@huanbao/marketplace';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { Contract, ContractMilestone, ContractSignature } from './contract.entity';
import { assertClean, firmStanding, scanForeign, scanNeeded, signedAlready, termsMissing } from './contract.errors';
import { follow } from './contract.flow';
import { drawContract } from './contract.paper';
import { ContractRecords, SIDE_EN, SIDE_ZH, sideOf } from './contract.records';
import { contractActivated, contractSigned } from './contracts.events';
import type { SignContractDto } from './dto/contract.dto';
import { isUntouched } from './untouched';
import { ContractTerms, endOf } from './terms/terms';

const ONLINE = '本单位同意本合同全部条款，以电子签名签署，与签字盖章具有同等法律效力（电子签名法第十四条）。';
const PAPER = '本单位已在纸质合同上盖章，上传的扫描件与平台上的条款一致；以扫描件和本记录存证。';

/** Both sides sign the agreed text, here or on paper. */
@Injectable()
export class SigningService {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly signatures: Signatures,
    private readonly files: Files,
    private readonly works: AwardedWorks,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The version is the text that was read. With the second signature the contract is in force. */
  sign(actor: Actor, id: string, input: SignContractDto, version: number): Promise<Contract> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, 'contract.sign', version);
      follow(contract.state, 'sign');
      const { terms } = contract;
      if (!terms) throw termsMissing();
      const side = sideOf(actor, contract);
      const given = await this.db.repo(ContractSignature).findBy({ contractId: id });
      if (given.some(one => one.side === side)) throw signedAlready();
      await this.works.assertSignable(contract.taskId);
      const standing = await this.works.standing(contract.taskId);
      if (standing?.ok === false) throw firmStanding(standing.reasons);
      const scan = input.way === 'paper' ? await this.scanOf(id, input.fileId ?? null) : null;
      const recordId = await this.keep(actor, { contract, terms, scan });
      await this.db.repo(ContractSignature).insert({ contractId: id, side, way: input.way, recordId, fileId: scan?.id ?? null, signerName: actor.name, signedAt: this.clock.now() });
      await this.records.tell({ actor, contract }, 'sign', { zh: `${SIDE_ZH[side]}签署合同${scan ? '（上传盖章扫描件）' : ''}`, en: `Signed by ${SIDE_EN[side]}${scan ? ' (scan of the sealed paper)' : ''}` }, { recordId });
      if (given.length === 0) {
        await this.records.step(contract, 'sign');
        await this.outbox.publish(contractSigned, { contractId: id });
      } else await this.enact(actor, contract, terms);
      return contract;
    });
  }

  /** It was decided that a signature does not hold. As long as nothing was delivered or paid the contract waits for it again; else the history says so. */
  async undo(actor: Actor, subjectId: string, recordId: string): Promise<void> {
    const contract = await this.db.lock(Contract, { id: subjectId });
    const signature = contract && (await this.db.repo(ContractSignature).findOneBy({ contractId: contract.id, recordId }));
    if (!contract || !signature) return;
    const text = { zh: `${SIDE_ZH[signature.side]}的签署经核实不成立`, en: `The signature of ${SIDE_EN[signature.side]} does not hold` };
    const begun = contract.state !== 'agreed' && !(contract.state === 'active' && (await isUntouched(this.db, contract.id)));
    if (!begun) {
      await this.db.repo(ContractSignature).delete({ contractId: contract.id, side: signature.side });
      if (contract.state === 'active') {
        await this.db.repo(ContractMilestone).delete({ contractId: contract.id });
        Object.assign(contract, { signedAt: null, endsOn: null, priceYuan: null });
        await this.records.step(contract, 'void');
      }
    }
    const next = begun ? { zh: '；合同已经履行，双方可以申请调解或协商解除', en: '; performance has begun: ask for mediation or agree on an end' } : { zh: '，请重新签署', en: '; sign again' };
    await this.records.tell({ actor, contract }, 'void', { zh: text.zh + next.zh, en: text.en + next.en }, { recordId });
  }

  private async enact(actor: Actor, contract: Contract, terms: ContractTerms): Promise<void> {
    await this.signatures.assertUncontested({ type: 'contract', id: contract.id });
    const now = this.clock.now();
    const rows = terms.milestones.map((one, position) => ({ ...one, contractId: contract.id, position, ...(one.payableOn === 'signing' ? { state: 'accepted' as const, acceptedAt: now } : { state: 'open' as const, acceptedAt: null }) }));
    await this.db.repo(ContractMilestone).insert(rows);
    Object.assign(contract, { signedAt: now, endsOn: endOf(terms), priceYuan: terms.priceYuan });
    await this.records.step(contract, 'enact');
    await this.records.tell({ actor, contract }, 'enact', { zh: '双方签署完毕，合同生效', en: 'Both have signed: the contract is in force' });
    await this.records.endNotices(contract.id);
    await this.outbox.publish(contractActivated, { contractId: contract.id });
  }

  private async scanOf(contractId: string, fileId: string | null): Promise<{ id: string; hash: string }> {
    if (!fileId) throw scanNeeded();
    const file = (await this.files.list('contract', contractId)).find(one => one.id === fileId);
    if (!file) throw scanForeign();
    assertClean(file, '/fileId');
    return file;
  }

  private async keep(actor: Actor, { contract, terms, scan }: { contract: Contract; terms: ContractTerms; scan: { id: string; hash: string } | null }): Promise<string> {
    const { id, number, title, enterpriseId, enterpriseName, firmId, firmName, revision } = contract;
    const { recordId } = await this.signatures.keep(actor, {
      subject: { type: 'contract', id }, ownerOrgId: actor.orgId as string, matter: 'contracts', regionCode: contract.regionCode, toAuthority: false,
      what: { zh: `签署合同：${title}`, en: `Signed the contract: ${title}` }, agreed: scan ? PAPER : ONLINE,
      data: { contract: { id, number, title, enterpriseId, enterpriseName, firmId, firmName, revision }, terms, scan: scan && { fileId: scan.id, sha256: scan.hash } },
      draw: page => drawContract(page, contract, terms),
    });
    return recordId;
  }
}
