import { Module } from '@nestjs/common';
import { IdentityModule } from '@huanbao/identity';
import { MarketSignalsModule } from '@huanbao/market-signals';
import { MarketplaceModule } from '@huanbao/marketplace';
import { ReferenceModule } from '@huanbao/reference';
import { ServicesModule } from '@huanbao/services';
import { PublicConflictsController } from './conflicts.controller';
import { Conflicts } from './conflicts.service';
import { ConflictGuard } from './guard';

/** Who prepared something does not review, verify or judge it. Above the market, which asks its guards. */
@Module({ imports: [IdentityModule, ReferenceModule, ServicesModule, MarketplaceModule, MarketSignalsModule], providers: [Conflicts, ConflictGuard], exports: [Conflicts] })
export class ConflictsModule {}

@Module({ imports: [ConflictsModule], controllers: [PublicConflictsController] })
export class ConflictsHttpModule {}
