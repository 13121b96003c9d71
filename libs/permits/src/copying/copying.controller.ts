import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { sectionView } from '../application.controller';
import { SectionView } from '../views/application.view';
import { ApplyCopyDto, CopyDto, UndoCopyDto } from './copying.dto';
import { CopiedView, CopyPreviewView, CopySourcesView } from './copying.view';
import { Copying } from './copying.service';

/** Filling the form from what the platform knows: 企业档案, 上一版许可证, 其他排放口. */
@Controller('permit-applications/:id/copies')
export class CopyingController {
  constructor(private readonly copying: Copying) {}

  @Get('sources') @Allow('permit-application.read')
  sources(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CopySourcesView> {
    return this.copying.sources(actor, id);
  }

  /** What would change, value by value. Nothing is written. */
  @Post('preview') @Allow('permit-application.edit') @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: CopyDto): Promise<CopyPreviewView> {
    return this.copying.preview(actor, id, input);
  }

  /** Takes the wanted values over, in one save; the answer can be sent back to take it back. */
  @Post() @Allow('permit-application.edit') @HttpCode(200)
  async apply(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ApplyCopyDto): Promise<CopiedView> {
    const { sections, copied, undo } = await this.copying.apply(actor, id, input);
    return { sections: sections.map(one => sectionView(one)), copied, undo: [...undo] };
  }

  @Post('undo') @Allow('permit-application.edit') @HttpCode(200)
  async undo(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: UndoCopyDto): Promise<SectionView[]> {
    return (await this.copying.undo(actor, id, input.sections)).map(one => sectionView(one));
  }
}
