import { Controller, Get } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { DecidedComplaintView } from './decided.view';
import { DecidedComplaints } from './decided.queries';

/** What an officer decided on complaints, also when he only stood in. */
@Controller('decided-complaints')
export class DecidedComplaintsController {
  constructor(private readonly decided: DecidedComplaints) {}

  @Get(':id') @Allow('decided-complaint.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DecidedComplaintView> {
    return this.decided.show(actor, id);
  }
}
