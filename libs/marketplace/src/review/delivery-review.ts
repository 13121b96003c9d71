/** A delivered file as far as the platform has read it. */
export interface DeliveredFile {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly scanState: 'pending' | 'clean' | 'infected' | 'unscanned';
  readonly textState: 'pending' | 'ready' | 'no-text' | 'failed';
  readonly warnings: readonly string[];
  readonly text: string | null;
}

export interface ReviewFacts {
  readonly clientName: string;
  readonly firmName: string;
  /** What the task asks to be delivered. */
  readonly deliverables: readonly string[];
  /** Kinds of qualification the task asks for, with the firm's verified numbers of today. */
  readonly certificates: readonly { readonly kind: string; readonly number: string }[];
  readonly files: readonly DeliveredFile[];
  /** Earlier deliveries that were sent back: round and digests. */
  readonly sentBack: readonly { readonly round: number; readonly hashes: readonly string[] }[];
}

/** `look`: a person should look; `problem`: as it is, it should not be accepted. It never stops anybody. */
export type FindingLevel = 'ok' | 'look' | 'problem';

export interface DeliveryFinding {
  readonly level: FindingLevel;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly fileId: string | null;
}

/** The report a laboratory signs for bears its number (检验检测机构资质认定管理办法); other qualifications are seldom written on the work. */
const PRINTED = new Set(['CMA']);

/** What a reader would check first, checked before: who it is from and for, the accreditation, whether anything was mended. */
export function reviewDelivery(facts: ReviewFacts): DeliveryFinding[] {
  const { files } = facts;
  if (files.length === 0) return [whole('look', 'no-files', '这次提交没有附文件，请确认成果以其他方式交付', 'No files were handed over: make sure the work came another way.')];
  return [...sameAsBefore(facts), ...fewer(facts), ...files.flatMap(file => ofFile(file, facts))];
}

const whole = (level: FindingLevel, code: string, zh: string, en: string): DeliveryFinding => ({ level, code, zh, en, fileId: null });

function sameAsBefore({ files, sentBack }: ReviewFacts): DeliveryFinding[] {
  return sentBack.filter(({ hashes }) => hashes.length > 0 && files.every(file => hashes.includes(file.hash)))
    .map(({ round }) => whole('problem', 'same-as-before', `文件与被要求返工的第 ${round} 次提交完全相同，没有修改`, `The files are those of delivery ${round}, which was sent back: nothing was changed.`));
}

function fewer({ files, deliverables }: ReviewFacts): DeliveryFinding[] {
  if (files.length >= deliverables.length) return [];
  return [whole('look', 'fewer-files', `任务约定 ${deliverables.length} 项成果（${deliverables.join('、')}），这次提交 ${files.length} 个文件，请逐项核对`, `The task asks for ${deliverables.length} deliverables; ${files.length} file(s) were handed over.`)];
}

function ofFile(file: DeliveredFile, facts: ReviewFacts): DeliveryFinding[] {
  const say = (level: FindingLevel, code: string, zh: string, en: string): DeliveryFinding => ({ level, code, zh: `${file.name}：${zh}`, en: `${file.name}: ${en}`, fileId: file.id });
  if (file.scanState === 'infected') return [say('problem', 'infected', '查出病毒，不能打开', 'infected, cannot be opened')];
  const safety = [
    ...(file.scanState === 'clean' ? [] : [say('look', 'unscanned', file.scanState === 'pending' ? '正在查毒' : '没有查毒', file.scanState === 'pending' ? 'being scanned' : 'not scanned')]),
    ...(file.warnings.length > 0 ? [say('look', 'active-content', '含脚本或附件，打开前请留意', 'holds scripts or attachments')] : []),
  ];
  if (file.text === null || file.text.trim() === '') return [...safety, unread(file, say)];
  return [...safety, ...ofText(plain(file.text), facts, say)];
}

type Say = (level: FindingLevel, code: string, zh: string, en: string) => DeliveryFinding;

const unread = (file: DeliveredFile, say: Say): DeliveryFinding =>
  file.textState === 'pending' ? say('look', 'reading', '正在识别文字，稍后再看核对结果', 'being read, look again shortly') : say('look', 'no-text', '没有可识别的文字（可能是扫描件或图片），请人工核对名称、编号和印章', 'no text in it: compare names, numbers and seals yourself');

function ofText(text: string, { clientName, firmName, certificates }: ReviewFacts, say: Say): DeliveryFinding[] {
  const missing = [
    ...(text.includes(plain(clientName)) ? [] : [say('look', 'client-missing', `没有找到委托单位名称“${clientName}”`, `the client, ${clientName}, is not named`)]),
    ...(text.includes(plain(firmName)) ? [] : [say('look', 'firm-missing', `没有找到机构名称“${firmName}”`, `the firm, ${firmName}, is not named`)]),
    ...printedKinds(certificates).filter(({ numbers }) => !numbers.some(number => text.includes(plain(number)))).map(({ kind, numbers }) => say('look', 'certificate-missing', `没有找到${kind}证书编号 ${numbers.join('、')}`, `the ${kind} number ${numbers.join(', ')} is not in it`)),
  ];
  return missing.length > 0 ? missing : [say('ok', 'named', '委托单位、机构名称和证书编号都已找到', 'client, firm and accreditation are named')];
}

/** A firm may hold several of a kind; one of them on the report is enough. */
const printedKinds = (certificates: ReviewFacts['certificates']): { kind: string; numbers: string[] }[] =>
  [...new Set(certificates.map(one => one.kind))].filter(kind => PRINTED.has(kind)).map(kind => ({ kind, numbers: certificates.filter(one => one.kind === kind).map(one => one.number) }));

/** Without spaces, in one width: a line break in a name is no difference. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
