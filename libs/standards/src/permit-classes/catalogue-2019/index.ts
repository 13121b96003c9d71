import type { Catalogue } from '../types';
import { ENTRIES_001_024 } from './entries-001-024';
import { ENTRIES_025_044 } from './entries-025-044';
import { ENTRIES_045_062 } from './entries-045-062';
import { ENTRIES_063_082 } from './entries-063-082';
import { ENTRIES_083_107 } from './entries-083-107';
import { COMMON_PROCESSES, OTHER_INDUSTRIES } from './entries-108-112';
import { QUESTIONS } from './questions';

/** 《固定污染源排污许可分类管理名录（2019 年版）》, in the words of the promulgated text and in conditions. */
export const CATALOGUE_2019: Catalogue = {
  edition: '2019',
  basis: { zh: '《固定污染源排污许可分类管理名录（2019年版）》（生态环境部令第11号）', en: 'Catalogue of permit classes for stationary sources, 2019 edition (Decree 11 of the Ministry of Ecology and Environment)' },
  effectiveFrom: '2019-12-20',
  effectiveTo: null,
  // written from the promulgated text; a second person has not compared it yet
  verified: false,
  entries: [...ENTRIES_001_024, ...ENTRIES_025_044, ...ENTRIES_045_062, ...ENTRIES_063_082, ...ENTRIES_083_107, OTHER_INDUSTRIES, ...COMMON_PROCESSES],
  questions: QUESTIONS,
};
