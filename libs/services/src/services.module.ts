import { Module } from '@nestjs/common';
import { DutiesModule } from '@huanbao/duties';
import { IdentityModule } from '@huanbao/identity';
import { PermitsModule } from '@huanbao/permits';
import { ProvidersModule } from '@huanbao/providers';
import { RecordsModule } from '@huanbao/records';
import { CatalogueController, PublicCatalogueController } from './catalogue/catalogue.controller';
import { Catalogue } from './catalogue/catalogue.queries';
import { CatalogueEditing } from './catalogue/catalogue.service';
import { Prices } from './prices/prices.service';
import { PublicWizardController, WizardController } from './wizard/wizard.controller';
import { Wizard } from './wizard/wizard.service';
import './services.acts';

const SERVICES = [Catalogue, CatalogueEditing, Prices, Wizard];

/** The catalogue of services, what they cost, and which an enterprise needs. */
@Module({ imports: [IdentityModule, ProvidersModule, PermitsModule, DutiesModule, RecordsModule], providers: SERVICES, exports: SERVICES })
export class ServicesModule {}

@Module({ imports: [ServicesModule], controllers: [PublicCatalogueController, CatalogueController, PublicWizardController, WizardController] })
export class ServicesHttpModule {}
