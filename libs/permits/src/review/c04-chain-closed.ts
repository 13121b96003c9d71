import type { Form, Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { Finding, findingOf, Rule } from './rule';

const finding = findingOf('C4');
const BASIS = '排污许可管理条例 第七条第四项、第五项；HJ 942-2018';

/** C4: facility → node → treatment (or a reason) → outlet is closed, without loose ends on either side. */
export const c04: Rule = {
  id: 'C4',
  version: '2026.1',
  since: '2026-11-23',
  basis: BASIS,
  title: { zh: '设施—产污环节—治理—排放口链路闭合', en: 'The chain from facility to outlet is closed' },
  check: ({ form }) => [...facilitiesWithoutNode(form), ...untreated(form), ...wrongMedium(form), ...orphanOutlets(form), ...lostPollutants(form)],
};

const nodes = (form: Form): readonly Row[] => rowsOf(form, 'process-nodes', 'nodes');

function facilitiesWithoutNode(form: Form): Finding[] {
  const named = new Set(nodes(form).map(node => textOf(node, 'facilityCode')));
  return rowsOf(form, 'products', 'facilities').flatMap((row, index) => {
    const code = textOf(row, 'code');
    return code === undefined || named.has(code) ? [] : [finding({
      level: 'E', pointer: `/products/facilities/${index}/code`, actual: `${code} 没有产污环节`, expected: '至少一个产排污节点', basis: BASIS,
      zh: `请在“产排污节点”中为 ${code} 补充产污环节；确不产污的设施不必列入`, en: `Add a node for ${code}; a facility that emits nothing need not be listed.`,
    })];
  });
}

function untreated(form: Form): Finding[] {
  return nodes(form).flatMap((row, index) =>
    textOf(row, 'treatmentCode') !== undefined || textOf(row, 'noTreatmentReason') !== undefined ? [] : [finding({
      level: 'E', pointer: `/process-nodes/nodes/${index}/treatmentCode`, actual: '未填治理设施，也未写理由', expected: 'TA/TW 编号，或无治理设施的理由', basis: BASIS,
      zh: '请填写治理设施编号；没有治理设施的写明理由', en: 'Enter the treatment code, or the reason for having none.',
    })],
  );
}

/** Air leads through TA to DA, water through TW to DW. */
function wrongMedium(form: Form): Finding[] {
  return nodes(form).flatMap((row, index) => {
    const water = textOf(row, 'emissionForm') === 'water';
    const wanted = water ? { treatment: 'TW', outlet: /^(DW|YS)/ } : { treatment: 'TA', outlet: /^DA/ };
    const treatment = textOf(row, 'treatmentCode');
    const outlet = textOf(row, 'emissionForm') === 'fugitive' ? undefined : textOf(row, 'outletCode');
    const at = (field: string, actual: string, expected: string): Finding => finding({
      level: 'E', pointer: `/process-nodes/nodes/${index}/${field}`, actual, expected, basis: 'HJ 608-2017',
      zh: `${water ? '废水' : '废气'}环节应对应 ${expected} 编号，请改正排放形式或编号`, en: `A ${water ? 'water' : 'air'} node needs a ${expected} code. Correct the form of emission or the code.`,
    });
    return [
      ...(treatment !== undefined && !treatment.startsWith(wanted.treatment) ? [at('treatmentCode', treatment, wanted.treatment)] : []),
      ...(outlet !== undefined && !wanted.outlet.test(outlet) ? [at('outletCode', outlet, water ? 'DW' : 'DA')] : []),
    ];
  });
}

function orphanOutlets(form: Form): Finding[] {
  const led = new Map(nodes(form).map(node => [textOf(node, 'outletCode'), node]));
  return (['air-outlets', 'water-outlets'] as const).flatMap(section =>
    rowsOf(form, section, 'outlets').flatMap((row, index) => {
      const code = textOf(row, 'code');
      if (code === undefined || code.startsWith('YS')) return [];
      const node = led.get(code);
      const pointer = `/${section}/outlets/${index}`;
      if (!node) return [finding({
        level: 'E', pointer: `${pointer}/code`, actual: `${code} 没有来源`, expected: '至少一个产排污节点指向它', basis: BASIS,
        zh: `没有产污环节排到 ${code}，请补充节点，或删去不存在的排放口`, en: `No node leads to ${code}. Add one, or remove the outlet.`,
      })];
      const [here, there] = [textOf(row, 'outletClass'), textOf(node, 'outletClass')];
      return here === undefined || there === undefined || here === there ? [] : [finding({
        level: 'E', pointer: `${pointer}/outletClass`, actual: here, expected: there, basis: BASIS,
        zh: `${code} 的排放口类型与产排污节点中填写的不一致，请统一`, en: `${code} has another class here than in the nodes. Make them agree.`,
      })];
    }),
  );
}

/** What a node sends to an outlet must be listed there, or it would be permitted nowhere. */
function lostPollutants(form: Form): Finding[] {
  const listed = new Map([...rowsOf(form, 'air-outlets', 'outlets'), ...rowsOf(form, 'water-outlets', 'outlets')].map(row => [textOf(row, 'code'), new Set(listOf(row, 'pollutants'))]));
  return nodes(form).flatMap((row, index) => {
    const outlet = textOf(row, 'outletCode');
    const known = outlet === undefined ? undefined : listed.get(outlet);
    if (!known) return [];
    const lost = listOf(row, 'pollutants').filter(pollutant => !known.has(pollutant));
    return lost.length === 0 ? [] : [finding({
      level: 'E', pointer: `/process-nodes/nodes/${index}/pollutants`, actual: lost.join('、'), expected: `${outlet} 的污染物清单包含它们`, basis: BASIS,
      zh: `${lost.join('、')} 没有列入 ${outlet} 的污染物，请在排放口补充`, en: `${lost.join(', ')} are missing among the pollutants of ${outlet}. Add them there.`,
    })];
  });
}
