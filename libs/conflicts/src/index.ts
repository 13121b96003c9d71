export { ConflictsHttpModule, ConflictsModule } from './conflicts.module';
export { Conflicts } from './conflicts.service';
export type { Obstacle } from './obstacle';
export { monthsBefore } from './rules';
