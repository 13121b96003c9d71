import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '@/api/problem';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { reportsPath, type Report } from './model';
import { useReportChanged } from './use-report';

/** One click from a duty to its report: begun if nobody has begun it yet, opened if somebody has. */
export function useBeginReport() {
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useReportChanged();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const begin = async (dutyId: string): Promise<void> => {
    setBusy(dutyId);
    setError(null);
    try {
      const id = await beginOrFind(dutyId);
      await changed();
      await navigate({ to: `${base}/reports/${id}` });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(null);
    }
  };
  return { begin, busy, error };
}

async function beginOrFind(dutyId: string): Promise<string> {
  try {
    return (await rest<Report>('POST', reportsPath, { body: { dutyId } })).id;
  } catch (thrown) {
    const problem = asProblem(thrown);
    const there = problem.extra['reportId'];
    if (problem.code === 'report.exists' && typeof there === 'string') return there;
    throw thrown;
  }
}
