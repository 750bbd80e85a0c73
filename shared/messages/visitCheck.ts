import { defineMessages } from './message.ts';

/** The page behind the code that inspectors show at the door. */
export const visitCheckMessages = defineMessages({
  'visitCheck.title': { zh: '核验上门检查', en: 'Check a visit' },
  'visitCheck.genuine': { zh: '核验通过：本次检查属实', en: 'Genuine: this visit is real' },
  'visitCheck.genuine.text': {
    zh: '下列人员、日期和依据由{office}确认。请与来人出示的执法证件逐一核对，姓名和证号应当完全一致。',
    en: '{office} confirms the people, the day and the basis below. Compare them with the certificates you are shown: name and number have to be the same.',
  },
  'visitCheck.office': { zh: '检查机关', en: 'Office' },
  'visitCheck.day': { zh: '检查日期', en: 'Day of the visit' },
  'visitCheck.agency': { zh: '被检查机构', en: 'Agency' },
  'visitCheck.number': { zh: '检查编号', en: 'Inspection' },
  'visitCheck.team': { zh: '检查人员', en: 'Inspectors' },
  'visitCheck.leader': { zh: '{name}（组长）', en: '{name} (leader)' },
  'visitCheck.certificate': { zh: '行政执法证号：', en: 'Certificate: ' },
  'visitCheck.unit': { zh: '工作单位：', en: 'Unit: ' },
  'visitCheck.valid.yes': { zh: '证件当日有效', en: 'Certificate valid that day' },
  'visitCheck.valid.no': {
    zh: '证件当日无效，不得检查',
    en: 'Certificate not valid that day: may not inspect',
  },
  'visitCheck.items': { zh: '检查事项和依据', en: 'Items and legal basis' },
  'visitCheck.two': {
    zh: '检查人员不得少于两人，并应当主动出示执法证件；少于两人或者不出示证件的，有权拒绝接受检查（行政处罚法第四十二条、第五十五条）。检查不收取任何费用。',
    en: 'At least two inspectors have to come and show their certificates unasked; otherwise you may refuse (行政处罚法第四十二条、第五十五条). An inspection costs nothing.',
  },
  'visitCheck.phone': { zh: '本机关电话（{unit}）：', en: 'The office ({unit}): ' },
  'visitCheck.call': {
    zh: '有疑问，请拨打这个号码回访核实，不要使用来人提供的号码。',
    en: 'In doubt, call this number and ask, not one that the visitors give you.',
  },
  'visitCheck.doNot': {
    zh: '核实之前，不要签字、不要交付材料、不要付款。',
    en: 'Until it is cleared up: sign nothing, hand nothing over, pay nothing.',
  },
  'visitCheck.wrong': { zh: '警告：这个核验码不是本机关的', en: 'Warning: this code is not ours' },
  'visitCheck.wrong.text': {
    zh: '核验码无效，不能证明来人是本机关的检查人员。也可能是扫描不完整，请再扫描一次。',
    en: 'The code is not valid and proves nothing about the visitors. It may have been scanned in part: scan it once more.',
  },
  'visitCheck.otherDay': { zh: '警告：这个核验码不是今天的', en: 'Warning: this code was for another day' },
  'visitCheck.otherDay.text': {
    zh: '核验码只在检查当日有效。请检查人员出示今天的核验码；不能出示的，请与本机关核实。',
    en: 'A code is valid on the day of the visit only. Ask the inspectors for the code of today; if they have none, call the office.',
  },
  'visitCheck.cancelled': { zh: '警告：这次检查已经终止', en: 'Warning: this inspection has been cancelled' },
  'visitCheck.cancelled.text': {
    zh: '本机关已终止这次检查，不应再有人上门。',
    en: 'The office has cancelled this inspection: nobody should come.',
  },
  'visitCheck.merged': { zh: '这次检查已并入另一次检查', en: 'This inspection was merged into another' },
  'visitCheck.merged.text': {
    zh: '这个核验码已经不用。请检查人员出示合并后检查的核验码；不能出示的，请与本机关核实。',
    en: 'This code is no longer used. Ask the inspectors for the code of the joint visit; if they have none, call the office.',
  },
  'visitCheck.few': { zh: '警告：检查人员不足两人', en: 'Warning: fewer than two inspectors' },
  'visitCheck.few.text': {
    zh: '这次检查当日可以执法的人员不足两人，不应开展检查。',
    en: 'Fewer than two inspectors may act in this inspection on that day: it should not take place.',
  },
  'visitCheck.where.lead': {
    zh: '有人上门检查时，可以用核验码确认来人、日期和依据是否属实。',
    en: 'When somebody comes to inspect, a code tells whether people, day and legal basis are real.',
  },
  'visitCheck.where.title': { zh: '核验码在哪里', en: 'Where to find the code' },
  'visitCheck.where.ask': {
    zh: '请检查人员在其手机或者平板上打开这次检查，出示二维码。',
    en: 'Ask the inspectors to open the inspection on their phone or tablet and show the code.',
  },
  'visitCheck.where.scan': {
    zh: '用您自己的手机扫描，打开的网址应当以 {origin} 开头。',
    en: 'Scan it with your own phone. The address that opens has to begin with {origin}.',
  },
  'visitCheck.where.compare': {
    zh: '将页面上的姓名和证号与执法证件逐一核对。',
    en: 'Compare the names and numbers on the page with the certificates.',
  },
  'visitCheck.where.day': {
    zh: '核验码只在检查当日有效。',
    en: 'A code is valid on the day of the visit only.',
  },
});
