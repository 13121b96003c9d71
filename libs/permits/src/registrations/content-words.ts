/** What a question was answered with when the words beside it may not stand in the form. */
export interface AnswerRule {
  readonly question: string;
  readonly said: boolean;
  readonly where: 'work' | 'fuel';
  readonly words: RegExp;
}

const COAL_OR_OIL = /煤(?!气|层气)|石油焦|[柴重燃渣原]油|发生炉煤气/;
const SURFACE = /电镀|化学镀|阳极氧化|酸洗|磷化|喷漆|喷涂|涂装|电泳/;
const work = (question: string, words: RegExp, said = false): AnswerRule => ({ question, said, where: 'work', words });
const fuel = (question: string, words: RegExp): AnswerRule => ({ question, said: false, where: 'fuel', words });

/** Processes, products and fuels against the yes and no of the classification. */
export const ANSWER_RULES: readonly AnswerRule[] = [
  fuel('fuel-coal-oil-producer-gas', COAL_OR_OIL), fuel('sintered-brick-coal', /煤(?!气|层气)/), fuel('fuel-natural-gas', /天然气/),
  work('furnace-other', /煅烧|烧结|焙烧|熔炼|冶炼|炼焦/), work('surface-treatment', SURFACE), work('surface-plating-wet', /电镀|化学镀|阳极氧化|酸洗|热浸镀|淬火|钝化/), work('electroplating', /电镀|化学镀|阳极氧化/),
  work('chromium-passivation', /铬钝化/), work('surface-wet-process', /酸洗|电解抛光|化学抛光|淬火/), work('phosphating', /磷化/), work('painting', /喷漆|喷涂|涂装/),
  work('cutting-only', /煅烧|烧结|焙烧|蒸压|搅拌|破碎|熔|发泡/, true), work('blending-only', /反应|合成|聚合|发酵|提炼/, true), work('handmade-or-blending', /发酵|油炸|蒸煮|杀菌/, true),
  work('fermentation', /发酵/), work('fermentation-or-juice', /发酵|榨汁/), work('starch-fermented', /发酵/), work('extraction', /提炼|提取/), work('tanning', /鞣/),
  work('textile-wet-process', /染色|印花|洗毛|脱胶|缫丝|喷水织/), work('garment-wet-process', /水洗|印花|染色/), work('down-washing', /水洗/), work('pyrolysis-hydrolysis', /热解|水解/), work('modified-plastics', /改性/),
  work('clinker', /熟料/), work('iron-sinter-pellet', /炼铁|烧结|球团/), work('steel-rolling', /热轧|冷轧/), work('rolling-annealing', /轧制|退火/), work('cupola', /冲天炉/),
];

export type Measure = 'mass' | 'volume' | 'kilolitre' | 'head' | 'bird' | 'piece';

/** Amount a year that was answered, and the products it counts. */
export interface AmountRule {
  readonly question: string;
  readonly measure: Measure;
  readonly words: RegExp;
}

const counts = (question: string, words: RegExp, measure: Measure = 'mass'): AmountRule => ({ question, measure, words });

export const AMOUNT_RULES: readonly AmountRule[] = [
  counts('pigs-a', /猪/, 'head'), counts('cattle-a', /牛/, 'head'), counts('sheep-a', /羊/, 'head'), counts('poultry-a', /禽|鸡|鸭|鹅/, 'bird'), counts('meat-t-a', /肉|香肠|火腿/), counts('aquatic-t-a', /鱼|虾|蟹|贝|水产/),
  counts('starch-products-t-a', /粉丝|粉条|粉皮/), counts('dairy-t-a', /奶|乳/), counts('soy-vinegar-t-a', /酱油|醋/), counts('liquor-kl-a', /酒/, 'kilolitre'), counts('board-m3-a', /板/, 'volume'), counts('plastics-t-a', /塑料|塑胶|薄膜|编织袋/),
  counts('ceramics-pieces-a', /陶|瓷/, 'piece'), counts('cold-rolled-t-a', /冷轧|钢/), counts('alloy-t-a', /合金/),
];

/** Use a year that was answered, and the materials it counts; what is water-based counts for none of them. */
export const SOLVENT_RULES: readonly { readonly question: string; readonly words: RegExp }[] = [
  { question: 'solvent-adhesive-t-a', words: /胶/ }, { question: 'solvent-treatment-t-a', words: /处理剂/ }, { question: 'solvent-coating-adhesive-t-a', words: /漆|涂料|胶|稀释剂|固化剂|清洗/ },
  { question: 'solvent-coating-t-a', words: /漆|涂料|稀释剂/ }, { question: 'solvent-ink-t-a', words: /油墨|涂料/ }, { question: 'solvent-thinner-t-a', words: /稀释剂/ }, { question: 'organic-solvent-t-a', words: /漆|溶剂|稀释剂|清洗剂|天那水|油墨/ },
];
export const WATER_BASED = /水性|水基/;

/** How people write the unit of a capacity a year; 万 before it counts ten thousand. */
export const UNITS: Readonly<Record<Measure, { readonly words: RegExp; readonly example: string }>> = {
  mass: { words: /^(?:t|吨)$/i, example: 't/a' }, volume: { words: /^(?:m3|m³|立方米|立方)$/i, example: 'm³/a' }, kilolitre: { words: /^(?:kl|千升|吨|t)$/i, example: 'kL/a' },
  head: { words: /^(?:头|只)$/, example: '头/a' }, bird: { words: /^(?:只|羽)$/, example: '只/a' }, piece: { words: /^(?:件|个|只)$/, example: '件/a' },
};

/** Names by which people call what a class of GB/T 4754 makes, beside the name of the class itself. */
export const PRODUCT_NAMES: readonly { readonly industry: string; readonly words: RegExp; readonly unless?: RegExp }[] = [
  { industry: '2521', words: /炼焦|焦炭|冶金焦|兰炭|半焦|捣固焦/, unless: /筛分|破碎|转运|装卸|仓储/ }, { industry: '2522', words: /煤制合成气|煤气化|煤制气/ }, { industry: '2523', words: /煤制油|煤制甲醇|煤制液体/ },
  { industry: '3011', words: /水泥熟料|^水泥$|水泥粉磨/ }, { industry: '3012', words: /^(?:生|熟|活性|氧化钙)?石灰$|煅烧石灰|石膏粉/ }, { industry: '3031', words: /烧结砖|煤矸石砖|^红砖$/ }, { industry: '3216', words: /^(?:冶金级)?氧化铝$|电解铝/ },
  { industry: '3110', words: /^生铁$|炼铁/ }, { industry: '3120', words: /炼钢|粗钢|钢坯/ }, { industry: '4411', words: /火力发电/ }, { industry: '4412', words: /热电联产/ }, { industry: '3360', words: /电镀/ },
];
