import { defineMessages } from '../messages/message.ts';

/** What is wrong with a row of a register or with an import, and what to do next. */
export const registerMessages = defineMessages({
  'register.required': { zh: '请填写“{label}”。', en: 'Enter “{labelEn}”.' },
  'register.value': {
    zh: '内容不符合要求。请按填写说明修改。',
    en: 'The value is not allowed. See what to enter and correct it.',
  },
  'register.text.too_long': {
    zh: '内容过长，最多 {limit} 个字。请缩短。',
    en: 'The text is too long; {limit} characters are possible. Shorten it.',
  },
  'register.text.spaces': {
    zh: '首尾有空格。请删除。',
    en: 'There are blanks at the beginning or end. Remove them.',
  },
  'register.text.control': {
    zh: '含有看不见的控制字符。请重新输入该项。',
    en: 'There are invisible control characters. Type the value again.',
  },
  'register.number.whole': {
    zh: '应为整数。请只填写数字。',
    en: 'A whole number is needed. Enter digits only.',
  },
  'register.number.too_big': {
    zh: '数值不能大于 {limit}。请修改。',
    en: 'The number must not exceed {limit}. Correct it.',
  },
  'register.number.too_small': {
    zh: '数值不能小于 {limit}。请修改。',
    en: 'The number must be at least {limit}. Correct it.',
  },
  'register.number.scientific': {
    zh: '号码被 Excel 显示成了 {value}，原号码已丢失。请把该列设为文本格式后重新填写，或者使用 .xlsx 模板。',
    en: 'Excel has turned the number into {value}; the digits are lost. Format the column as text and enter it again, or use the .xlsx template.',
  },
  'register.month.format': {
    zh: '请填写月份，例如 2027-03。',
    en: 'Give a month such as 2027-03.',
  },
  'register.date.format': {
    zh: '日期无法识别或者不存在。请按 2026-03-02 的格式填写。',
    en: 'This is no date. Write it like 2026-03-02.',
  },
  'register.date.future': {
    zh: '日期 {date} 还没有到。请检查。',
    en: 'The date {date} has not come yet. Check it.',
  },
  'register.word.unknown': {
    zh: '“{value}”不在可选范围内。请填写：{allowed}。',
    en: '“{value}” is not one of the possible words. Enter one of: {allowed}.',
  },
  'register.list.duplicate': {
    zh: '同一项写了两次。请删除一个。',
    en: 'The same word stands twice. Remove one.',
  },
  'register.phone.format': {
    zh: '电话号码应由数字组成，可以带区号和分机。请改为例如 010-12345678 的形式。',
    en: 'The telephone number needs digits, with area code and extension if any, e.g. 010-12345678.',
  },
  'register.email.format': {
    zh: '电子邮箱格式不正确。请只填写一个地址，例如 name@example.com。',
    en: 'This is no e-mail address. Enter a single one, e.g. name@example.com.',
  },
  'register.id.format': {
    zh: '编号只能由字母、数字和 - _ . 组成，最多 40 位。请修改。',
    en: 'The number may have letters, digits and - _ . only, at most 40. Correct it.',
  },
  'register.agencyCode.format': {
    zh: '专利代理机构代码应为 5 位数字。请核对执业许可证。',
    en: 'A patent agency code has 5 digits. Check the licence.',
  },
  'register.licenceNo.format': {
    zh: '资格证号或者备案号只能由数字、字母和 - 组成，4 至 30 位。请核对证书。',
    en: 'The licence number has 4 to 30 digits, letters or hyphens. Check the certificate.',
  },
  'register.certificateNo.format': {
    zh: '执法证号只能由数字、字母和 - 组成，4 至 30 位。请核对证件。',
    en: 'The certificate number has 4 to 30 digits, letters or hyphens. Check the card.',
  },
  'register.uscc.length': {
    zh: '统一社会信用代码应为 18 位，现为 {length} 位。请核对营业执照。',
    en: 'A unified social credit code has 18 characters, this has {length}. Check the business licence.',
  },
  'register.uscc.letter': {
    zh: '第 {position} 位是 {character}；代码中不使用字母 I、O、S、V、Z，可能是数字 1、0、5、2 的误写。请核对。',
    en: 'Character {position} is {character}; the letters I, O, S, V, Z are never used: perhaps the digit 1, 0, 5 or 2. Check it.',
  },
  'register.uscc.character': {
    zh: '第 {position} 位是“{character}”；代码只由数字和大写字母组成。请核对。',
    en: 'Character {position} is “{character}”; the code has digits and capital letters only. Check it.',
  },
  'register.uscc.region': {
    zh: '第 3 至 8 位是行政区划码，应为数字，现为 {region}。请核对。',
    en: 'Characters 3 to 8 are the region and must be digits, not {region}. Check them.',
  },
  'register.uscc.check': {
    zh: '校验位不符：末位是 {found}，按前 17 位应为 {expected}。某一位有误，请核对营业执照。',
    en: 'The check character is {found}, the first 17 characters need {expected}. One of them is wrong; check the business licence.',
  },
  'register.uscc.inner': {
    zh: '组织机构代码的校验位不符：第 17 位是 {found}，应为 {expected}。请核对第 9 至 17 位。',
    en: 'The organisation code does not fit: character 17 is {found}, expected {expected}. Check characters 9 to 17.',
  },
  'register.uscc.invalid': {
    zh: '统一社会信用代码不正确。请核对营业执照。',
    en: 'The unified social credit code is wrong. Check the business licence.',
  },
  'register.agency.own_head': {
    zh: '总部不能是机构本身。不是分支机构的，请留空。',
    en: 'An agency cannot be its own main agency. Leave this empty if it is no branch.',
  },
  'register.agency.listed_since_missing': {
    zh: '已列入名录的机构必须填写列入日期。请填写。',
    en: 'A listed agency needs the day of its listing. Enter it.',
  },
  'register.agency.listed_since_without_list': {
    zh: '未列入名录，却填写了列入日期。请删除日期或者更正名录情况。',
    en: 'There is a day of listing, but no list. Remove the day or correct the listing.',
  },
  'register.agency.head_unknown': {
    zh: '总部 {uscc} 不在名录库中。外省市总部可以不管；本市总部请先导入。',
    en: 'The main agency {uscc} is not in the register. That is fine if it sits in another province; otherwise import it first.',
  },
  'register.agency.code_missing': {
    zh: '专利代理机构没有机构代码。请查明后补充。',
    en: 'The patent agency has no agency code. Find it out and add it.',
  },
  'register.agency.unknown': {
    zh: '机构 {uscc} 不在名录库中。请核对代码，或者先导入该机构。',
    en: 'The agency {uscc} is not in the register. Check the code, or import the agency first.',
  },
  'register.inspector.unknown': {
    zh: '检查人员 {id} 不在名录库中。请核对编号，或者先导入该人员。',
    en: 'The inspector {id} is not in the register. Check the number, or import the inspector first.',
  },
  'register.inspector.certificate_expired': {
    zh: '执法证已于 {date} 到期，该人员不会被抽中。请更新证件有效期，或者将其改为离岗。',
    en: 'The certificate expired on {date}; this inspector will not be drawn. Renew the date, or set the inspector inactive.',
  },
  'register.item.published': {
    zh: '已公布的事项版本不能修改，只能废止。请另建新版本。',
    en: 'A published version of an item cannot be changed, only withdrawn. Make a new version.',
  },
  'register.item.no_questions': {
    zh: '没有检查表的事项不能公布：检查人员到场不知道问什么，机构也无从准备。请先填写检查表，每行一个问题。',
    en: 'An item without a checklist cannot be published: nobody would know what to ask, or what to prepare for. Enter its questions first, one per line.',
  },
  'register.questions.parts': {
    zh: '检查表第 {line} 行有 {count} 项。请按“编号|问题|方法|依据|答案类型|需取证据|必须”填写；内容中的“|”写成“\\|”。',
    en: 'Line {line} of the checklist has {count} parts. Write: number|question|how to check|basis|answers|evidence|required; a “|” inside a text is written “\\|”.',
  },
  'register.questions.required': {
    zh: '检查表第 {line} 行没有填写“{part}”。请补充。',
    en: 'Line {line} of the checklist lacks the {partEn}. Add it.',
  },
  'register.questions.too_long': {
    zh: '检查表第 {line} 行的“{part}”过长，最多 {limit} 个字。请缩短，或者分成两个问题。',
    en: 'In line {line} of the checklist the {partEn} is too long; {limit} characters are possible. Shorten it, or make two questions of it.',
  },
  'register.questions.text': {
    zh: '检查表第 {line} 行的“{part}”含有看不见的控制字符。请重新输入。',
    en: 'In line {line} of the checklist the {partEn} has invisible control characters. Type it again.',
  },
  'register.questions.code': {
    zh: '检查表第 {line} 行的编号“{value}”不正确。编号由字母、数字和 - . 组成，最多 10 位，例如 1 或者 2.1。请修改。',
    en: 'Line {line} of the checklist has the number “{value}”. A number has letters, digits and - . only, at most 10, such as 1 or 2.1. Correct it.',
  },
  'register.questions.answers': {
    zh: '检查表第 {line} 行的答案类型“{value}”不在可选范围内。请填写：{allowed}。',
    en: 'In line {line} of the checklist the answers “{value}” are not possible. Enter one of: {allowed}.',
  },
  'register.questions.yes_no': {
    zh: '检查表第 {line} 行的“必须”填写了“{value}”。请填写：是、否。',
    en: 'Line {line} of the checklist says “{value}” where only 是 (yes) or 否 (no) can stand. Correct it.',
  },
  'register.questions.evidence': {
    zh: '检查表第 {line} 行要求必须取证，却没有写明取什么证据。请填写需取证据，或者把“必须”改为否。',
    en: 'Line {line} of the checklist requires evidence but does not say which. Enter the evidence, or set required to 否 (no).',
  },
  'register.questions.duplicate': {
    zh: '检查表第 {line} 行的编号“{value}”与第 {first} 行重复。请改用另一个编号。',
    en: 'Line {line} of the checklist repeats the number “{value}” of line {first}. Use another.',
  },
  'register.questions.repeated': {
    zh: '检查表中有重复的编号。请改用不同的编号。',
    en: 'Two questions of the checklist have the same number. Give each its own.',
  },
  'register.questions.many': {
    zh: '检查表有 {count} 个问题，最多 {limit} 个。请合并，或者分成两个事项。',
    en: 'The checklist has {count} questions; {limit} are possible. Merge some, or make two items of it.',
  },
  'register.questions.number': {
    zh: '检查表最多 40 个问题。请合并，或者分成两个事项。',
    en: 'A checklist has at most 40 questions. Merge some, or make two items of it.',
  },
  'register.questions.whole': {
    zh: '检查表共 {length} 个字，Excel 一个单元格最多 {limit} 个字。请缩短，或者分成两个事项。',
    en: 'The checklist has {length} characters; a cell of a spreadsheet holds {limit}. Shorten it, or make two items of it.',
  },
  'register.header.unknown': {
    zh: '不认识的列“{header}”，不会导入。写错的请改成模板中的名称。',
    en: 'The column “{header}” is not known and will not be imported. If it is a misspelling, use the name in the template.',
  },
  'register.header.duplicate': {
    zh: '列“{header}”与 {first} 重复。请删除其中一列。',
    en: 'The column “{header}” repeats {first}. Remove one of the two.',
  },
  'register.header.missing': {
    zh: '缺少列“{header}”。请补充该列，或者使用模板。',
    en: 'The column “{headerEn}” is missing. Add it, or use the template.',
  },
  'register.row.duplicate': {
    zh: '与第 {row} 行（{address}）重复。请删除其中一行。',
    en: 'This repeats row {row} ({address}). Remove one of the two rows.',
  },
  'register.no_rows': {
    zh: '表头下面没有数据。请填写后再上传。',
    en: 'There is nothing below the headers. Fill in the rows and upload the file again.',
  },
});
