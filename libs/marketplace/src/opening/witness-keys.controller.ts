import { Body, Controller, Get, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor } from '@huanbao/platform';
import { WitnessKeyDto } from '../dto/task.dto';
import { WitnessKeyView, witnessKeyView } from '../views/bid.view';
import { WitnessKeysService } from './witness-keys.service';

/** The bureau's recovery keys for sealed bids. */
@Controller('witness-keys')
export class WitnessKeysController {
  constructor(private readonly keys: WitnessKeysService) {}

  @Get() @Allow('witness-key.read')
  async list(): Promise<WitnessKeyView[]> {
    return (await this.keys.list()).map(witnessKeyView);
  }

  /** Registers the public half; the private half stays with the witness. */
  @Post() @Allow('witness-key.set')
  async replace(@CurrentActor() actor: Actor, @Body() body: WitnessKeyDto): Promise<WitnessKeyView> {
    return witnessKeyView(await this.keys.replace(actor, { ...body, role: body.role ?? 'witness' }));
  }
}
