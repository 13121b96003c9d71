export { KEPT_FACTS_ENTITIES } from './kept-fact.entity';
export { KeptFactsHttpModule, KeptFactsModule } from './kept-facts.module';
export { type HeldFact, KeptFactReader } from './fact-reader';
export { seedKeptFactsDemo } from './demo/seed';
