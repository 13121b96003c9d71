import { ServiceView } from '../catalogue/catalogue.view';

export class WordsView {
  zh!: string;
  en!: string;
}

export class AnswerView {
  value!: string;
  label!: WordsView;
}

export class QuestionView {
  group!: string;
  label!: WordsView;
  answers!: AnswerView[];
}

export class WhyView {
  source!: 'permit' | 'duty' | 'finding' | 'stoppage' | 'answer';
  text!: WordsView;
  article!: string;
  dueOn!: string | null;
  overdue!: boolean;
}

/** A service with the reasons it is proposed for. */
export class NeedView {
  service!: ServiceView;
  why!: WhyView[];
}

export class NeedsView {
  /** How much the platform knew: permits, duties, findings, stoppages looked at. */
  known!: KnownView | null;
  needs!: NeedView[];
}

export class KnownView {
  permits!: number;
  duties!: number;
  findings!: number;
  stoppages!: number;
}
