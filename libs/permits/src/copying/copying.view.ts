import { CellTextView } from '../exchange/exchange.view';
import { SectionView } from '../views/application.view';

export class CopyItemView {
  id!: string;
  section!: string;
  /** `大气污染物许可排放限值 · 各排放口限值 · 第3行（DA002）· 执行标准` */
  place!: CellTextView;
  kind!: 'fill' | 'overwrite' | 'add';
  /** In words; empty where nothing stood. */
  before!: string;
  after!: string;
  /** Cannot be changed now (补正: the notice does not name it). */
  sealed!: boolean;
}

export class CopyPreviewView {
  /** Number of the permit it comes from. */
  permitNumber!: string | null;
  items!: CopyItemView[];
  /** To send back with the wanted ids. */
  versions!: string;
}

export class CopySourcePermitView {
  id!: string;
  number!: string;
  siteName!: string;
  validTo!: string;
}

export class CopyOutletView {
  code!: string;
  name!: string;
}

export class CopySourcesView {
  permits!: CopySourcePermitView[];
  outlets!: CopyOutletView[];
}

export class RestoredSectionView {
  section!: string;
  version!: number;
  data!: Record<string, unknown>;
}

export class CopiedView {
  sections!: SectionView[];
  copied!: number;
  /** Send it to `…/copies/undo` to take the copy back, as long as nobody has typed on. */
  undo!: RestoredSectionView[];
}
