import { localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { LawTable } from './lawTable.ts';
import { listTerm, readInFull } from './termRow.ts';

const START = localDate('2021-07-15');
const LAW = '行政处罚法（2021年修订）第六十三条第一款';

/** What a party may ask a hearing about. */
export const hearingReasons = [
  listTerm('large-fine', ['较大数额罚款', 'A large fine'], readInFull(`${LAW}第一项`), START),
  listTerm(
    'large-confiscation',
    ['没收较大数额违法所得', 'Confiscation of large gains'],
    readInFull(`${LAW}第二项`),
    START,
  ),
  listTerm(
    'revocation',
    ['降低资质等级、吊销许可证件', 'A licence revoked or lowered'],
    readInFull(`${LAW}第三项`),
    START,
  ),
  listTerm(
    'restriction',
    ['责令停产停业、责令关闭、限制从业', 'Business stopped or closed, or a ban from the trade'],
    readInFull(`${LAW}第四项`, '责令停止承接（承办）新的业务按此项告知听证权利'),
    START,
  ),
  listTerm(
    'other',
    ['其他较重的行政处罚以及法律、法规、规章规定的其他情形', 'Another heavy penalty, or as another law says'],
    readInFull(`${LAW}第五项、第六项`),
    START,
  ),
] as const satisfies LawTable<TermRow>;

export type HearingReason = (typeof hearingReasons)[number]['rule'];
