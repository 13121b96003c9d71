export { ServicesHttpModule, ServicesModule } from './services.module';
export { SERVICES_ENTITIES } from './catalogue/catalogue.entity';
export { Catalogue, type CatalogueTerms } from './catalogue/catalogue.queries';
export { Prices } from './prices/prices.service';
export { seedServicesReference } from './catalogue/catalogue-seed';
