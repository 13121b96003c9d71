import { Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, notFound } from '@huanbao/platform';
import { FormPaper } from './paper.entity';
import { FormPapers } from './papers.service';
import { FormPaperView } from './papers.view';

/** The whole form on paper, and a permit as a workbook, in the order of the national form. */
@Controller()
export class PapersController {
  constructor(private readonly papers: FormPapers) {}

  /** Asks for the paper of the form as it is now; drawn by the worker, the same content once. */
  @Post('permit-applications/:id/papers') @Allow('permit-application.read') @HttpCode(200)
  async request(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FormPaperView> {
    return viewOf(await this.papers.request(actor, id));
  }

  @Get('permit-applications/:id/papers/:paperId') @Allow('permit-application.read')
  async show(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('paperId') paperId: string): Promise<FormPaperView> {
    const paper = /^[0-9a-f-]{36}$/i.test(paperId) ? await this.papers.find(actor, id, paperId) : null;
    if (!paper) throw notFound();
    return viewOf(paper);
  }

  /** The content of a permit as a workbook, a sheet for each page and table of the national form. */
  @Get('permits/:id/workbook') @Allow('permit.read')
  workbook(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return this.papers.permitWorkbook(actor, id);
  }
}

const viewOf = ({ id, fileId, requestedAt }: FormPaper): FormPaperView => ({ id, fileId, requestedAt });
