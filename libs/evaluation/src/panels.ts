import { Injectable } from '@nestjs/common';
import { ProcurementLaw, type ServiceTask } from '@huanbao/marketplace';
import { EvaluationReference } from './reference';
import { Panel, PanelFacts, panelOf } from './rules/panel';

/** Who judges a task: by its method, and by the law its money brings. */
@Injectable()
export class Panels {
  constructor(
    private readonly law: ProcurementLaw,
    private readonly reference: EvaluationReference,
  ) {}

  async of(task: ServiceTask): Promise<Panel> {
    return panelOf(await this.facts(task), await this.reference.panelValues());
  }

  /** The law that binds is fixed at the publication; a draft is looked at by what it says now. */
  async facts(task: ServiceTask): Promise<PanelFacts> {
    const { method, budgetYuan } = task;
    const regime = task.state === 'draft' ? ((await this.law.regimeOf(task)) ?? 'voluntary') : task.regime;
    return { method, budgetYuan, regime };
  }
}
