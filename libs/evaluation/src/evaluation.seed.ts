import { INestApplicationContext } from '@nestjs/common';
import type { DemoCity } from '@huanbao/identity';
import { ExpertsService } from './experts/experts.service';
import type { ExpertKind } from './rules/committee';

const EXPERTS: readonly (readonly [string, string, string, ExpertKind, readonly string[]])[] = [
  ['韩书平', '省环境规划研究院', '正高级工程师', 'technical', ['eia', 'water']], ['郝静', '理工大学环境学院', '教授', 'technical', ['air', 'monitoring']], ['武建国', '市环境监测学会', '高级工程师', 'technical', ['monitoring', 'noise']],
  ['贾敏', '冶金设计院', '高级工程师', 'technical', ['engineering', 'air']], ['郭永红', '地质勘查院', '高级工程师', 'technical', ['soil', 'water']], ['任晓峰', '固废与化学品中心', '高级工程师', 'technical', ['solid-waste', 'monitoring']],
  ['马丽娟', '清洁生产协会', '高级工程师', 'technical', ['cleaner-production', 'monitoring']], ['田志强', '工程造价咨询协会', '注册造价工程师', 'economic', ['cost']], ['宋雅琴', '会计师协会', '注册会计师', 'economic', ['finance']],
];

/** The pool of the demonstration city. An opening needs the committed log of receipts, so that no evaluation can be seeded in the one transaction of the city. */
export async function seedEvaluationDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const keeper = demo.actor('bureau.supervisor');
  for (const [nth, [name, unit, title, kind, specialties]] of EXPERTS.entries())
    await app.get(ExpertsService).add(keeper, { name, unit, unitUscc: null, relatedUnits: [], title, kind, specialties: [...specialties], phone: `1380000${String(1000 + nth)}`, email: `expert${nth + 1}@experts.demo.local` });
}
