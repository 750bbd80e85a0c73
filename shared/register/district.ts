import type { Vocabulary } from './vocabulary.ts';

/**
 * Beijing's sixteen districts and the Economic-Technological Development Area (经开区), which supervises for
 * itself but is no administrative division. `alias` carries the GB/T 2260 code of the district.
 */
export const districts = [
  { code: 'dongcheng', zh: '东城区', en: 'Dongcheng', alias: ['东城', '110101'] },
  { code: 'xicheng', zh: '西城区', en: 'Xicheng', alias: ['西城', '110102'] },
  { code: 'chaoyang', zh: '朝阳区', en: 'Chaoyang', alias: ['朝阳', '110105'] },
  { code: 'fengtai', zh: '丰台区', en: 'Fengtai', alias: ['丰台', '110106'] },
  { code: 'shijingshan', zh: '石景山区', en: 'Shijingshan', alias: ['石景山', '110107'] },
  { code: 'haidian', zh: '海淀区', en: 'Haidian', alias: ['海淀', '110108'] },
  { code: 'mentougou', zh: '门头沟区', en: 'Mentougou', alias: ['门头沟', '110109'] },
  { code: 'fangshan', zh: '房山区', en: 'Fangshan', alias: ['房山', '110111'] },
  { code: 'tongzhou', zh: '通州区', en: 'Tongzhou', alias: ['通州', '110112'] },
  { code: 'shunyi', zh: '顺义区', en: 'Shunyi', alias: ['顺义', '110113'] },
  { code: 'changping', zh: '昌平区', en: 'Changping', alias: ['昌平', '110114'] },
  { code: 'daxing', zh: '大兴区', en: 'Daxing', alias: ['大兴', '110115'] },
  { code: 'huairou', zh: '怀柔区', en: 'Huairou', alias: ['怀柔', '110116'] },
  { code: 'pinggu', zh: '平谷区', en: 'Pinggu', alias: ['平谷', '110117'] },
  { code: 'miyun', zh: '密云区', en: 'Miyun', alias: ['密云', '110118'] },
  { code: 'yanqing', zh: '延庆区', en: 'Yanqing', alias: ['延庆', '110119'] },
  {
    code: 'bda',
    zh: '经开区',
    en: 'Economic-Technological Development Area',
    alias: ['北京经济技术开发区', '经济技术开发区', '亦庄', '亦庄经开区', 'Yizhuang', 'BDA'],
  },
] as const satisfies Vocabulary;
export type District = (typeof districts)[number]['code'];

/** Inspectors of the city office belong to no district: they are nobody's neighbour in a cross-district draw. */
export const inspectorDistricts = [
  ...districts,
  { code: 'municipal', zh: '市级', en: 'City office', alias: ['市局', '市本级', '北京市'] },
] as const satisfies Vocabulary;
export type InspectorDistrict = (typeof inspectorDistricts)[number]['code'];
