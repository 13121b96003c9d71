import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Finding } from './model';

interface Props {
  readonly finding: Finding;
  /** Whether it stands in the list of what is to be corrected; undefined where no correction can be asked for. */
  readonly flagged: boolean | undefined;
  readonly onFlag: () => void;
  readonly onAccept: () => void;
  readonly onOverrule: () => void;
}

/** What the officer makes of a remark. A ruling may be changed as long as the application is open: nobody is bound by a slip of the hand. */
export function Rulings({ finding, flagged, onFlag, onAccept, onOverrule }: Props) {
  const { t } = useTranslation('permits');
  const { disposition } = finding;
  return (
    <div className="hb-row">
      {flagged !== undefined && disposition !== 'overruled' && (
        <Button size="small" disabled={flagged} onClick={onFlag}>
          {t(flagged ? 'flag.added' : 'flag.add')}
        </Button>
      )}
      {disposition !== 'accepted' && (
        <Button size="small" onClick={onAccept}>
          {t(disposition ? 'review.acceptAfterAll' : 'review.acceptFinding')}
        </Button>
      )}
      {disposition !== 'overruled' && (
        <Button size="small" onClick={onOverrule}>
          {t(disposition ? 'review.overruleAfterAll' : 'review.overrule')}
        </Button>
      )}
    </div>
  );
}
