import { Module } from '@nestjs/common';
import { CasesController } from './cases.controller';
import { CaseworkModule } from './casework.module';
import { HolidaysController, NoticesController, PublicCasesController } from './reference.controller';

@Module({ imports: [CaseworkModule], controllers: [CasesController, HolidaysController, NoticesController, PublicCasesController] })
export class CaseworkHttpModule {}
