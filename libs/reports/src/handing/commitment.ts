/** What the signer ticks on 核对页, word by word (HJ 944-2018 承诺书; 排污许可管理条例 art. 22); a test compares it with the page. */
export const REPORT_COMMITMENT = '我承诺：本执行报告的内容真实、准确、完整，与台账和监测记录一致；如有不实，愿承担法律责任。';
