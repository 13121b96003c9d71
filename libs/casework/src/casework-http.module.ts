import { Module } from '@nestjs/common';
import { AdverseController } from './adverse.controller';
import { CasesController } from './cases.controller';
import { CaseworkModule } from './casework.module';
import { HolidaysController, NoticesController, PublicCasesController } from './reference.controller';
import { SupervisionsController } from './supervision/supervision.controller';

@Module({ imports: [CaseworkModule], controllers: [CasesController, AdverseController, SupervisionsController, HolidaysController, NoticesController, PublicCasesController] })
export class CaseworkHttpModule {}
