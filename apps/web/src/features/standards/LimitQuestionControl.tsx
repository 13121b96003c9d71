import { lazy, Suspense } from 'react';
import type { ControlProps } from '@/shared/form/control';
import { FieldControl } from '@/shared/form/FieldControl';
import { Skeleton } from '@/shared/ui/Skeletons';

/** The tree of industries is some hundred lines: it arrives when the page stands. */
const IndustryChoice = lazy(async () => ({ default: (await import('./IndustryChoice')).IndustryChoice }));

/** The inputs of the question about limits. */
export function LimitQuestionControl(props: ControlProps) {
  if (props.spec.name !== 'industry') return <FieldControl {...props} />;
  return (
    <Suspense fallback={<Skeleton lines={1} />}>
      <IndustryChoice {...props} />
    </Suspense>
  );
}
