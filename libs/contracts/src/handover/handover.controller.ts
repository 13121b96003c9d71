import { Controller, Get, Header, Post, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, RateLimit } from '@huanbao/platform';
import { HandoverService } from './handover.service';
import { SuccessorView } from './handover.view';

/** What is handed over when a firm does not go on. */
@Controller('contracts/:id')
export class HandoverController {
  constructor(private readonly handover: HandoverService) {}

  /** 移交清单 as PDF: deliverables, files with their digests, open milestones, money. Each is recorded. */
  @Get('handover') @Allow('contract.read') @Header('cache-control', 'no-store')
  async list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.handover.list(actor, id), { type: 'application/pdf', disposition: `attachment; filename="handover.pdf"; filename*=UTF-8''${encodeURIComponent('移交清单.pdf')}` });
  }

  /** 移交资料包 as ZIP: the list, the contract and every delivered file. Each is recorded. */
  @Get('handover-pack') @Allow('contract.read') @RateLimit('upload') @Header('cache-control', 'no-store')
  async pack(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.handover.pack(actor, id), { type: 'application/zip', disposition: `attachment; filename="handover.zip"; filename*=UTF-8''${encodeURIComponent('移交资料包.zip')}` });
  }

  /** A draft task for what is left of the work. */
  @Post('successor') @Allow('contract.draft') @Idempotent()
  async successor(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SuccessorView> {
    return { taskId: await this.handover.successor(actor, id) };
  }
}
