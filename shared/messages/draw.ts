import { defineMessages } from './message.ts';

/** What the engine and the verifier refuse: records, plans, pools, sources, events. */
export const drawMessages = defineMessages({
  'draw.json.truncated': {
    zh: '文件不完整，在第 {position} 个字符处中断',
    en: 'the file is cut off at character {position}',
  },
  'draw.json.unexpected': { zh: '第 {position} 个字符处不是 JSON', en: 'not JSON at character {position}' },
  'draw.json.trailing': {
    zh: '第 {position} 个字符起有多余内容',
    en: 'something follows the value at character {position}',
  },
  'draw.json.number': {
    zh: '第 {position} 个字符处的数字不是小于 2^53 的非负整数',
    en: 'the number at character {position} is no integer from 0 to 2^53 - 1',
  },
  'draw.json.duplicateKey': {
    zh: '第 {position} 个字符处字段重复',
    en: 'a field is repeated at character {position}',
  },
  'draw.json.surrogate': {
    zh: '第 {position} 个字符处文字编码有误',
    en: 'lone surrogate in the text at character {position}',
  },
  'draw.json.escape': { zh: '第 {position} 个字符处转义有误', en: 'unknown escape at character {position}' },
  'draw.json.tooDeep': {
    zh: '第 {position} 个字符处嵌套过深',
    en: 'nested too deeply at character {position}',
  },
  'draw.json.tooLong': { zh: '文件超过 {limit} 个字符', en: 'the file is longer than {limit} characters' },
  'draw.record.tooLarge': {
    zh: '文件超过上限 {limit} 字节',
    en: 'the file is larger than the limit of {limit} bytes',
  },
  'draw.record.notUtf8': { zh: '文件不是 UTF-8 文本', en: 'the file is not UTF-8 text' },
  'draw.record.notARecord': {
    zh: '这个文件不是抽签记录（dr1/record）',
    en: 'this file is not a draw record (dr1/record)',
  },
  'draw.record.filing': {
    zh: '这是投诉举报的提交证明，不是抽签记录。请用公示网站上的提交证明核验网页（filing-verifier.html）',
    en: 'this is a proof of filing of a complaint or report, not a draw record: check it with filing-verifier.html of the public site',
  },
  'draw.record.notAFile': {
    zh: '没有这个文件，或它不是普通文件',
    en: 'there is no such file, or it is not a regular file',
  },
  'draw.record.noName': {
    zh: '用法：npm run verify -- 记录文件（提交证明可再加文字文件和公钥文件）',
    en: 'usage: npm run verify -- FILE (with a proof of filing also its text and the file of keys)',
  },
  'draw.record.poolFileMissing': { zh: '缺少名单文件 {file}', en: 'the pool file {file} is missing' },
  'draw.record.poolFileTruncated': { zh: '名单文件 {file} 不完整', en: 'the pool file {file} is cut off' },
  'draw.record.poolLine': {
    zh: '名单文件 {file} 第 {line} 行不是规范文本',
    en: 'line {line} of {file} is not canonical',
  },
  'draw.shape.unknownField': { zh: '有未知字段：{names}', en: 'unknown field: {names}' },
  'draw.event.order': { zh: '更换事件的序号不连续', en: 'the numbers of the events have a gap' },
  'draw.event.unknown': {
    zh: '更换事件所指的机构或人员不在当前名单中',
    en: 'an event names somebody who is not drawn now',
  },
  'draw.event.agencyFields': {
    zh: '更换事件 {e}：机构退出不能列出让出的席位',
    en: 'event {e}: an agency that drops out lists no seats',
  },
  'draw.event.staysWhere': {
    zh: '更换事件 {e}：仍参加其他检查的，须列明在哪些机构让出席位',
    en: 'event {e}: who stays for other visits has to name the visits given up',
  },
  'draw.event.noVisits': {
    zh: '更换事件 {e}：没有列出让出席位的机构',
    en: 'event {e}: the list of visits given up is empty',
  },
  'draw.event.visitOrder': {
    zh: '更换事件 {e}：让出席位的机构未按次序排列或者重复',
    en: 'event {e}: the visits given up are out of order or repeated',
  },
  'draw.event.notHeld': {
    zh: '更换事件 {e}：该人员在 {tid} 的检查组中没有席位',
    en: 'event {e}: the person holds no seat at {tid}',
  },
  'draw.event.left': {
    zh: '更换事件 {e}：该人员此前已退出本次检查，不能再保留候选',
    en: 'event {e}: the person has left this draw before and cannot stay a candidate',
  },
  'draw.proof.malformed': {
    zh: '证明文件不完整，请重新下载',
    en: 'the proof is incomplete: download it again',
  },
  'draw.commit.plan': { zh: '计划与承诺不符', en: 'the plan is not the committed one' },
  'draw.commit.pool': { zh: '名单 {pool} 与承诺不符', en: 'the pool {pool} is not the committed one' },
  'draw.log.number': { zh: '日志序号不连续', en: 'the numbers of the log have a gap' },
  'draw.log.link': { zh: '日志前后不相连', en: 'the log is not linked' },
  'draw.log.time': { zh: '日志时间倒退', en: 'the time of the log goes back' },
  'draw.plan.repeatedCell': {
    zh: '计划中抽取单元 {cell} 重复',
    en: 'the cell {cell} stands twice in the plan',
  },
  'draw.plan.rateAboveOne': { zh: '抽取单元 {cell} 的比例超过100%', en: 'the rate of {cell} is above 100 %' },
  'draw.plan.minWithoutRate': {
    zh: '抽取单元 {cell} 的比例为零，不能有最低户数',
    en: 'the cell {cell} has rate 0 and cannot have a minimum',
  },
  'draw.pool.missing': { zh: '缺少名单 {pool}', en: 'the pool {pool} is missing' },
  'draw.pool.notInPlan': { zh: '计划不需要名单 {pool}', en: 'the plan has no use for the pool {pool}' },
  'draw.pool.duplicate': { zh: '名单 {pool} 中 {tid} 重复', en: '{tid} stands twice in the pool {pool}' },
  'draw.pool.unsorted': {
    zh: '名单 {pool} 在 {tid} 处次序有误',
    en: 'the pool {pool} is out of order at {tid}',
  },
  'draw.pool.notBlinded': {
    zh: '名单 {pool} 的 {tid} 未匿名',
    en: '{tid} of the pool {pool} is not blinded',
  },
  'draw.pool.unknownCell': {
    zh: '{tid} 的抽取单元 {cell} 不在计划中',
    en: 'the cell {cell} of {tid} is not in the plan',
  },
  'draw.pool.noDistrict': { zh: '{tid} 没有区', en: '{tid} has no district' },
  'draw.pool.unknownKind': {
    zh: '{tid} 的类别 {kind} 不在计划中',
    en: 'the kind {kind} of {tid} is not in the plan',
  },
  'draw.pool.unsortedQuals': { zh: '{tid} 的资格未排序', en: 'the qualifications of {tid} are out of order' },
  'draw.pool.relationTid': { zh: '回避关系 {tid} 的编号有误', en: 'the relation {tid} has a wrong id' },
  'draw.source.form': { zh: '来源 {id} 的形式 {form} 不合规', en: 'the form {form} of {id} is not allowed' },
  'draw.source.order': { zh: '随机来源的次序有误', en: 'the sources are out of order' },
  'draw.source.repeatedId': { zh: '随机来源的标识重复', en: 'two sources have one id' },
  'draw.source.tooFew': { zh: '随机来源不足', en: 'too few sources' },
  'draw.value.count': { zh: '数值与来源数目不符', en: 'not one value per source' },
  'draw.value.witness': {
    zh: '见证人 {id} 的数值与承诺不符',
    en: 'the value of {id} is not the committed one',
  },
  'draw.value.drand': { zh: '信标 {id} 的数值有误', en: 'the value of the beacon {id} is wrong' },
  'draw.value.lottery': { zh: '{id} 的号码形式有误', en: 'the outcome of {id} is not of its form' },
});
