import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseStore, StoredCase } from '../case/caseStore.ts';
import { type PlanCase, type PlanMark, type PublishedPlan, planCaseId } from '../plan/planCase.ts';
import { markKey, PLAN_LIST, type PlanListing, type PlanStore, PUBLISHED_PREFIX } from '../plan/planStore.ts';
import { indexes } from './coreTable.ts';

/** The plans in the core table. */
export class DynamoPlans implements PlanStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #cases: CaseStore;

  constructor(client: DynamoDBDocumentClient, table: string, cases: CaseStore) {
    this.#client = client;
    this.#table = table;
    this.#cases = cases;
  }

  plan(month: string): Promise<StoredCase<PlanCase> | undefined> {
    return this.#cases.load<PlanCase>(planCaseId(month));
  }

  /** The index gives the months, the cases are read by their keys: a dozen a year. */
  async plans(): Promise<readonly PlanListing[]> {
    const page = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: indexes.list,
        KeyConditionExpression: 'glpk = :list',
        ExpressionAttributeValues: { ':list': PLAN_LIST },
        ScanIndexForward: false,
        Limit: 120,
      }),
    );
    const months = (page.Items ?? []).map((item) => String(item['glsk']));
    const stored = await Promise.all(months.map((month) => this.plan(month)));
    return stored.flatMap((found) => (found === undefined ? [] : [listing(found)]));
  }

  async lastPublished(): Promise<string | undefined> {
    const page = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: indexes.list,
        KeyConditionExpression: 'glpk = :list',
        ExpressionAttributeValues: { ':list': PLAN_LIST },
        ScanIndexForward: false,
        Limit: 120,
      }),
    );
    const found = (page.Items ?? []).find((item) => item['status'] === 'published');
    return found === undefined ? undefined : String(found['glsk']);
  }

  async published(month: string): Promise<readonly PublishedPlan[]> {
    const page = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': planCaseId(month), ':prefix': PUBLISHED_PREFIX },
        ConsistentRead: true,
      }),
    );
    return (page.Items ?? []).map((item) => item['published'] as PublishedPlan);
  }

  async mark(month: string): Promise<PlanMark | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: markKey(month), ConsistentRead: true }),
    );
    if (item === undefined) return undefined;
    return { standing: item['standing'], version: item['version'], turn: item['turn'] };
  }
}

function listing({ state, status }: StoredCase<PlanCase>): PlanListing {
  return {
    month: state.month,
    title: state.plan.title,
    version: state.version,
    status: status === 'published' ? 'published' : 'draft',
    ...(state.published === undefined ? {} : { publishedAt: state.published.at }),
  };
}
