/** The languages the exchange speaks. */
export type Language = 'zh-CN' | 'en';
