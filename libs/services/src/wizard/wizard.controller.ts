import { Controller, Get, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Public } from '@huanbao/platform';
import { QUESTIONS } from './questions';
import { NeedsDto, PublicNeedsDto } from './wizard.dto';
import { Wizard } from './wizard.service';
import { NeedsView, QuestionView } from './wizard.view';

/** “我需要什么服务” for everybody: questions and what the answers lead to. */
@Controller('public/service-needs')
export class PublicWizardController {
  constructor(private readonly wizard: Wizard) {}

  @Get('questions') @Public()
  questions(): QuestionView[] {
    return QUESTIONS.map(({ group, label, answers }) => ({ group, label, answers: answers.map(one => ({ value: one.value, label: one.label })) }));
  }

  @Get() @Public()
  ask(@Query() query: PublicNeedsDto): Promise<NeedsView> {
    return this.wizard.ask(query);
  }
}

/** The same for an enterprise, from its permit, duties and findings. */
@Controller('service-needs')
export class WizardController {
  constructor(private readonly wizard: Wizard) {}

  @Get() @Allow('service-need.read')
  needs(@CurrentActor() actor: Actor, @Query() query: NeedsDto): Promise<NeedsView> {
    return this.wizard.forEnterprise(actor, query);
  }
}
